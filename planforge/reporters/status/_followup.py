"""What people call the states of a task that is followed up, and the lines that sum them up."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

from planforge.model.followup import TASK_STATES, Due, FollowedTask, FollowUp, Grouping, TaskState, count_states
from planforge.schemas.words import writing
from planforge.text.days import written_day

STATE_NAMES: Mapping[TaskState, str] = {
    "late": "逾期",
    "soon": "临期",
    "planned": "未开始",
    "ongoing": "推进中",
    "standing": "常态推进",
    "undated": "无时限",
    "done": "已完成",
    "dropped": "取消",
}
GROUPING_NAMES: Mapping[Grouping, str] = {"section": "按部分", "unit": "按单位", "superior": "按上级文件"}
_NOT_TOLD = "未填"


def summary(follow_up: FollowUp) -> str:
    """共 18 项：逾期 1，临期 2，已完成 15。"""
    counts = count_states(follow_up.tasks)
    parts = "，".join(f"{STATE_NAMES[state]} {number}" for state, number in counts.items() if number)
    untold = sum(each.status is None for each in follow_up.tasks)
    return f"共 {len(follow_up.tasks)} 项：{parts}。{f'其中 {untold} 项没有填状态。' if untold else ''}"


def shown_states(follow_up: FollowUp) -> tuple[TaskState, ...]:
    """The states that some task is in, and 已完成, which everybody looks for."""
    counts = count_states(follow_up.tasks)
    return tuple(state for state in TASK_STATES if counts[state] or state == "done")


def headline(follow_up: FollowUp) -> str:
    """2027年……工作要点：截至2027年6月10日的完成情况。"""
    return f"{follow_up.title or '（没有标题）'}：截至{written_day(follow_up.day)}的完成情况"


def in_state(tasks: Sequence[FollowedTask], state: TaskState) -> tuple[FollowedTask, ...]:
    """The tasks that are in a state, in the order of the plan."""
    return tuple(each for each in tasks if each.state == state)


def by_urgency(tasks: Sequence[FollowedTask]) -> list[FollowedTask]:
    """What is late first, then by day; within a day in the order of the plan."""
    last = datetime.date.max
    return sorted(tasks, key=lambda each: (TASK_STATES.index(each.state), each.due.date or last))


def due_words(due: Due) -> str:
    """2027-06-30, 每季度（本期至2027-06-30）, or nothing."""
    if due.date:
        return due.date.isoformat()
    return f"{due.recurs}（本期至{due.period_end}）" if due.period_end else due.recurs


def standing_words(each: FollowedTask, day: datetime.date) -> str:
    """逾期12天, 还有5天: how far the last day is, for a task that is late or due soon."""
    if each.due.date is None or each.state not in ("late", "soon"):
        return ""
    left = (each.due.date - day).days
    return f"逾期{-left}天" if left < 0 else f"还有{left}天" if left else "今天到期"


def status_word(each: FollowedTask) -> str:
    """What its author says of how it goes."""
    return writing("status", each.status, "zh") if each.status else _NOT_TOLD


def answering_units(each: FollowedTask) -> str:
    """Who answers for a task, those in the lead first; units that only support it don't."""
    units = each.units
    return "、".join(unit.value for unit in (*units.lead, *units.responsible))


def missing_superiors(follow_up: FollowUp) -> Iterator[str]:
    """A line for each superior document that isn't there."""
    yield from (f"找不到上级文件“{alias}”，没有按它统计。" for alias in follow_up.missing)
