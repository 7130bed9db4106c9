"""The figures that a plan states, found again by what the superior calls them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain

from planforge.coverage.figures.amounts import Amount, amount
from planforge.coverage.figures.implied import implied_targets
from planforge.coverage.figures.indicators import Names, name_of, pace, qualifiers
from planforge.model import Document, Target, Task


def targets_of(document: Document) -> Iterator[tuple[Task, Target]]:
    """All that a document demands in figures, with the nodes that do."""
    return ((task, target) for task in document.walk() for target in chain(task.targets, implied_targets(task)))


@dataclass(frozen=True, slots=True)
class Figure:
    """A target of the plan as it is compared."""

    task: Task
    target: Target
    amount: Amount
    pace: str
    year: int | None


class Stated:
    """What a plan states: of each indicator the strongest figure a year, a unit and a pace."""

    def __init__(self, plan: Document, superior_title: str) -> None:
        self._figures: dict[str, dict[object, Figure]] = {}
        for task, target in targets_of(plan):
            if value := amount(target):
                self._keep(Figure(task, target, value, pace(target), target.year or plan.year))
        self._names = Names(self._figures, qualifiers(plan.title.value) & qualifiers(superior_title))

    def _keep(self, figure: Figure) -> None:
        figures = self._figures.setdefault(name_of(figure.target), {})
        key = (figure.pace, figure.year, figure.amount.unit, figure.amount.ceiling)
        if key not in figures or figures[key].amount.weaker_than(figure.amount):
            figures[key] = figure

    def figures(self, wanted: Target, all_wanted: Collection[str]) -> Iterator[Figure]:
        """The plan's figures for the indicator of `wanted`; of names that may mean several of `all_wanted` none."""
        name = name_of(wanted)
        for each in self._names.like(name):
            if each == name or not name.endswith(each) or _ends(each, all_wanted) == 1:
                yield from self._figures[each].values()

    def bare(self, wanted: Target, all_wanted: Collection[str], answering: Collection[str]) -> Iterator[Figure]:
        """The plan's figures that can mean the indicator of `wanted` alone, by the end of its name: 探访率 for
        特殊困难老年人月探访率, in the tasks `answering` the superior's, of whose names (`all_wanted`) no other ends so.
        """
        for name in self._names.ending(name_of(wanted)) if answering else ():
            if _ends(name, all_wanted) == 1:
                yield from (figure for figure in self._figures[name].values() if figure.task.id in answering)


def _ends(name: str, names: Collection[str]) -> int:
    """How many of the names it is the end of."""
    return sum(each.endswith(name) for each in names)
