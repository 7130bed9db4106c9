"""“一是……二是……三是……”应当连续，并且不止一项。

说明: 跳号、重号的，在出错的那一项报告；只有“一是”没有“二是”的，也报告。
理由: 漏号说明漏了内容，或者删改后没有理顺。
改法: 理顺序号，或者补上漏掉的内容。

反例:
    一是加强培训。三是加强检查。

反例:
    加强管理。一是加强培训。

正例:
    一是加强培训。二是加强检查。统一是关键。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.rules import Finding, Passage, Rule, RuleContext, rewrite
from planforge.text.numerals import chinese, parse

RULE = Rule(
    code="STR013",
    name="“一是、二是”不连续",
    severity="warning",
    authority="实务",
    basis="公文写作惯例：列举的序号连续",
)
_DIGITS = "一二三四五六七八九十"
#: What every item holds, so that other passages needn't be searched.
_HEADS = [f"{digit}是" for digit in _DIGITS]
_ITEM = re.compile(rf"(?:(?<=[。；：:，\n])|^)\s*([{_DIGITS}]{{1,3}})是(?!指|否)")


def check(context: RuleContext) -> Iterator[Finding]:
    for passage in context.holding(_HEADS):
        items = [(match, number) for match in _ITEM.finditer(passage.value) if (number := parse(match[1]))]
        if [number for _, number in items] == [1]:
            words = passage.text.slice(items[0][0].start(1), items[0][0].end())
            yield Finding(words, "只有“一是”，没有“二是”", passage.at, "补上其他各项，或删去“一是”")
        else:
            yield from _gaps(passage, items)


def _gaps(passage: Passage, items: list[tuple[re.Match[str], int]]) -> Iterator[Finding]:
    expected = printed = 0
    for match, number in items:
        expected = 1 if number == 1 else expected + 1
        if number not in (expected, printed + 1):
            words = passage.text.slice(match.start(1), match.end(1))
            better = chinese(expected)
            message = f"“{match[1]}是”前面是“{chinese(printed)}是”" if printed else f"列举从“{match[1]}是”开始"
            advice = f"应为“{better}是”，或补上漏掉的内容"
            yield Finding(words, message, passage.at, advice, rewrite(words, better, safe=False))
        printed = number
