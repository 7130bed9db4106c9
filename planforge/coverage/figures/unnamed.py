"""What a superior document demands in figures and the plan doesn't name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planforge.coverage.figures.demanded import each_named
from planforge.coverage.figures.stated import Stated
from planforge.coverage.figures.targets import adds_up
from planforge.model import Target, TaskTrace, UnnamedTarget


def unnamed_targets(stated: Stated, tasks: Iterable[TaskTrace]) -> tuple[UnnamedTarget, ...]:
    """Shares and averages of superior tasks, which hold for each place as for all, that are nowhere `stated`; none of
    waived tasks and measures.
    """
    return tuple(
        UnnamedTarget(target, trace.task.id)
        for trace in tasks
        if trace.status != "waived"
        for target in _demanded(trace)
        if not stated.of(target, trace.task.text.value, trace.answering)
    )


def _demanded(trace: TaskTrace) -> Iterator[Target]:
    waived = [clause.text.value for clause in trace.clauses if clause.status == "waived"]
    for target in each_named(trace.task.targets):
        told = not adds_up(target) and not isinstance(target.value, str)
        if told and not any(target.text.value in words for words in waived):
            yield target
