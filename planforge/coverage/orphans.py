"""The plan's own business: its tasks that answer nothing of its superior documents. Worth knowing, and no error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.model import DirectiveTrace, Document, Task, TaskTrace


def find_orphans(plan: Document, directives: Sequence[DirectiveTrace]) -> tuple[Task, ...]:
    """The plan's leaves that neither declare a link nor answer a measure, not even one that a person must look at.

    A plan that is held against nothing has none.
    """
    if not directives:
        return ()
    answering = {task for directive in directives for trace in directive.tasks for task in answers_of(trace)}
    answering.update(leaf.id for node in plan.walk() if node.implements for leaf in node.leaves())
    return tuple(leaf for leaf in plan.demands() if leaf.id not in answering)


def answers_of(trace: TaskTrace) -> Iterator[str]:
    """The ids of the plan's tasks that answer a superior task, as far as the verdict goes."""
    yield from (counterpart.task for counterpart in trace.counterparts if counterpart.link != "suggested")
    yield from (clause.best.task for clause in trace.clauses if clause.best and clause.status != "uncovered")
    if not trace.clauses and trace.status not in ("uncovered", "waived"):
        yield from (counterpart.task for counterpart in trace.counterparts[:1])
