"""Superior measures beside the plan's own that answer them best."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import BestClause, ClauseTrace, Task
from planforge.rules._context import RuleContext
from planforge.rules._names import directive_item


def answered(context: RuleContext) -> Iterator[tuple[str, ClauseTrace, BestClause, Task | str]]:
    """Each measure that the plan answers at least in part: its item (省意见#3.2/1), its trace, the best answer and the
    task (where the document has it no more, its id) that this stands in.
    """
    tasks = {task.id: task for task in context.document.walk()}
    for directive in context.trace.directives if context.trace else ():
        for clause in (clause for trace in directive.tasks for clause in trace.clauses):
            if clause.best is not None and clause.status in ("covered", "partial"):
                at = tasks.get(clause.best.task, clause.best.task)
                yield directive_item(directive, clause.id), clause, clause.best, at
