"""Under which section of the plan a new task belongs: where the superior's like measures are answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from planforge.lifecycle.draft.demands import Group
from planforge.model import ROLES_WITHOUT_DEMANDS, DirectiveTrace, Document, Section, TaskTrace, Trace

#: What the rest of the demand's superior section says counts less than the demand's own words.
_NEIGHBOURS = 0.4


@dataclass(frozen=True, slots=True)
class Placing:
    """Finds sections by their turn in last year's plan, counted from 0."""

    plan: Document
    held: Trace

    def section(self, group: Group, kept: Sequence[int]) -> int | None:
        """The section among `kept` in which the superior's words are most at home; None where there is none to take it.

        Where nothing speaks for any, it is the last one with tasks.
        """
        votes: dict[int, float] = defaultdict(float)
        for demand in group.demands:
            directive = next(each for each in self.held.directives if each.document is demand.document)
            self._vote(demand.trace, votes, 1.0)
            for neighbour in _neighbours(demand.trace, directive):
                self._vote(neighbour, votes, _NEIGHBOURS)
        fit = [place for place in kept if self._takes_tasks(place)]
        return max(fit, key=lambda place: (votes[place], place), default=None)

    def _takes_tasks(self, place: int) -> bool:
        section = self.plan.sections[place]
        return section.role not in ROLES_WITHOUT_DEMANDS and bool(section.tasks)

    def _vote(self, trace: TaskTrace, votes: dict[int, float], weight: float) -> None:
        for counterpart in trace.counterparts[:2]:
            votes[self._section_of(counterpart.task)] += weight * counterpart.score
        for clause in trace.clauses:
            if clause.best:
                votes[self._section_of(clause.best.task)] += weight * clause.score / len(trace.clauses)

    def _section_of(self, task: str) -> int:
        sections = enumerate(self.plan.sections)
        return next((turn for turn, section in sections if _holds(section, task)), -1)


def _holds(section: Section, task: str) -> bool:
    return any(node.id == task for node in section.walk())


def _neighbours(trace: TaskTrace, directive: DirectiveTrace) -> Sequence[TaskTrace]:
    """The other tasks of the superior's section."""
    if directive.document is None:
        return ()
    section = next((each for each in directive.document.sections if _holds(each, trace.task.id)), None)
    ids = {node.id for node in section.walk()} if section else set()
    return [each for each in directive.tasks if each.task.id in ids and each is not trace]
