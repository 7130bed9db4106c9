"""`planforge status`: how the work of a plan stands on a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from planforge.coverage import trace
from planforge.lifecycle.loading import load
from planforge.lifecycle.office import office_of
from planforge.lifecycle.status.due import due_of, state_of
from planforge.lifecycle.status.groups import by_section, by_superior, by_unit
from planforge.lifecycle.superiors import find_superiors
from planforge.model import Document, FollowedGroup, FollowedTask, FollowUp, Grouping, InputError, Task

__all__ = ["SOON", "follow_up", "followed"]

#: How many days before its last day a task is due soon, as 督查 offices warn.
SOON = 30


def follow_up(path: str, day: datetime.date, soon: int = SOON, against: Sequence[str] = ()) -> FollowUp:
    """The plan at `path` as it stands on `day`; superior documents are those of `against`, else the plan's own.

    Raises InputError where a file can't be read, or the plan has no tasks.
    """
    plan = load(path).document
    tasks = followed(plan, day, soon)
    if not tasks:
        raise InputError(f"{path}：读不出任务，没有可以跟踪的内容。")
    superiors = find_superiors(plan, against)
    groups: dict[Grouping, tuple[FollowedGroup, ...]] = {
        "section": by_section(tasks),
        "unit": by_unit(tasks, office_of(path).roster),
        "superior": by_superior(tasks, trace(plan, superiors.documents())),
    }
    missing = tuple(superior.alias for superior in superiors.missing)
    return FollowUp(plan.title.value, plan.year, day, soon, tasks, groups, missing)


def followed(plan: Document, day: datetime.date, soon: int = SOON) -> tuple[FollowedTask, ...]:
    """The leaves of a plan that somebody has to do, in its order: no 总体要求, no bare 主要目标."""
    demanded = {id(leaf) for leaf in plan.demands()}
    return tuple(
        _followed(path, task, day, soon)
        for section in plan.sections
        for path, task in _leaves(section, ())
        if id(task) in demanded
    )


def _leaves(node: Task, above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Task]]:
    """Every leaf at or below a node with the headings above it; a section that is a leaf stands below itself."""
    here = (*above, f"{node.marker}{node.heading.value}")
    if not node.tasks:
        yield above or here, node
    for task in node.tasks:
        yield from _leaves(task, here)


def _followed(path: tuple[str, ...], task: Task, day: datetime.date, soon: int) -> FollowedTask:
    due = due_of(task, day)
    return FollowedTask(task, path, due, state_of(task, due, day, soon))
