"""慎用“彻底”“杜绝”“绝对”“万无一失”。

说明: 正文里出现的，提示；引号里的口号、名次（全国第一）、杜绝形式主义一类作风要求不查。词表可以用选项 words 改。
理由: 做不到就失信；考核时一例不合就算没有完成。
改法: 改成可以核对的要求。

反例:
    彻底解决维权难问题。

正例:
    着力解决维权难问题，推行“一票否决”。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._scan import word_hits

RULE = Rule(
    code="WRD005",
    name="绝对化用语",
    severity="info",
    authority="实务",
    basis="公文写作惯例：表述留有余地，有据可查",
    options={
        "words": (
            "彻底解决",
            "彻底消除",
            "彻底杜绝",
            "坚决杜绝",
            "杜绝一切",
            "绝不允许",
            "不出任何问题",
            "万无一失",
            "绝对不",
            "零容忍、零遗漏",
            "史上最",
        )
    },
)

#: 坚决杜绝形式主义、官僚主义: what nobody would want to be less than absolute.
_STYLE = re.compile("形式主义|官僚主义|享乐主义|奢靡之风|弄虚作假|不正之风")


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in word_hits(context, context.words(RULE, "words")):
        if not (_quoted(passage.value, match.start()) or _STYLE.match(passage.value, match.end())):
            yield Finding(words, f"“{match[0]}”说得绝对", passage.at, "改成可以核对的要求")


def _quoted(value: str, offset: int) -> bool:
    before = value[value.rfind("。", 0, offset) + 1 : offset]  # a mark that never closes quotes one sentence at most
    return before.count("“") > before.count("”")
