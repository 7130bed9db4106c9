"""书名号里面再用书名号，里面一层应当用“〈〉”。

说明: 报告里面那一层。
理由: 两层都用“《》”，读不出外层到哪里为止。
改法: 把里面一层改成“〈〉”；可由 --fix 自动改正。

反例:
    落实《省政府关于印发《云溪省专利条例》的通知》。

正例:
    落实《省政府关于印发〈云溪省专利条例〉的通知》。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Pattern, Rule, RuleContext, rewrite
from planforge.rules._scan import group, hits

RULE = Rule(
    code="PUN006",
    name="书名号套用没有用单书名号",
    severity="warning",
    authority="国标",
    basis="GB/T 15834-2011，4.15：书名号内还需用书名号时，外面用双书名号，里面用单书名号",
)
_NESTED = Pattern(r"《[^《》]*(《([^《》]*)》)[^《》]*》", holds="《")


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, _, match in hits(context, _NESTED, books=True):
        inner = group(passage, match)
        better = f"〈{match[2]}〉"
        yield Finding(
            inner, f"书名号里的“{inner.value}”应当用单书名号", passage.at, f"改为“{better}”", rewrite(inner, better)
        )
