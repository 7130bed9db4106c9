"""时间要求应当具体，少用“适时”“尽快”“择机”。

说明: 正文里的“适时”“尽快”“择机”“条件成熟时”，提示。不报的：适时督查、抽查、通报、评估一类，要看情况，定不了日子；
    “推动项目尽快投产”一类，快慢在别人。词表可以用选项 words 改。
理由: 没有具体时间，到期无法核对是否完成。
改法: 写明月份或季度。

反例:
    适时出台专利资助办法。

正例:
    9月底前出台专利资助办法。
"""

from __future__ import annotations

import re
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


#: What is done as the need arises: nobody can name its day.
_AS_NEEDED = re.compile(
    "适时(?!出台|制定|印发|修订|编制|启动|召开|建立|推出)"
    "[^，。；、]{0,24}?(?:督查|督导|督促|抽查|巡查|暗访|通报|评估|调度|发布|宣传|宣贯|预警)"
)
#: What others are helped to do soon.
_OTHERS = re.compile("(?:推动|促进|支持|帮助|助力|引导|鼓励|协助)[^，。；、]{1,20}$")
_REACH = 24


def check(context: RuleContext) -> Iterator[Finding]:
    words = context.words(RULE, "words")
    for passage, place, match in word_hits(context, words):
        if not _is_time_limit(passage) and not _is_open(passage.value, match.start()):
            yield Finding(place, f"“{match[0]}”没有具体时间", passage.at, "写明月份或季度")


def _is_open(value: str, start: int) -> bool:
    """Whether no day can be named for what the word at `start` puts off."""
    if value.startswith("适时", start):
        return _AS_NEEDED.match(value, start) is not None
    return _OTHERS.search(value, max(0, start - _REACH), start) is not None


def _is_time_limit(passage: Passage) -> bool:
    """Whether the passage is a 完成时限 of its own, of which DDL002 tells."""
    return passage.is_label and isinstance(passage.at, Task) and passage.text != passage.at.heading
