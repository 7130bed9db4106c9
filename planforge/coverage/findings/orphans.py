"""The plan's own business: its tasks that answer nothing of its superior documents. Worth knowing, and no error."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.model import DirectiveTrace, Document, Task


def find_orphans(plan: Document, directives: Sequence[DirectiveTrace]) -> tuple[Task, ...]:
    """The plan's leaves that neither declare a link nor answer a measure, not even one that a person must look at.

    A plan that is held against nothing has none.
    """
    if not directives:
        return ()
    answering = {task for directive in directives for trace in directive.tasks for task in trace.answering}
    answering.update(leaf.id for node in plan.walk() if node.implements for leaf in node.leaves())
    return tuple(leaf for leaf in plan.demands() if leaf.id not in answering)
