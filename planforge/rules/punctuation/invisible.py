"""文字里不应当有看不见的字符。

说明: 零宽空格、零宽连接符、软连字符等，多是从网页、聊天工具里复制来的，报告。全文超过十处的，合并成一处报告。
理由: 看上去相同的两个词，中间多了一个看不见的字符就不再相同：查找不到，单位对不上名录，重复的也查不出来。
改法: 删去；可由 --fix 自动改正。

反例:
    组织开展专项\u200b执法行动。

正例:
    组织开展专项执法行动。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Found, Pattern, Rule, RuleContext, rewrite
from planforge.rules._scan import hits_in_lists_too, once_if_many

RULE = Rule(
    code="PUN014",
    name="看不见的字符",
    severity="warning",
    authority="实务",
    basis="公文排印惯例：文字里只有看得见的字符",
)
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_RUN = Pattern(f"[{_INVISIBLE}]+", holds=_INVISIBLE)
_AROUND = 4


def check(context: RuleContext) -> Iterator[Found]:
    yield from once_if_many(_findings(context))


def _findings(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits_in_lists_too(context, _RUN):
        before = passage.value[max(0, match.start() - _AROUND) : match.start()]
        after = passage.value[match.end() : match.end() + _AROUND]
        yield Finding(words, f"“{before}”和“{after}”之间有看不见的字符", passage.at, "删去它", rewrite(words, ""))
