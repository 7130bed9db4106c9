"""The figures that documents demand: the targets of their nodes, what words imply, and the rows of indicator tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, groupby
from operator import attrgetter

from planforge.coverage.figures.carried import carried_targets, is_nameless
from planforge.coverage.figures.implied import implied_targets
from planforge.coverage.figures.leftover import lasting_targets, leftover_targets
from planforge.coverage.figures.recipients import recipient_targets
from planforge.coverage.figures.sized import sized_targets
from planforge.model import Document, Indicator, Target, Task
from planforge.text.late import late

_JOINT = late("[、和与]")
_IN_TURN = late(r"(?P<kinds>[\u4e00-\u9fff]{2}(?:[、和与][\u4e00-\u9fff]{2})+)(?P<rest>[\u4e00-\u9fff]{3,})")


def targets_of(document: Document) -> Iterator[tuple[Task, Target]]:
    """All that a document demands in figures, with the nodes that do."""
    return ((task, target) for task in document.walk() for target in _targets(task))


def _targets(task: Task) -> Iterator[Target]:
    sizes, carried = list(sized_targets(task)), list(carried_targets(task))
    counts = (
        target
        for target in each_named(task.targets)
        if not any(_is_size(target, size) for size in sizes) and not any(is_nameless(target, one) for one in carried)
    )
    beside = (leftover_targets, lasting_targets, recipient_targets, implied_targets)
    return chain(counts, sizes, carried, *(read(task) for read in beside))


def each_named(targets: Iterable[Target]) -> Iterator[Target]:
    """Targets that a reader called all by one name, each by its own part of it: 城镇、农村居民收入分别增长."""
    for name, group in groupby(targets, key=attrgetter("indicator")):
        several = list(group)
        match = _IN_TURN.match(name) if len(several) > 1 and _JOINT.search(name) else None
        kinds = _JOINT.split(match["kinds"]) if match else []
        if match is None or len(kinds) != len(several):
            yield from several
            continue
        rest = match["rest"].replace("分别", "")
        yield from (replace(target, indicator=kind + rest) for kind, target in zip(kinds, several, strict=True))


def _is_size(target: Target, size: Target) -> bool:
    """Whether a reader took the size of a thing for a count of it: 建立30人的救援队伍."""
    return target.value == size.value and size.unit.startswith(target.unit)


def demanded(directive: Document) -> Iterator[tuple[str, Target, str]]:
    """The superior's targets with the ids of their tasks and what these say, with their headings; rows of its indicator
    table belong to none."""
    yield from ((task.id, target, f"{task.heading.value}，{task.text.value}") for task, target in targets_of(directive))
    for row in directive.indicators:
        if row.target is not None:
            yield "", _in_row(row, row.target), ""


def _in_row(row: Indicator, value: float) -> Target:
    """The target of a row of the indicator table, in words: 投诉率2%以内."""
    falls = row.baseline is not None and value < row.baseline
    words = f"{row.name.value}{value:g}{row.unit}{'以内' if falls else ''}"
    return Target(replace(row.name, value=words), row.name.value, "<=" if falls else ">=", value, row.unit)
