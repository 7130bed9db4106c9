"""Whether the plan keeps what its superior documents ask for: targets no lower, deadlines no later."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from planforge.coverage.amounts import amount
from planforge.coverage.indicators import pace, same_indicator
from planforge.model import (
    Clause,
    Counterpart,
    Deadline,
    DeadlineConflict,
    Document,
    Target,
    TargetConflict,
    Task,
    TaskTrace,
)

#: How alike two clauses must be (0 to 1) for the deadline of one to bind the other, without and with a declared link.
ALIGNED, LINKED = 0.3, 0.12

_HORIZON = re.compile(r"20\d\d\s*[—–\-－~至]+\s*(20\d\d)")
_WIDE = re.compile(r"全国|全省")
_RATIO_NAME = re.compile(r"率|人均|每万|万人|占比|比重|比例|满意度")


def target_conflicts(directive: Document, plan: Document) -> tuple[TargetConflict, ...]:
    """The plan's targets that are weaker than the superior's for the same indicator, looked for in the whole of both.

    Where a plan names an indicator more than once, its strongest value counts. A target for a year before the
    superior's is a step on the way; a province's total doesn't bind a city.
    """
    horizon = _horizon(directive)
    found = []
    for owner, wanted in _demanded(directive):
        matches = [pair for pair in _targets(plan) if _comparable(wanted, pair[1], plan.year, horizon)]
        if matches and all(_weaker(target, wanted) for _, target in matches):
            task, target = matches[0]
            found.append(TargetConflict(wanted, owner, target, task))
    return tuple(found)


def _targets(document: Document) -> Iterator[tuple[Task, Target]]:
    return ((task, target) for task in document.walk() for target in task.targets)


def _demanded(directive: Document) -> Iterator[tuple[str, Target]]:
    """The superior's targets with the ids of their tasks; rows of its indicator table belong to none."""
    yield from ((task.id, target) for task, target in _targets(directive))
    for row in directive.indicators:
        if row.target is not None:
            falls = row.baseline is not None and row.target < row.baseline
            yield "", Target(row.name, row.name.value, "<=" if falls else ">=", row.target, row.unit)


def _comparable(wanted: Target, target: Target, plan_year: int | None, horizon: int | None) -> bool:
    due, year = wanted.year or horizon, target.year or plan_year
    if due and year and year < due:
        return False
    paces = {pace(wanted), pace(target)} - {""}
    totals = _WIDE.search(wanted.text.value) and not _RATIO_NAME.search(wanted.indicator) and "%" not in wanted.unit
    return len(paces) < 2 and not totals and same_indicator(wanted.indicator, target.indicator)


def _weaker(target: Target, wanted: Target) -> bool:
    ours, theirs = amount(target), amount(wanted)
    return bool(ours and theirs and ours.weaker_than(theirs))


def _horizon(document: Document) -> int | None:
    """The last year of a document that is made for several, by its title."""
    found = _HORIZON.search(document.title.value)
    return int(found[1]) if found else None


def deadline_conflicts(tasks: Iterable[TaskTrace], plan: Document) -> tuple[DeadlineConflict, ...]:
    """The plan's deadlines that are later than the superior's, along links and between answering clauses."""
    leaves = {leaf.id: leaf for leaf in plan.leaves()}
    return tuple(
        conflict
        for trace in tasks
        if trace.status not in ("waived", "uncovered")
        for counterpart in trace.counterparts
        if counterpart.link != "outdated"
        for conflict in _late(trace.task, leaves[counterpart.task], counterpart)
    )


def _late(superior: Task, task: Task, counterpart: Counterpart) -> Iterator[DeadlineConflict]:
    for wanted in superior.deadlines:
        bound = [d for d in task.deadlines if d.date and _binds(wanted, superior, d, task, counterpart)]
        first = min(bound, key=lambda deadline: str(deadline.date), default=None)
        if wanted.date and first and first.date and first.date > wanted.date:
            yield DeadlineConflict(wanted, superior.id, first, task)


def _binds(wanted: Deadline, superior: Task, deadline: Deadline, task: Task, counterpart: Counterpart) -> bool:
    """Whether the clauses that two deadlines stand in answer each other; a task's own stand in all its clauses."""
    ours, theirs = _clauses(deadline, task.clauses), _clauses(wanted, superior.clauses)
    least = LINKED if counterpart.link == "declared" else ALIGNED
    if counterpart.link == "declared" and (not ours or not theirs):
        return True
    return any(
        proof.score >= least and (not theirs or proof.clause in theirs) and (not ours or proof.plan_clause in ours)
        for proof in counterpart.evidence
    )


def _clauses(deadline: Deadline, clauses: Sequence[Clause]) -> set[str]:
    return {clause.id for clause in clauses if deadline.text.value in clause.text.value}
