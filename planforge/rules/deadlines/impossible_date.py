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

import calendar
from collections.abc import Iterator

from planforge.rules import Finding, Pattern, Rule, RuleContext
from planforge.rules._scan import hits

RULE = Rule(
    code="DDL006",
    name="日期不存在",
    severity="error",
    authority="国标",
    basis="GB/T 7408：日期按公历表示",
)
_DATE = Pattern(r"(?:(?<!\d)((?:19|20)\d\d)年)?(?<!\d)(?<![\d.]个)(\d{1,2})月(\d{1,2})[日号]", holds="月")
_LEAP_YEAR = 2000
_PERIOD = Pattern(r"第\s?(?:[五六七八九十]|[5-9]|\d\d)\s?季度|(?<![\d.])(?:1[3-9]|[2-9]\d)月(?![龄子大])", holds="季月")


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits(context, _DATE, books=True):
        year = int(match[1] or context.document.year or _LEAP_YEAR)
        if not _exists(year, int(match[2]), int(match[3])):
            yield Finding(words, f"日历上没有“{match[0]}”", passage.at, "核对后改正")
    for passage, words, match in hits(context, _PERIOD):
        yield Finding(words, f"日历上没有“{match[0]}”", passage.at, "核对后改正")


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
