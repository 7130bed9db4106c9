"""The figures that a plan states, found again by what the superior calls them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from planforge.coverage.figures.amounts import Amount, amount
from planforge.coverage.figures.demanded import demanded, targets_of
from planforge.coverage.figures.indicators import Names, name_of, pace, qualifiers
from planforge.model import Document, Target, Task


@dataclass(frozen=True, slots=True)
class Figure:
    """A target of the plan as it is compared."""

    task: Task
    target: Target
    amount: Amount
    pace: str
    year: int | None


class Stated:
    """What a plan states of a superior's indicators: of each the strongest figure a year, a unit and a pace."""

    def __init__(self, plan: Document, directive: Document) -> None:
        self.plan = plan
        self._figures: dict[str, dict[object, Figure]] = {}
        for task, target in targets_of(plan):
            if value := amount(target):
                self._keep(Figure(task, target, value, pace(target), target.year or plan.year))
        self._names = Names(self._figures, qualifiers(plan.title.value) & qualifiers(directive.title.value))
        self._wanted = {name_of(wanted) for _, wanted, _ in demanded(directive)}
        self._ends: dict[str, int] = {}

    def _keep(self, figure: Figure) -> None:
        figures = self._figures.setdefault(name_of(figure.target), {})
        key = (figure.pace, figure.year, figure.amount.unit, figure.amount.ceiling)
        if key not in figures or figures[key].amount.weaker_than(figure.amount):
            figures[key] = figure

    def figures(self, wanted: Target) -> Iterator[Figure]:
        """The plan's figures for the indicator of `wanted`; of names that may mean several of the superior's none."""
        name = name_of(wanted)
        for each in self._names.like(name):
            if each == name or not name.endswith(each) or self._ends_one(each):
                yield from self._figures[each].values()

    def bare(self, wanted: Target, answering: Collection[str]) -> Iterator[Figure]:
        """The plan's figures that can mean the indicator of `wanted` alone, by the end of its name: 探访率 for
        特殊困难老年人月探访率, in the tasks `answering` the superior's, of whose names no other ends so.
        """
        for name in self._names.ending(name_of(wanted)) if answering else ():
            if self._ends_one(name):
                yield from (figure for figure in self._figures[name].values() if figure.task.id in answering)

    def _ends_one(self, name: str) -> bool:
        """Whether it is the end of one of the superior's names alone."""
        if name not in self._ends:
            self._ends[name] = sum(each.endswith(name) for each in self._wanted)
        return self._ends[name] == 1
