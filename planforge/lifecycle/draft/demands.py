"""What the superior documents ask for and last year's plan doesn't answer; one demand of several documents is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from planforge.coverage import trace
from planforge.lifecycle.draft.levels import LEVELS, level_of
from planforge.model import Clause, ClauseTrace, DirectiveTrace, Document, Task, TaskTrace, Trace

#: Measures by the alias of their document and their id.
Lacking = frozenset[tuple[str, str]]

MISSING = ("uncovered", "partial")


@dataclass(frozen=True, slots=True)
class Demand:
    """A superior task that is not answered, or (`clauses`) those of its measures that are not."""

    alias: str
    document: Document
    trace: TaskTrace
    clauses: tuple[Clause, ...] = ()

    @property
    def task(self) -> Task:
        return self.trace.task

    @property
    def whole(self) -> bool:
        return len(self.clauses) == len(self.task.clauses)

    @property
    def items(self) -> tuple[str, ...]:
        """What a link to the demand names: the task, or each measure."""
        return (self.task.id,) if self.whole else tuple(clause.id for clause in self.clauses)


@dataclass(slots=True)
class Group:
    """One demand. The lowest document that makes it is worded nearest to this level and leads; `extra` holds the
    measures of the others that it lacks.
    """

    lead: Demand
    others: list[Demand] = field(default_factory=list)
    extra: list[tuple[Demand, Clause]] = field(default_factory=list)

    @property
    def demands(self) -> tuple[Demand, ...]:
        return (self.lead, *self.others)


def missing_demands(held: Trace, also: Lacking = frozenset()) -> tuple[Group, ...]:
    """The unanswered demands of all documents in a trace, in the order of the documents.

    `also` are measures of theirs that a draft turned out to lack.
    """
    directives = [each for each in held.directives if each.document is not None]
    lowest_first = sorted(directives, key=_rank)
    grouping = _Grouping(also)
    for directive in lowest_first:
        grouping.add(directive)
    order = [directive.alias for directive in directives]
    return tuple(sorted(grouping.groups, key=lambda group: order.index(group.lead.alias)))


def _rank(directive: DirectiveTrace) -> int:
    level = level_of(directive.document) if directive.document else None
    return -LEVELS.index(level) if level else -len(LEVELS)


class _Grouping:
    """Takes documents in, the lowest first."""

    def __init__(self, also: Lacking) -> None:
        self._also = also
        self.groups: list[Group] = []
        self._lower: list[tuple[Document, dict[str, Group]]] = []

    def add(self, directive: DirectiveTrace) -> None:
        """The document's demands join those of lower documents that say the same; the others are new ones."""
        document = directive.document
        assert document is not None
        answers = [(self._answers(document, lower), groups) for lower, groups in self._lower]
        mine: dict[str, Group] = {}
        for demand in _demands(directive, document, self._also):
            mine[demand.task.id] = _joined(demand, answers) or self._new(demand)
        self._lower.append((document, mine))

    def _new(self, demand: Demand) -> Group:
        self.groups.append(Group(demand))
        return self.groups[-1]

    @staticmethod
    def _answers(upper: Document, lower: Document) -> dict[str, TaskTrace]:
        """What becomes of each task of the upper document in the lower one."""
        return {each.task.id: each for each in trace(lower, [("", upper)]).directives[0].tasks}


def _demands(directive: DirectiveTrace, document: Document, also: Lacking) -> Iterator[Demand]:
    for each in directive.tasks:
        missing = {clause.id for clause in each.clauses if _is_missing(clause, each)}
        missing |= {clause.id for clause in each.clauses if (directive.alias, clause.id) in also}
        whole = each.status == "uncovered" or (each.status == "partial" and not missing)
        if missing or whole:
            clauses = tuple(clause for clause in each.task.clauses if whole or clause.id in missing)
            yield Demand(directive.alias, document, each, clauses)


def _is_missing(clause: ClauseTrace, task: TaskTrace) -> bool:
    """What only a person could judge goes into the stub with what is missing beside it, and is told about else."""
    return clause.status in MISSING or (task.status in MISSING and clause.status == "review")


def _joined(demand: Demand, answers: Sequence[tuple[dict[str, TaskTrace], dict[str, Group]]]) -> Group | None:
    """The group of a lower document's demand that says the same, with this one in it."""
    for traces, groups in answers:
        answer = traces.get(demand.task.id)
        if answer is None or answer.status not in ("covered", "partial") or not answer.counterparts:
            continue
        group = groups.get(answer.counterparts[0].task)
        if group is not None:
            said = {clause.id for clause in answer.clauses if clause.status == "covered"}
            group.others.append(demand)
            group.extra += ((demand, clause) for clause in demand.clauses if clause.id not in said)
            return group
    return None


def lacking(held: Trace) -> Lacking:
    """The measures that a draft held against its superiors doesn't answer."""
    return frozenset(
        (directive.alias, clause.id)
        for directive in held.directives
        for task in directive.tasks
        if task.status in MISSING
        for clause in task.clauses
        if clause.status in MISSING
    )
