"""起止时间应当先早后晚。

说明: “2025—2022年”“2027年9月至3月”“2027年7月1日—6月30日”（同一年）一类写法，报告；注明“次年”“翌年”的不报。
理由: 多由笔误造成。
改法: 核对后改正。

反例:
    实施强市建设规划（2035—2022年）。

反例:
    2027年7月1日—6月30日开展专项检查。

正例:
    实施强市建设规划（2022—2035年）；11月至次年2月开展专项行动。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Pattern, Rule, RuleContext
from planforge.rules._scan import hits

RULE = Rule(
    code="DDL007",
    name="起止时间颠倒",
    severity="error",
    authority="实务",
    basis="公文写作惯例：起止时间先后有序",
)
_TO = r"\s?(?:[—–～~至到-]|——)\s?"
_YEARS = Pattern(rf"(?<!\d)((?:19|20)\d\d)年?{_TO}((?:19|20)\d\d)年", holds="年")
_MONTHS = Pattern(rf"(?<!\d)(?:\d{{4}}年)(\d{{1,2}})月(?:\d{{1,2}}日)?{_TO}(\d{{1,2}})月", holds="月")


def check(context: RuleContext) -> Iterator[Finding]:
    for pattern in (_YEARS, _MONTHS):
        for passage, words, match in hits(context, pattern, books=True):
            if int(match[1]) > int(match[2]):
                yield Finding(words, f"“{match[0]}”先后颠倒", passage.at, "核对后改正")
