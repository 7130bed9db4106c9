"""字数相同的一组并列成分，之间的标点应当一致。

说明: 前一项后面用逗号、后面几项之间用顿号，各项字数相同（三到八个字）的，提示。
理由: 读起来是一组，标点却分成了两层。
改法: 统一用顿号，或者统一用逗号。

反例:
    加强统筹协调，补短板，强弱项、保强项，争取晋位升级。

正例:
    加强统筹协调，补短板、强弱项、保强项，争取晋位升级。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from planforge.rules import Finding, Rule, RuleContext, rewrite
from planforge.rules._scan import HAN

RULE = Rule(
    code="PUN012",
    name="同一组并列成分逗号、顿号混用",
    severity="info",
    authority="国标",
    basis="GB/T 15834-2011，4.5：句内并列词语之间用顿号",
)
_SEGMENT = re.compile(r"[^，。；：]+")
_ITEM = re.compile(rf"[{HAN}]{{3,8}}")


def check(context: RuleContext) -> Iterator[Finding]:
    for passage in context.passages:
        segments = list(_SEGMENT.finditer(passage.value))
        for before, after in pairwise(segments):
            comma = passage.text.slice(before.end(), after.start())
            if comma.value == "，" and _one_series(before[0], after[0]):
                message = f"“{before[0]}，{after[0]}”是一组并列成分，标点却不一致"
                yield Finding(comma, message, passage.at, "统一用顿号或逗号", rewrite(comma, "、", safe=False))


def _one_series(item: str, series: str) -> bool:
    """Whether `item` is as long as each item of `series`, and (but for short ones) ends as they do."""
    items = series.split("、")
    alike = len(items) > 1 and all(_ITEM.fullmatch(other) and len(other) == len(item) for other in items)
    return (
        alike and bool(_ITEM.fullmatch(item)) and (len(item) == 3 or len({other[-1] for other in (item, *items)}) == 1)
    )
