"""起止年份之间用一字线“—”或浪纹线“～”。

说明: 年份之间用了半角减号、两个减号或破折号“——”的，提示。全文超过十处的，合并成一处报告。
理由: 减号读作“减”，破折号占两格，都不是连接号。
改法: 改成“—”；可由 --fix 自动改正。

反例:
    落实强市建设规划（2022-2035年）。

正例:
    落实强市建设规划（2022—2035年）。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Found, Pattern, Rule, RuleContext, rewrite
from planforge.rules._scan import group, hits, once_if_many

RULE = Rule(
    code="PUN009",
    name="起止年份之间的连接号不规范",
    severity="info",
    authority="国标",
    basis="GB/T 15834-2011，4.13：标示起止用一字线“—”或浪纹线“～”",
)
_RANGE = Pattern(r"(?<!\d)(?:19|20)\d\d年?(--?|——|－|–|-)(?=(?:19|20)\d\d年)", holds="-—－–")


def check(context: RuleContext) -> Iterator[Found]:
    yield from once_if_many(_findings(context))


def _findings(context: RuleContext) -> Iterator[Finding]:
    for passage, _, match in hits(context, _RANGE, books=True):
        dash = group(passage, match)
        yield Finding(dash, f"起止年份之间用了“{dash.value}”", passage.at, "改为“—”", rewrite(dash, "—"))
