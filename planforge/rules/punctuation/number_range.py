"""数值范围的前后两个数都应当带百分号或“万”“亿”。

说明: “5-10%”“13～17万元”一类写法，报告。
理由: 前一个数没有单位，可以读成“5”到“10%”。
改法: 改成“5%～10%”“13万元～17万元”；可由 --fix 自动改正。

反例:
    资助标准提高5-10%。

反例:
    每家补助13～17万元。

正例:
    资助标准提高5%～10%，每家补助13万元～17万元。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Pattern, Rule, RuleContext, rewrite
from planforge.rules._scan import hits

RULE = Rule(
    code="NUM003",
    name="数值范围省略了百分号或“万”“亿”",
    severity="warning",
    authority="国标",
    basis="GB/T 15835-2011，第5章：省略前一个数值的附加符号或单位会造成歧义的，不应省略",
)
_NUMBER = r"(\d+(?:\.\d+)?)"
_RANGE = Pattern(
    rf"(?<![\d.%—～~-]){_NUMBER}\s?(?:[-－—–~～至])\s?{_NUMBER}\s?([%％]|[万亿][元件家人亩吨户]?)", holds="-－—–~～至"
)


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits(context, _RANGE):
        better = f"{match[1]}{match[3]}～{match[2]}{match[3]}"
        yield Finding(
            words, f"“{match[0]}”里前一个数没有“{match[3]}”", passage.at, f"改为“{better}”", rewrite(words, better)
        )
