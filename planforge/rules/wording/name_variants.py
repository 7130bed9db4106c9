"""同一个试点、示范的名称，前后应当一致。

说明: 同一项任务里，“强市试点城市”与“强市建设试点城市”、“海绵城市示范市”与“海绵城市建设示范市”一类
    只差“建设”“创建”的名称混用的，在出现少的一处报告。
理由: 读者会以为是两件事。
改法: 核对正式名称后统一。

反例:
    推进国家数据强市试点城市建设。充分发挥数据强市建设试点城市领导小组作用，建好国家数据强市试点城市。

反例:
    申报省级海绵城市建设示范市，完成海绵城市示范市中期评估。

正例:
    推进国家数据强市试点城市建设。充分发挥国家数据强市试点城市领导小组作用。

正例:
    支持临江县创建示范县，发挥临江县示范县的带动作用。

正例:
    加快先行区建设，组织各部门共同推进建设先行区的重点任务，推进先行区立法。
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from planforge.model import Task, Text
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._scan import in_book

RULE = Rule(
    code="WRD012",
    name="同一名称前后不一致",
    severity="warning",
    authority="实务",
    basis="公文写作惯例：同一名称前后一致",
)
_KINDS = ("试点", "示范", "先行")
_NAME = re.compile(
    rf"(?P<of>[\u4e00-\u9fff]{{2,12}}?)(?P<built>建设|创建)?(?P<kind>(?:{'|'.join(_KINDS)})(?:城市|园区|[省市县区](?![域场])))"
)
#: So many characters before 试点城市 tell what it is one of.
_TELLING = 2
#: 加快建设先行区 names no 先行区 of anything; in 支持临江县创建示范县 the county is who does it.
_NO_NAME = re.compile(
    r"(?:加[快强大]|推[进动]|支持|启动|参与|探索|开展|组织|积极|深入|大力|全力|合力|着力|扎实|持续|协同|联合|共同|统筹|全面|标准|质量|水平|要求|企业|单位|地方)$"
    r"|(?<![强城园社])[省市县区州乡镇旗]$"
)


class _Name(NamedTuple):
    """A name of a pilot or model place: what it is one `of`, the 建设 or 创建 that may stand there, and its `kind`."""

    text: Text
    of: str
    built: str
    kind: str

    @property
    def family(self) -> tuple[str, str]:
        """What names of the same place have in common."""
        return self.kind, self.of[-_TELLING:]


def check(context: RuleContext) -> Iterator[Finding]:
    if not context.holding(_KINDS):
        return
    for task in context.document.walk():
        names = sorted((name for text in (task.heading, task.text) for name in _names(text)), key=lambda n: n.family)
        for _, family in groupby(names, key=lambda name: name.family):
            yield from _findings(list(family), task)


def _findings(family: list[_Name], task: Task) -> Iterator[Finding]:
    """The first of those that are written the rarer way, if there are two ways."""
    uses = Counter(name.built for name in family).most_common()
    if len(uses) > 1:
        rare = next(name for name in family if name.built == uses[-1][0])
        ends = (rare.of[start:] for start in range(len(rare.of)))
        of = next(end for end in ends if all(name.of.endswith(end) for name in family))
        wrong, right = (f"{of}{built}{rare.kind}" for built in (rare.built, uses[0][0]))
        message = f"“{wrong}”与本项里的“{right}”名称不一致"
        place = rare.text.slice(len(rare.text.value) - len(wrong))
        yield Finding(place, message, task, "核对正式名称后统一")


def _names(text: Text) -> Iterator[_Name]:
    for match in _NAME.finditer(text.value):
        if not in_book(text.value, match.start()) and not _NO_NAME.search(match["of"]):
            yield _Name(text.slice(*match.span()), match["of"], match["built"] or "", match["kind"])
