"""同一个试点、示范的名称，前后应当一致。

说明: 同一项任务里，“强市试点城市”与“强市建设试点城市”一类只差“建设”“创建”的名称混用的，
    在出现少的一处报告。
理由: 读者会以为是两件事。
改法: 核对正式名称后统一。

反例:
    推进国家数据强市试点城市建设。充分发挥数据强市建设试点城市领导小组作用，建好国家数据强市试点城市。

正例:
    推进国家数据强市试点城市建设。充分发挥国家数据强市试点城市领导小组作用。
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from planforge.model import Text
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._scan import in_book

RULE = Rule(
    code="WRD012",
    name="同一名称前后不一致",
    severity="warning",
    authority="实务",
    basis="公文写作惯例：同一名称前后一致",
)
#: 强市建设试点城市 and 强市试点城市, 创新型示范市: names of honours that come with and without 建设.
_NAME = re.compile(r"(?:强[国省市县区]|创新型[国省市县区])(?:建设|创建)?(?:试点|示范|先行)(?:城市|园区|[省市县区])?")
_OPTIONAL = re.compile(r"建设|创建")


def check(context: RuleContext) -> Iterator[Finding]:
    if not context.holding("强创"):
        return
    for task in context.document.walk():
        names = [name for text in (task.heading, task.text) for name in _names(text)]
        uses = Counter(name.value for name in names)
        for one, other in combinations(uses, 2):
            if _OPTIONAL.sub("", one) == _OPTIONAL.sub("", other):
                wrong, right = sorted((one, other), key=lambda name: uses[name])
                place = next(name for name in names if name.value == wrong)
                message = f"“{wrong}”与本项里的“{right}”名称不一致"
                yield Finding(place, message, task, "核对正式名称后统一")


def _names(text: Text) -> Iterable[Text]:
    for match in _NAME.finditer(text.value):
        if not in_book(text.value, match.start()):
            yield text.slice(match.start(), match.end())
