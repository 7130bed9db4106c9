"""汉字之间的逗号、分号、冒号、问号、叹号、句号应当用全角。

说明: 只看前面是汉字（或引号、书名号、括号的后一半）、百分号的半角标点，和数字与汉字之间的逗号、分号；
    西文、时刻、比例、小数、编号里的不看。
    括注责任单位、完成时限的括号里也看。
    全文超过十处的，合并成一处报告。
理由: 半角标点占位窄，排印后疏密不一，也容易与小数点混淆。
改法: 改成全角；可由 --fix 自动改正。

反例:
    加强宣传,提升意识;按月通报.

反例:
    覆盖率达到85%.全年培训300人,其中骨干20人。

正例:
    加强宣传，提升意识；9:30开会，比例为1:2，增长3.5%，任务有1.宣传、2.培训。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Found, Pattern, Rule, RuleContext, rewrite
from planforge.rules._scan import HAN, crosses_line, hits_in_lists_too, once_if_many

RULE = Rule(
    code="PUN003",
    name="中文里用了半角标点",
    severity="warning",
    authority="国标",
    basis="GB/T 15834-2011，第5章：汉字文本用全角标点",
)
_FULL = dict(zip(",;:?!.", "，；：？！。", strict=True))
_END = rf"[{HAN}”》）%％‰]"
#: After a figure a stop may be that of a decimal or of an item (1.推进…): only a comma or semicolon is told.
_MARK = Pattern(
    rf"(?<={_END})[,;:?!](?!//)(?: +(?=[{HAN}“《]))?|(?<=\d)[,;](?=[{HAN}“《])|(?<={_END})\.(?=[{HAN}“《]|\s*$)",
    holds=",;:?!.",
)


def check(context: RuleContext) -> Iterator[Found]:
    yield from once_if_many(_findings(context))


def _findings(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits_in_lists_too(context, _MARK):
        words = words.slice(0, 1) if crosses_line(passage.text, match) else words
        between = passage.is_label and match[0] == "." and match.end() < len(passage.value)  # two names, likely
        better = "、" if between else _FULL[match[0][0]]
        fix = rewrite(words, better, safe=not between)
        yield Finding(words, f"“{match[0][0]}”是半角标点", passage.at, f"改为“{better}”", fix)
