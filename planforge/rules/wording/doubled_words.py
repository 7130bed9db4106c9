"""字词不应当误写两遍。

说明: 两到四个字的词连写两遍（“推进推进”），以及“的的”“了了”，报告。
理由: 多由修改时漏删造成。
改法: 删去多余的一遍。

反例:
    加快推进推进知识产权保护。

正例:
    以推广为目的的活动，为了了解情况，常常走访家家户户。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext, rewrite
from planforge.rules._scan import HAN, hits

RULE = Rule(
    code="WRD002",
    name="字词重复",
    severity="warning",
    authority="实务",
    basis="公文写作惯例：文字无衍文",
)
_WORDS = re.compile(rf"([{HAN}]{{2,4}})\1")
_LETTERS = re.compile(r"(?<![目标有为])(的)的(?![确士])|(?<!为|除)(了)了(?![解结断然])")
#: 一一二二 and numbers are no slips.
_NUMBERS = re.compile(r"[〇零一二三四五六七八九十百千两]+")


def check(context: RuleContext) -> Iterator[Finding]:
    for pattern in (_WORDS, _LETTERS):
        for passage, words, match in hits(context, pattern):
            once = next(filter(None, match.groups()))
            if not _NUMBERS.fullmatch(once) and len(set(once)) == len(once):
                message = f"“{once}”写了两遍"
                yield Finding(words, message, passage.at, f"只留一个“{once}”", rewrite(words, once, safe=False))
