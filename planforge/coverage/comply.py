"""Whether the plan keeps what its superior documents ask for: targets no lower, deadlines no later."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.model import DeadlineConflict, Document, TargetConflict, TaskTrace


def target_conflicts(directive: Document, plan: Document) -> tuple[TargetConflict, ...]:
    return ()


def deadline_conflicts(tasks: Sequence[TaskTrace], plan: Document) -> tuple[DeadlineConflict, ...]:
    return ()
