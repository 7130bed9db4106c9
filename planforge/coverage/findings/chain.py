"""Coverage over several levels: for each measure of the topmost document where it lands, or at which level it was lost.

A measure goes down through the clause that answers it best: that clause's own verdict against the next document says
what became of it there. It is as good as the worst of its levels.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from planforge.model import (
    Chain,
    ChainStep,
    ClauseChain,
    ClauseTrace,
    Counterpart,
    DirectiveTrace,
    Status,
    TaskChain,
    TaskTrace,
    Text,
)

#: From best to worst. What a person must look at may turn out to be a hole, so it is worse than a part.
WORSE: tuple[Status, ...] = ("covered", "waived", "partial", "review", "uncovered")


def chain(traces: Sequence[DirectiveTrace], plan_title: str) -> Chain:
    """What became of the topmost document's demands in the plan of this title.

    Each of `traces`, at least one, is of a document in the one below it, topmost first; the last, in the plan.
    """
    levels = [_Level.of(trace) for trace in traces]
    tasks = tuple(_task(task, levels) for task in traces[0].tasks)
    return Chain((*(trace.title for trace in traces), plan_title), tasks)


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What became of a measure one level down; `answer` is the clause (or task without clauses) that answers it."""

    status: Status
    answer: str


_NOTHING = _Verdict("uncovered", "")


@dataclass(frozen=True, slots=True)
class _Level:
    """The verdicts of one document in the next, by clause; a task without clauses counts as its own clause."""

    verdicts: Mapping[str, _Verdict]

    @classmethod
    def of(cls, trace: DirectiveTrace) -> _Level:
        return cls({name: verdict for task in trace.tasks for name, verdict in _verdicts(task).items()})


def _verdicts(task: TaskTrace) -> dict[str, _Verdict]:
    if task.clauses:
        return {clause.id: _of_clause(clause) for clause in task.clauses}
    return {task.task.id: _Verdict(task.status, _first(task.counterparts))}


def _of_clause(clause: ClauseTrace) -> _Verdict:
    return _Verdict(clause.status, clause.best.plan_clause if clause.best else "")


def _first(counterparts: Sequence[Counterpart]) -> str:
    return counterparts[0].task if counterparts else ""


def _task(trace: TaskTrace, levels: Sequence[_Level]) -> TaskChain:
    measures = [(clause.id, clause.text) for clause in trace.clauses] or [(trace.task.id, trace.task.heading)]
    clauses = tuple(_follow(name, text, levels) for name, text in measures)
    return TaskChain(trace.task, _together({clause.status for clause in clauses}), clauses)


def _follow(name: str, text: Text, levels: Sequence[_Level]) -> ClauseChain:
    steps = tuple(_steps(name, levels))
    worst: Status = max((step.status for step in steps), key=WORSE.index)
    return ClauseChain(name, text, worst, steps, steps[-1].level if worst == "uncovered" else None)


def _steps(name: str, levels: Sequence[_Level]) -> Iterator[ChainStep]:
    """Level by level, up to the one where nothing answers or the demand is waived."""
    for number, level in enumerate(levels, 1):
        verdict = level.verdicts.get(name, _NOTHING)
        ends = verdict.status in ("uncovered", "waived") or not verdict.answer
        yield ChainStep(number, verdict.status, "" if ends else verdict.answer)
        if ends:
            return
        name = verdict.answer


def _together(statuses: Collection[Status]) -> Status:
    """What the measures of a task come to: holes among answers are a part, doubts alone are for a person."""
    demanded = set(statuses) - {"waived"}
    if len(demanded) < 2:
        return next(iter(demanded), "waived")
    return "partial" if demanded & {"partial", "uncovered"} else "review"
