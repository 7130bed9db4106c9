"""汉字文本里的括号应当用全角“（）”。

说明: 括号里有汉字，或紧挨着汉字的（括住责任单位的也算），报告；括号内外都是西文、数字的不报。
    全文超过十处的，合并成一处报告。
理由: 半角括号与汉字挤在一起，与全角括号混用也不统一。
改法: 改成全角；可由 --fix 自动改正。

反例:
    实行县(区)专利管理责任制。

正例:
    实行县（区）专利管理责任制，推广某软件（version 2.0）。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Found, Pattern, Rule, RuleContext, rewrite
from planforge.rules._scan import HAN, hits_in_lists_too, once_if_many

RULE = Rule(
    code="PUN002",
    name="中文里用了半角括号",
    severity="warning",
    authority="国标",
    basis="GB/T 15834-2011，4.9：汉字文本用全角括号",
)
_PAIR = Pattern(rf"(?<=[{HAN}，。；、”》])\(([^()（）\n]*)\)|\(([^()（）\n]*[{HAN}][^()（）\n]*)\)", holds="(")


def check(context: RuleContext) -> Iterator[Found]:
    yield from once_if_many(_findings(context))


def _findings(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits_in_lists_too(context, _PAIR):
        inside = match[1] if match[1] is not None else match[2]
        better = f"（{inside}）"
        yield Finding(words, f"“{words.value}”用了半角括号", passage.at, f"改为“{better}”", rewrite(words, better))
