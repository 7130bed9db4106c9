"""How the work of a plan stands on a day: each task with its due day, and tasks by unit, superior document, section."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from planforge.model.document import Deadline, Task, TaskStatus, Units

#: 逾期, 临期, 未开始, 推进中, 常态推进, 无时限, 已完成, 取消. Each task has exactly one.
TaskState = Literal["late", "soon", "planned", "ongoing", "standing", "undated", "done", "dropped"]
TASK_STATES: tuple[TaskState, ...] = ("late", "soon", "planned", "ongoing", "standing", "undated", "done", "dropped")
Grouping = Literal["section", "unit", "superior"]


@dataclass(frozen=True, slots=True)
class Due:
    """Until when a task is to be done: a last day, or how it recurs; neither where it has no time limit that is read.

    `period_end` is the last day of the month, quarter, half-year or year in which a recurring task is looked at.
    """

    date: datetime.date | None = None
    recurs: str = ""
    period_end: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class FollowedTask:
    """A leaf of a plan on a day. `path` holds the headings above it, from its section down.

    Units, time limits and status are those in force: its own, or those of the nearest node above it that has any.
    """

    task: Task
    path: tuple[str, ...]
    units: Units
    deadlines: tuple[Deadline, ...]
    status: TaskStatus | None
    due: Due
    state: TaskState

    @property
    def name(self) -> str:
        return self.task.heading.value or self.task.text.value


@dataclass(frozen=True, slots=True)
class FollowedGroup:
    """The tasks of a unit, of a section, or those that answer a superior document.

    `supported` are those that a unit only supports; `unanswered` the demands of a superior document that no task
    answers (id and heading).
    """

    name: str
    tasks: tuple[FollowedTask, ...]
    supported: tuple[FollowedTask, ...] = ()
    unanswered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A plan on a day. `soon` is how many days before its last day a task is due soon (临期).

    `missing` names the superior documents that could not be found.
    """

    title: str
    year: int | None
    day: datetime.date
    soon: int
    tasks: tuple[FollowedTask, ...]
    groups: Mapping[Grouping, tuple[FollowedGroup, ...]]
    missing: tuple[str, ...] = ()


def count_states(tasks: tuple[FollowedTask, ...]) -> dict[TaskState, int]:
    """How many of the tasks are in each state."""
    found = Counter(each.state for each in tasks)
    return {state: found[state] for state in TASK_STATES}
