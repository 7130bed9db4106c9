"""The figures that a plan states."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from planforge.coverage.figures.amounts import Amount, amount
from planforge.coverage.figures.demanded import targets_of
from planforge.coverage.figures.indicators import name_of, pace
from planforge.model import Document, Target, Task


@dataclass(frozen=True, slots=True)
class Figure:
    """A target of the plan as it is compared."""

    task: Task
    target: Target
    amount: Amount
    pace: str
    year: int | None

    def times(self, factor: float) -> Figure:
        """The same as if it counted so many times as much."""
        return replace(self, amount=replace(self.amount, value=self.amount.value * factor))


class Figures:
    """A plan's figures by the names of their indicators: of each the strongest a year, a unit and a pace.

    They are the same whatever the plan is held against.
    """

    def __init__(self, plan: Document) -> None:
        self.plan = plan
        self._named: dict[str, dict[object, Figure]] = {}
        for task, target in targets_of(plan):
            if value := amount(target):
                self._keep(Figure(task, target, value, pace(target), target.year or plan.year))

    def _keep(self, figure: Figure) -> None:
        figures = self._named.setdefault(name_of(figure.target), {})
        key = (figure.pace, figure.year, figure.amount.unit, figure.amount.ceiling)
        if key not in figures or figures[key].amount.weaker_than(figure.amount):
            figures[key] = figure

    @property
    def names(self) -> Collection[str]:
        """The names, in reading order."""
        return self._named.keys()

    def of(self, name: str) -> Collection[Figure]:
        """The figures of one of the names."""
        return self._named[name].values()
