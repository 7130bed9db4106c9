"""Under which section of the plan a new task belongs: where the superior's like measures are answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from planforge.lifecycle.draft.demands import Demand, Group
from planforge.model import ROLES_WITHOUT_DEMANDS, Document, TaskTrace, Trace

#: What the rest of the demand's superior section says counts less than the demand's own words.
_NEIGHBOURS = 0.4
#: The likeliest counterparts of a demand have a vote.
_VOTERS = 2

_Votes = Mapping[int, float]


class Placing:
    """Finds sections by their turn in last year's plan, counted from 0; `held` is that plan's trace."""

    def __init__(self, plan: Document, held: Trace) -> None:
        self._plan = plan
        self._homes = _homes(plan)
        self._sections: dict[tuple[str, int], dict[int, float]] = defaultdict(lambda: defaultdict(float))
        self._superior_homes: dict[str, dict[str, int]] = {}
        for directive in held.directives:
            homes = _homes(directive.document) if directive.document else {}
            self._superior_homes[directive.alias] = homes
            for task in directive.tasks:
                self._add(self._sections[directive.alias, homes.get(task.task.id, -1)], self._votes(task), _NEIGHBOURS)

    def section(self, group: Group, kept: Sequence[int]) -> int | None:
        """The section among `kept` in which the superior's words are most at home; None where there is none to take it.

        Where nothing speaks for any, it is the last one with tasks.
        """
        votes: dict[int, float] = defaultdict(float)
        for demand in group.demands:
            self._add(votes, self._votes(demand.trace), 1.0)
            self._add(votes, self._section_votes(demand), 1.0)
        fit = [place for place in kept if self._takes_tasks(place)]
        return max(fit, key=lambda place: (votes[place], place), default=None)

    def _section_votes(self, demand: Demand) -> _Votes:
        return self._sections[demand.alias, self._superior_homes[demand.alias].get(demand.task.id, -1)]

    def _takes_tasks(self, place: int) -> bool:
        section = self._plan.sections[place]
        return section.role not in ROLES_WITHOUT_DEMANDS and bool(section.tasks)

    def _votes(self, trace: TaskTrace) -> _Votes:
        """Where a superior task's likeliest counterparts and its measures' nearest answers stand."""
        votes: dict[int, float] = defaultdict(float)
        for counterpart in trace.counterparts[:_VOTERS]:
            votes[self._homes.get(counterpart.task, -1)] += counterpart.score
        for clause in trace.clauses:
            if clause.best:
                votes[self._homes.get(clause.best.task, -1)] += clause.score / len(trace.clauses)
        return votes

    @staticmethod
    def _add(votes: dict[int, float], more: _Votes, weight: float) -> None:
        for place, number in more.items():
            votes[place] += weight * number


def _homes(document: Document) -> dict[str, int]:
    """The turn of its section for every node's id."""
    return {node.id: turn for turn, section in enumerate(document.sections) for node in section.walk()}
