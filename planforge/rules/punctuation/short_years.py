"""年份应当写四位数字。

说明: “27年底前”“’26年”一类写法，报告；“3年内”“20年以上”是时间长度，不报。
理由: 两位数的年份分不清世纪，也容易读成年数。
改法: 写全四位。

反例:
    26年底前建成快速维权中心。

正例:
    2026年底前建成快速维权中心，3年内覆盖各县，有20年以上经验。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Pattern, Rule, RuleContext, rewrite
from planforge.rules._scan import hits

RULE = Rule(
    code="NUM004",
    name="年份用了简写",
    severity="warning",
    authority="国标",
    basis="GB/T 15835-2011，第5章：四位数字年份不应简写为两位",
)
_SHORT = Pattern(
    r"(?<![\dA-Za-z第近过前后.])[’'‘]?(2\d)年(?=底|初|末|度|上半年|下半年|[1-9]\d?月|第[一二三四]季度)", holds="年"
)


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits(context, _SHORT):
        better = f"20{match[1]}年"
        yield Finding(
            words, f"年份“{match[0]}”用了简写", passage.at, f"改为“{better}”", rewrite(words, better, safe=False)
        )
