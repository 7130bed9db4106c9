"""日期应当写“2027年3月1日”，不用圆点。

说明: “2027.3.1”“2027.03.01”一类写法，报告；版本号、网址不查。
理由: 圆点是小数点，公文的日期不用。
改法: 改成“年、月、日”；可由 --fix 自动改正。

反例:
    2027.3.1前报送总结。

正例:
    2027年3月1日前报送总结，系统升级到12.0.3版。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Pattern, Rule, RuleContext, rewrite
from planforge.rules._scan import hits

RULE = Rule(
    code="NUM005",
    name="日期用了圆点",
    severity="warning",
    authority="国标",
    basis="GB/T 15835-2011，第5章：年月日按口语表述顺序写，或按 GB/T 7408 用连字符",
)
_DATE = Pattern(r"(?<![\d.vV/])((?:19|20)\d\d)\.(0?[1-9]|1[0-2])\.(0?[1-9]|[12]\d|3[01])(?![\d.])", holds=".")


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits(context, _DATE):
        year, month, day = (int(part) for part in match.groups())
        better = f"{year}年{month}月{day}日"
        yield Finding(words, f"日期“{match[0]}”用了圆点", passage.at, f"改为“{better}”", rewrite(words, better))
