"""年份应当正好四位数字。

说明: “20227年底前”“202年3月”一类多一位、少一位的年份，报告；“200年”“1000年”一类时间长度不报。
理由: 年份读不出来，时限无法核对。
改法: 核对后写成四位。

反例:
    20227年底前完成建设任务。

反例:
    202年6月印发方案。

正例:
    2027年底前完成建设任务，培育200年以上的老字号，12345年度满意率达到95%。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Pattern, Rule, RuleContext
from planforge.rules._scan import hits

RULE = Rule(
    code="NUM007",
    name="年份位数不对",
    severity="error",
    authority="国标",
    basis="GB/T 7408：日历年用四位数字表示",
)
#: Two digits more or fewer are numbers of another kind; what comes behind shows that a year of the calendar is meant.
_YEAR = Pattern(
    r"(?<![\d.,])(?:20\d{3}|2\d{2})年(?=底|初|末|前|[1-9]\d?月|第?[一二三四1-4]季度|上半年|下半年)", holds="年"
)


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits(context, _YEAR, books=True):
        yield Finding(words, f"年份“{match[0]}”不是四位数字", passage.at, "核对后写成四位")
