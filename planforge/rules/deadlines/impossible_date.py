"""日期应当是日历上有的。

说明: “2月30日”“6月31日”“13月”“第五季度”一类日期，报告。
理由: 多由笔误造成。
改法: 核对后改正。

反例:
    9月31日前建成快速维权中心。

反例:
    2027年2月29日前报送总结。

反例:
    第五季度完成验收，13月底前公布结果。

正例:
    2028年2月29日前、9月30日前分别报送总结。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import Text
from planforge.rules import Finding, Passage, Rule, RuleContext
from planforge.rules._calendar import DATE, PERIOD, impossible, is_impossible
from planforge.rules._scan import hits

RULE = Rule(
    code="DDL006",
    name="日期不存在",
    severity="error",
    authority="国标",
    basis="GB/T 7408：日期按公历表示",
    replaces=("I109",),
)


def check(context: RuleContext) -> Iterator[Finding]:
    yield from _signature(context)
    for passage, words, match in hits(context, DATE, books=True):
        if is_impossible(match, context.document.year):
            yield _finding(passage, words)
    for passage, words, _ in hits(context, PERIOD):
        yield _finding(passage, words)


def _signature(context: RuleContext) -> Iterator[Finding]:
    """A date of issue in Chinese numerals (二〇二七年二月三十日); in figures it is found as any other."""
    words = context.document.issued_text
    if words.value and context.document.issued is None and not any(impossible(words.value, None)):
        yield _finding(Passage(words, "成文日期"), words)


def _finding(passage: Passage, words: Text) -> Finding:
    return Finding(words, f"日历上没有“{words.value}”", passage.at, "核对后改正")
