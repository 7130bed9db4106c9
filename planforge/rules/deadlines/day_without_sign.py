"""日期里的“日”不应当漏掉。

说明: “10月31前”“6月30之前”一类写法，报告。
理由: 漏了字的日期读不准，也不能进台账。
改法: 补上“日”；可由 --fix 自动改正。

反例:
    10月31前建成快速维权中心。

正例:
    10月31日前建成快速维权中心，6月底前完成3月1日至31日的检查。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import Edit, Fix
from planforge.rules import Finding, Pattern, Rule, RuleContext
from planforge.rules._scan import group, hits

RULE = Rule(
    code="DDL009",
    name="日期漏了“日”",
    severity="warning",
    authority="国标",
    basis="GB/T 7408：日期由年、月、日组成",
)
_DAY = Pattern(r"(?<!\d)\d{1,2}月(?P<day>[0-3]?\d)(?=(?:之前|以前|前|完成|止))", holds="月")


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits(context, _DAY):
        day = group(passage, match, "day")
        fix = Fix("补上“日”", safe=True, edits=(Edit(day.span(), f"{day.value}日", day.value),))
        yield Finding(words, f"“{match[0]}”后面漏了“日”", passage.at, f"改为“{match[0]}日”", fix)
