"""引号里面再用引号，里面一层应当用“‘’”。

说明: 报告里面那一层。
理由: 两层都用双引号，读不出外层到哪里为止。
改法: 把里面一层改成单引号；可由 --fix 自动改正。

反例:
    推行“一窗受理“最多跑一次”改革”模式。

正例:
    推行“一窗受理‘最多跑一次’改革”模式。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Pattern, Rule, RuleContext, rewrite
from planforge.rules._scan import group, hits

RULE = Rule(
    code="PUN007",
    name="引号套用没有用单引号",
    severity="warning",
    authority="国标",
    basis="GB/T 15834-2011，4.8：引号里面还要用引号时，外面用双引号，里面用单引号",
)
_NESTED = Pattern(r"“[^“”]*(“([^“”]*)”)[^“”]*”", holds="“")


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, _, match in hits(context, _NESTED, books=True):
        inner = group(passage, match)
        better = f"‘{match[2]}’"
        yield Finding(
            inner, f"引号里的“{inner.value}”应当用单引号", passage.at, f"改为“{better}”", rewrite(inner, better)
        )
