"""Until when a task is to be done, and how it stands on a day."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Sequence

from planforge.model import Deadline, TaskStatus
from planforge.model.followup import Due, TaskState

#: How a recurring time limit divides the year, in months; longest words first: 每半年 is no 每年.
_PERIODS = ((6, re.compile("半年")), (12, re.compile("年")), (3, re.compile("季")), (1, re.compile("月")))
_DECEMBER = 12


def due_of(deadlines: Sequence[Deadline], day: datetime.date) -> Due:
    """When a task is due that has these time limits: of several days the last, and a day rather than a recurrence."""
    dates = [deadline.date for deadline in deadlines if deadline.date]
    if dates:
        return Due(max(dates))
    recurs = next((deadline.recurs for deadline in deadlines if deadline.recurs), "")
    return Due(None, recurs, _period_end(recurs, day))


def state_of(status: TaskStatus | None, due: Due, day: datetime.date, soon: int) -> TaskState:
    """How a task stands on `day`; it is due `soon` from so many days before its last day on.

    What recurs or always goes on is never late: whether this month's part of it was done, no single status tells.
    """
    if status in ("done", "dropped", "standing"):
        return status
    if due.date and due.date < day:
        return "late"
    if due.date and (due.date - day).days <= soon:
        return "soon"
    if due.recurs:
        return "planned" if status == "planned" else "standing"
    if due.date is None:
        return "undated"
    return "ongoing" if status == "ongoing" else "planned"


def _period_end(recurs: str, day: datetime.date) -> datetime.date | None:
    """The last day of the period of a recurrence in which `day` lies; None where it has none (长期坚持, 每周)."""
    if not recurs.startswith(("每", "按", "逐", "半", "一")):
        return None
    months = next((months for months, words in _PERIODS if words.search(recurs)), None)
    if months is None:
        return None
    month = min(-(-day.month // months) * months, _DECEMBER)
    return datetime.date(day.year, month, calendar.monthrange(day.year, month)[1])
