"""Whether the plan's deadlines are no later than its superior documents ask for, along links and between answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from planforge.model import Clause, Counterpart, Deadline, DeadlineConflict, Document, Task, TaskTrace

#: How alike two clauses must be (0 to 1) for the deadline of one to bind the other, without and with a declared link.
ALIGNED, LINKED = 0.37, 0.17
#: Without a link, how near the clause must come to the best answer: others share a set phrase with the demand.
NEAR_BEST = 0.6


def deadline_conflicts(tasks: Iterable[TaskTrace], plan: Document) -> tuple[DeadlineConflict, ...]:
    """The plan's deadlines that are later than the superior's, along links and between answering clauses."""
    leaves = {leaf.id: leaf for leaf in plan.leaves()}
    answered = (trace for trace in tasks if trace.status not in ("waived", "uncovered"))
    return tuple(conflict for trace in answered for conflict in _conflicts(trace, leaves, plan.year))


def _conflicts(trace: TaskTrace, leaves: Mapping[str, Task], year: int | None) -> Iterator[DeadlineConflict]:
    if not trace.task.deadlines:
        return
    bests = _bests(trace)
    for counterpart in trace.counterparts:
        if counterpart.link != "outdated":
            yield from _late(trace.task, leaves[counterpart.task], _binding(counterpart, bests), year)


def _bests(trace: TaskTrace) -> dict[str, float]:
    """By superior clause, how alike the best answer is."""
    proofs = sorted((proof for each in trace.counterparts for proof in each.evidence), key=lambda proof: proof.score)
    return {proof.clause: proof.score for proof in proofs}


def _binding(counterpart: Counterpart, bests: Mapping[str, float]) -> Counterpart:
    """The counterpart with the evidence that counts for deadlines."""
    if counterpart.link == "declared":
        return counterpart
    near = (proof for proof in counterpart.evidence if proof.score >= NEAR_BEST * bests[proof.clause])
    return replace(counterpart, evidence=tuple(near))


def _late(superior: Task, task: Task, counterpart: Counterpart, year: int | None) -> Iterator[DeadlineConflict]:
    for wanted in superior.deadlines:
        bound = [d for d in task.deadlines if d.date and _binds(wanted, superior, d, task, counterpart)]
        first = min(bound, key=lambda deadline: str(deadline.date), default=None)
        if wanted.date and first and first.date and first.date > wanted.date:
            past = year is not None and wanted.date.year < year
            yield DeadlineConflict(wanted, superior.id, first, task, past)


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
