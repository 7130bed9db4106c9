"""时间要求应当具体，少用“适时”“尽快”“择机”。

说明: 正文里的“适时”“尽快”“择机”“条件成熟时”，提示。词表可以用选项 words 改。
理由: 没有具体时间，到期无法核对是否完成。
改法: 写明月份或季度。

反例:
    适时出台专利资助办法。

正例:
    9月底前出台专利资助办法。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import Task
from planforge.rules import Finding, Passage, Rule, RuleContext
from planforge.rules._scan import word_hits

RULE = Rule(
    code="DDL005",
    name="时间要求含糊",
    severity="info",
    authority="实务",
    basis="督查工作惯例：完成时限须可核对",
    options={"words": ("适时", "尽快", "择机", "条件成熟时", "时机成熟时", "尽早", "早日")},
)


def check(context: RuleContext) -> Iterator[Finding]:
    words = context.words(RULE, "words")
    for passage, place, match in word_hits(context, words):
        if not _is_time_limit(passage):
            yield Finding(place, f"“{match[0]}”没有具体时间", passage.at, "写明月份或季度")


def _is_time_limit(passage: Passage) -> bool:
    """Whether the passage is a 完成时限 of its own, of which DDL002 tells."""
    return passage.is_label and isinstance(passage.at, Task) and passage.text != passage.at.heading
