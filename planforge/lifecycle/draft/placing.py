"""Under which node of the plan a new task belongs: where the superior's like measures are answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from planforge.lifecycle.draft.demands import Demand, Group
from planforge.model import ROLES_WITHOUT_DEMANDS, Document, Section, Task, TaskTrace, Trace

#: What the rest of the demand's superior section says counts less than the demand's own words.
_NEIGHBOURS = 0.4
#: The likeliest counterparts of a demand have a vote.
_VOTERS = 2

#: How much speaks for each task of last year's plan, by its id.
_Votes = Mapping[str, float]


class Placing:
    """Finds homes for demands among what is carried over of last year's `plan`; `held` is that plan's trace."""

    def __init__(self, plan: Document, held: Trace) -> None:
        self._below = {node.id: tuple(each.id for each in node.walk()) for node in plan.walk()}
        self._sections: dict[tuple[str, int], dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self._superior_homes: dict[str, dict[str, int]] = {}
        for directive in held.directives:
            homes = _homes(directive.document) if directive.document else {}
            self._superior_homes[directive.alias] = homes
            for task in directive.tasks:
                _add(self._sections[directive.alias, homes.get(task.task.id, -1)], _votes(task), _NEIGHBOURS)

    def home(self, group: Group, carried: Sequence[Section]) -> Task | None:
        """The node in which the superior's words are most at home; None where no section can take a task.

        Where nothing speaks for any, it is the last section with tasks. Within that, nested tasks take a new one to
        them where most of what is like the demand itself is theirs, or where the section has no other tasks.
        """
        own: dict[str, float] = defaultdict(float)
        for demand in group.demands:
            _add(own, _votes(demand.trace), 1.0)
        votes = defaultdict(float, own)
        for demand in group.demands:
            _add(votes, self._section_votes(demand), 1.0)
        fit = [section for section in carried if section.role not in ROLES_WITHOUT_DEMANDS and section.tasks]
        if not fit:
            return None
        return self._innermost(max(reversed(fit), key=lambda section: self._within(section, votes)), own)

    def _section_votes(self, demand: Demand) -> _Votes:
        return self._sections[demand.alias, self._superior_homes[demand.alias].get(demand.task.id, -1)]

    def _innermost(self, home: Task, votes: _Votes) -> Task:
        """The node at or below `home` among whose tasks the nearest relatives of a demand stand."""
        while nested := [task for task in home.tasks if task.tasks]:
            best = max(nested, key=lambda task: self._within(task, votes))
            most = self._within(best, votes)
            if 2 * most <= self._within(home, votes) and not (most and len(nested) == len(home.tasks)):
                break
            home = best
        return home

    def _within(self, node: Task, votes: _Votes) -> float:
        """What speaks for a node, finished tasks of last year's in it included."""
        return sum(votes.get(each, 0.0) for each in self._below[node.id])


def _votes(trace: TaskTrace) -> _Votes:
    """A superior task's likeliest counterparts, and the nearest answers to its measures."""
    votes: dict[str, float] = defaultdict(float)
    for counterpart in trace.counterparts[:_VOTERS]:
        votes[counterpart.task] += counterpart.score
    for clause in trace.clauses:
        if clause.best:
            votes[clause.best.task] += clause.score / len(trace.clauses)
    return votes


def _add(votes: dict[str, float], more: _Votes, weight: float) -> None:
    for task, number in more.items():
        votes[task] += weight * number


def _homes(document: Document) -> dict[str, int]:
    """The turn of its section for every node's id."""
    return {node.id: turn for turn, section in enumerate(document.sections) for node in section.walk()}
