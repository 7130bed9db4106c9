"""并列的书名号之间、引号之间，通常不用顿号。

说明: 后面紧跟“和”“等”或者夹有括号内容的不报。标准用的是“通常”，因此只作提示。全文超过十处的，
    合并成一处报告。
理由: 书名号、引号本身已经分清了各项。
改法: 删去顿号；可由 --fix 自动改正。

反例:
    推行《商品交易市场保护规范》、《电子商务保护管理》。

正例:
    推行《商品交易市场保护规范》《电子商务保护管理》。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Found, Pattern, Rule, RuleContext, rewrite
from planforge.rules._scan import hits, once_if_many

RULE = Rule(
    code="PUN005",
    name="并列书名号、引号之间用了顿号",
    severity="info",
    authority="国标",
    basis="GB/T 15834-2011，4.5.3.5：标有引号或书名号的并列成分之间通常不用顿号",
)
_BETWEEN = Pattern(r"(?<=[》”])、(?=[《“])", holds="》”")


def check(context: RuleContext) -> Iterator[Found]:
    yield from once_if_many(_findings(context))


def _findings(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits(context, _BETWEEN, books=True):
        around = passage.value[match.start() - 1 : match.end() + 1]
        yield Finding(words, f"“{around}”之间的顿号通常不用", passage.at, "删去顿号", rewrite(words, ""))
