"""后面带时间的，用“截至”。

说明: “截止2026年底”“截止到目前”一类，报告；“截止日期”“报名截止”不报。
理由: “截止”是到此为止、不再继续，与原意相反。
改法: 改成“截至”；可由 --fix 自动改正。

反例:
    截止2026年底，培育企业10家。

正例:
    截至2026年底，培育企业10家；报名截止日期为3月1日。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Pattern, Rule, RuleContext, rewrite
from planforge.rules._scan import hits

RULE = Rule(
    code="WRD004",
    name="“截止”与“截至”混用",
    severity="warning",
    authority="标准",
    basis="《现代汉语词典》：“截止”不带宾语，“截至”带时间宾语",
)
_UNTIL = Pattern(r"截止到?(?=\s?(?:19|20)\d\d年|目前|今年|去年|\d{1,2}月|当前|上年)", holds=("截止",))


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits(context, _UNTIL):
        yield Finding(words, f"“{match[0]}”后面带时间，应为“截至”", passage.at, "改为“截至”", rewrite(words, "截至"))
