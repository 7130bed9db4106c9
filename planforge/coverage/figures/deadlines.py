"""Whether the plan's deadlines are no later than its superior documents ask for, along links and between answers.

Limits on one thing are held against each other first; where the words don't tell, the limits of clauses that answer
each other, and of tasks that are linked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from planforge.coverage.figures.limits import Limit, limits_of
from planforge.model import Clause, Counterpart, Deadline, DeadlineConflict, Document, Task, TaskTrace
from planforge.text import deadlines
from planforge.text.late import late
from planforge.text.statements import Years, years_of

#: How alike two clauses must be (0 to 1) for the deadline of one to bind the other, without and with a declared link.
ALIGNED, LINKED = 0.37, 0.17
_YEAR = late(r"\d{4}")
#: Without a link, how near the clause must come to the best answer: others share a set phrase with the demand.
NEAR_BEST = 0.6


def deadline_conflicts(tasks: Iterable[TaskTrace], directive: Document, plan: Document) -> tuple[DeadlineConflict, ...]:
    """The plan's deadlines that are later than the superior's, along links and between answering clauses.

    A superior that names no year at all (6月底前, and no day of issue) is read by the plan's.
    """
    plans = _Plan({leaf.id: leaf for leaf in plan.leaves()}, years_of(plan), {})
    years = years_of(directive)
    assumed = years.limits is None and years.since is None
    years = replace(years, limits=plan.year) if assumed else years
    answered = (trace for trace in tasks if trace.status not in ("waived", "uncovered"))
    late = (pair for trace in answered for pair in _late(trace, plans, years))
    return tuple(_conflict(each, plan, assumed) for each in late)


def _conflict(late: _Late, plan: Document, assumed: bool) -> DeadlineConflict:
    superior, wanted, task, given = late
    by_ours = assumed and wanted.date is not None and not _YEAR.search(wanted.text.value)
    return DeadlineConflict(wanted, superior.id, given, task, _is_past(wanted, plan), by_ours)


def _is_past(wanted: Deadline, plan: Document) -> bool:
    return wanted.date is not None and plan.year is not None and wanted.date.year < plan.year


@dataclass(frozen=True, slots=True)
class _Plan:
    """The plan's leaves by id, and the limits in their clauses as far as they were asked for."""

    leaves: Mapping[str, Task]
    years: Years
    known: dict[str, tuple[Limit, ...]]

    def limits(self, leaf: str) -> tuple[Limit, ...]:
        if leaf not in self.known:
            self.known[leaf] = tuple(limits_of(self.leaves[leaf], self.years))
        return self.known[leaf]


#: A superior task with its deadline, a task of the plan with one that is later.
_Late = tuple[Task, Deadline, Task, Deadline]


def _late(trace: TaskTrace, plan: _Plan, years: Years) -> Iterator[_Late]:
    superior = trace.task
    counterparts = [each for each in trace.counterparts if each.link != "outdated"]
    told = set()
    for wanted in limits_of(superior, years):
        if answer := _answer(wanted, counterparts, plan):
            told.add(wanted.deadline.date)
            task, limit = answer
            if limit.is_later(wanted):
                yield superior, wanted.deadline, task, limit.deadline
    rest = [each for each in _dated(superior.deadlines, years.limits) if each.date not in told]
    bests = _bests(trace) if rest and any(each.link != "declared" for each in counterparts) else {}
    for each in counterparts if rest else ():
        yield from _in_answers(superior, rest, plan.leaves[each.task], _binding(each, bests))


def _dated(limits: Iterable[Deadline], year: int | None) -> Iterator[Deadline]:
    """The limits that name a day; those without a year are read by `year`."""
    for each in limits:
        dated = each if each.date or each.recurs else deadlines.read(each.text, year)
        if dated.date:
            yield dated


def _answer(wanted: Limit, counterparts: Sequence[Counterpart], plan: _Plan) -> tuple[Task, Limit] | None:
    """The plan's limit on the same thing in a task that answers: the one most alike, of several the earliest."""
    if not wanted.binds:
        return None
    found = [
        (-alike, limit.moment.earliest, each.task, limit)
        for each in counterparts
        for limit in plan.limits(each.task)
        if (alike := wanted.same(limit))
    ]
    best = min(found, key=lambda one: one[:3], default=None)
    return (plan.leaves[best[2]], best[3]) if best else None


def _is_later(given: Deadline, wanted: Deadline) -> bool:
    """Whether a limit of the plan is later than the superior's, or what shall be done by then goes on for ever."""
    return wanted.date is not None and (given.date is None or given.date > wanted.date)


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


def _in_answers(superior: Task, limits: Sequence[Deadline], task: Task, counterpart: Counterpart) -> Iterator[_Late]:
    """The deadlines of a task that stand in answering clauses, the earliest against each of the superior's."""
    for wanted in limits:
        bound = [d for d in task.deadlines if d.date and _binds(wanted, superior, d, task, counterpart)]
        first = min(bound, key=lambda deadline: str(deadline.date), default=None)
        if first and _is_later(first, wanted):
            yield superior, wanted, task, first


def _binds(wanted: Deadline, superior: Task, deadline: Deadline, task: Task, counterpart: Counterpart) -> bool:
    """Whether the clauses that two deadlines stand in answer each other; a task's own stand in all its clauses."""
    declared = counterpart.link == "declared"
    ours = _clauses(deadline, task.clauses)
    theirs = _clauses(wanted, superior.clauses) if ours or not declared else set()
    if declared and not (ours and theirs):
        return True
    least = LINKED if declared else ALIGNED
    return any(
        proof.score >= least and (not theirs or proof.clause in theirs) and (not ours or proof.plan_clause in ours)
        for proof in counterpart.evidence
    )


def _clauses(deadline: Deadline, clauses: Sequence[Clause]) -> set[str]:
    return {clause.id for clause in clauses if deadline.text.value in clause.text.value}
