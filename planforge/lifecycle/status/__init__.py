"""`planforge status`: how the work of a plan stands on a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from planforge.coverage import trace
from planforge.lifecycle.loading import load
from planforge.lifecycle.office import office_of
from planforge.lifecycle.own_words import written_deadlines
from planforge.lifecycle.status.due import due_of, state_of
from planforge.lifecycle.status.groups import by_section, by_superior, by_unit
from planforge.lifecycle.superiors import find_superiors
from planforge.model import Deadline, Document, InputError, Task
from planforge.model.followup import FollowedGroup, FollowedTask, FollowUp, Grouping

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
    paths = (path for section in plan.sections for path in _paths(section, ()))
    return tuple(_followed(path, day, soon) for path in paths if id(path[-1]) in demanded)


def _paths(node: Task, above: tuple[Task, ...]) -> Iterator[tuple[Task, ...]]:
    """Every leaf at or below a node, behind the nodes above it from the section down."""
    here = (*above, node)
    if not node.tasks:
        yield here
    for task in node.tasks:
        yield from _paths(task, here)


def _followed(path: tuple[Task, ...], day: datetime.date, soon: int) -> FollowedTask:
    task, upwards = path[-1], path[::-1]
    units = next((node.units for node in upwards if node.units), task.units)
    status = next((node.status for node in upwards if node.status), None)
    deadlines = _deadlines(upwards)
    due = due_of(deadlines, day)
    headings = tuple(f"{node.marker}{node.heading.value}" for node in path[:-1] or path)
    return FollowedTask(task, headings, units, deadlines, status, due, state_of(status, due, day, soon))


def _deadlines(upwards: Sequence[Task]) -> tuple[Deadline, ...]:
    """The time limits in force for a leaf: those that its author wrote out for it, else those in its sentences.

    Beside one that is written out, a day in a sentence (3月启动) is a step on the way. A leaf without any has those
    written out for the nearest node above.
    """
    leaf = upwards[0]
    own = written_deadlines(leaf) or leaf.deadlines
    return own or next((found for node in upwards[1:] if (found := written_deadlines(node))), ())
