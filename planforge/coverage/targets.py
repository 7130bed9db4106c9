"""Whether the plan's targets are no lower than its superior documents ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from planforge.coverage.amounts import Amount, amount
from planforge.coverage.indicators import Names, pace, plain_name
from planforge.model import Document, Target, TargetConflict, Task

_HORIZON = re.compile(r"20\d\d\s*[—–\-－~至]+\s*(20\d\d)")
_WIDE = re.compile(r"全国|全省")
_RATIO_NAME = re.compile(r"率|人均|每万|万人|占比|比重|比例|满意度")


def target_conflicts(directive: Document, plan: Document) -> tuple[TargetConflict, ...]:
    """The plan's targets that are weaker than the superior's for the same indicator, looked for in the whole of both.

    Where a plan names an indicator more than once, its strongest value counts; what the superior demands in its goals
    and again in a task is one demand. A target for a year before the superior's is a step on the way; a province's
    total doesn't bind a city.
    """
    stated = _Stated(plan)
    horizon = _horizon(directive)
    found: dict[object, TargetConflict] = {}
    for owner, wanted in _demanded(directive):
        value = amount(wanted)
        if value is None or _is_total(wanted):
            continue
        figure = stated.strongest(wanted, value, wanted.year or horizon)
        if figure and figure.amount.weaker_than(value):
            demand = (plain_name(wanted.indicator), value, figure.task.id, figure.target.text.value)
            conflict = TargetConflict(wanted, owner, figure.target, figure.task)
            found[demand] = _joined(found[demand], conflict) if demand in found else conflict
    return tuple(found.values())


def _joined(first: TargetConflict, again: TargetConflict) -> TargetConflict:
    others = {*first.also, again.superior_task} - {first.superior_task}
    return replace(first, also=tuple(sorted(others)))


@dataclass(frozen=True, slots=True)
class _Figure:
    """A target of the plan as it is compared."""

    task: Task
    target: Target
    amount: Amount
    pace: str
    year: int | None


class _Stated:
    """What a plan states: of each indicator the strongest figure a year, a unit and a pace."""

    def __init__(self, plan: Document) -> None:
        self._figures: dict[str, dict[object, _Figure]] = {}
        for task, target in _targets(plan):
            if value := amount(target):
                self._keep(_Figure(task, target, value, pace(target), target.year or plan.year))
        self._names = Names(self._figures)

    def _keep(self, figure: _Figure) -> None:
        figures = self._figures.setdefault(plain_name(figure.target.indicator), {})
        key = (figure.pace, figure.year, figure.amount.unit, figure.amount.ceiling)
        if key not in figures or figures[key].amount.weaker_than(figure.amount):
            figures[key] = figure

    def strongest(self, wanted: Target, value: Amount, due: int | None) -> _Figure | None:
        """The plan's best figure for the indicator of `wanted` that is due no sooner; None where nothing compares."""
        best: _Figure | None = None
        for name in self._names.like(plain_name(wanted.indicator)):
            for figure in self._figures[name].values():
                if _compares(wanted, value, due, figure) and (best is None or best.amount.weaker_than(figure.amount)):
                    best = figure
        return best


def _compares(wanted: Target, value: Amount, due: int | None, figure: _Figure) -> bool:
    if (value.unit, value.ceiling) != (figure.amount.unit, figure.amount.ceiling):
        return False
    interim = bool(due and figure.year and figure.year < due)
    return not interim and len({pace(wanted), figure.pace} - {""}) < 2


def _is_total(wanted: Target) -> bool:
    """Whether a target counts a whole province or country: not what one city must reach."""
    return bool(_WIDE.search(wanted.text.value) and not _RATIO_NAME.search(wanted.indicator) and "%" not in wanted.unit)


def _targets(document: Document) -> Iterator[tuple[Task, Target]]:
    return ((task, target) for task in document.walk() for target in task.targets)


def _demanded(directive: Document) -> Iterator[tuple[str, Target]]:
    """The superior's targets with the ids of their tasks; rows of its indicator table belong to none."""
    yield from ((task.id, target) for task, target in _targets(directive))
    for row in directive.indicators:
        if row.target is not None:
            falls = row.baseline is not None and row.target < row.baseline
            yield "", Target(row.name, row.name.value, "<=" if falls else ">=", row.target, row.unit)


def _horizon(document: Document) -> int | None:
    """The last year of a document that is made for several, by its title."""
    found = _HORIZON.search(document.title.value)
    return int(found[1]) if found else None
