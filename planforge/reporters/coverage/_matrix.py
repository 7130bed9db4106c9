"""What a page shows beside the list: how far each section is, and which tasks of both documents answer each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planforge.model import Counterpart, DirectiveTrace, Status, Task, TaskTrace, Trace
from planforge.reporters.answers import measures_of, with_targets
from planforge.reporters.marks import Piece, pieces, shared_words
from planforge.reporters.summary import answering_counterparts, count_statuses

#: A larger matrix can't be taken in, and makes a page of many megabytes.
MOST_CELLS = 4000


@dataclass(frozen=True, slots=True)
class Progress:
    """A section of a superior document and the states of its tasks."""

    heading: str
    counts: Mapping[Status, int]
    tasks: int


@dataclass(frozen=True, slots=True)
class Proof:
    """Two measures that are alike, in marked pieces: the superior's and the plan's, each with its id.

    `status` is the verdict on the superior's: what is alike need not answer it.
    """

    clause: str
    status: Status
    superior: list[Piece]
    plan_clause: str
    plan: list[Piece]


@dataclass(frozen=True, slots=True)
class Cell:
    """A superior task and a task of the plan that answers it."""

    trace: TaskTrace
    counterpart: Counterpart
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Superior tasks by the plan's tasks that answer any; `rows` have a cell or None for each of `columns`."""

    columns: tuple[Task, ...]
    rows: tuple[tuple[TaskTrace, tuple[Cell | None, ...]], ...]


@dataclass(frozen=True, slots=True)
class Units:
    """The leading units of the plan's tasks, by task id; `names` are all of them in reading order."""

    by_task: Mapping[str, tuple[str, ...]]
    names: tuple[str, ...]

    @classmethod
    def of(cls, trace: Trace) -> Units:
        tasks = trace.plan.walk() if trace.plan else ()
        found = {task.id: tuple(u.value for u in task.units.lead or task.units.responsible) for task in tasks}
        return cls(found, tuple(dict.fromkeys(name for names in found.values() for name in names)))

    def behind(self, trace: TaskTrace) -> str:
        """The units that lead what answers a superior task, between bars: |甲|乙|."""
        tasks = (each.task for each in answering_counterparts(trace))
        names = dict.fromkeys(name for task in tasks for name in self.by_task.get(task, ()))
        return f"|{'|'.join(names)}|"


def progress_of(directive: DirectiveTrace) -> Iterator[Progress]:
    """The sections of a superior document that demand something, in their order."""
    states = {trace.task.id: trace.status for trace in directive.tasks}
    for section in directive.document.sections if directive.document else ():
        found = [states[leaf.id] for leaf in section.leaves() if leaf.id in states]
        if found:
            heading = f"{section.marker}{section.heading.value}" or section.text.value[:20]
            yield Progress(heading, count_statuses(found), len(found))


def matrix_of(directive: DirectiveTrace, trace: Trace) -> Matrix | None:
    """Who answers whom; None where there is nothing to show, or too much."""
    answers = {task.task.id: answering_counterparts(task) for task in directive.tasks}
    answering = {counterpart.task for found in answers.values() for counterpart in found}
    columns = tuple(task for task in (trace.plan.leaves() if trace.plan else ()) if task.id in answering)
    if not columns or len(columns) * len(directive.tasks) > MOST_CELLS:
        return None
    rows = tuple((task, _row(task, answers[task.task.id], columns)) for task in directive.tasks)
    return Matrix(columns, rows)


def _row(trace: TaskTrace, found: tuple[Counterpart, ...], columns: tuple[Task, ...]) -> tuple[Cell | None, ...]:
    by_task = {each.task: each for each in found}
    return tuple(_cell(trace, by_task[task.id], task) if task.id in by_task else None for task in columns)


def _cell(trace: TaskTrace, counterpart: Counterpart, task: Task) -> Cell:
    return Cell(trace, counterpart, tuple(_proofs(trace, counterpart, task)))


def _proofs(trace: TaskTrace, counterpart: Counterpart, task: Task) -> Iterator[Proof]:
    superior, plan = measures_of(trace.task), measures_of(task)
    order = list(superior)
    verdicts = {clause.id: clause.status for clause in trace.clauses}
    known = (evidence for evidence in counterpart.evidence if evidence.clause in superior)
    for each in sorted(known, key=lambda evidence: order.index(evidence.clause)):
        left = superior[each.clause]
        right = with_targets(plan.get(each.plan_clause, ""), task, left)
        marked = pieces(left, shared_words(left, right)), pieces(right, shared_words(right, left))
        yield Proof(each.clause, verdicts.get(each.clause, trace.status), marked[0], each.plan_clause, marked[1])
