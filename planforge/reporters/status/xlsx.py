"""How the work stands, as a workbook: every task with its state, and counts by section, unit and superior document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from planforge.model.followup import (
    TASK_STATES,
    FollowedGroup,
    FollowedTask,
    FollowUp,
    Grouping,
    TaskState,
    count_states,
)
from planforge.reporters.status._followup import (
    GROUPING_NAMES,
    STATE_NAMES,
    answering_units,
    by_urgency,
    due_words,
    headline,
    missing_superiors,
    standing_words,
    status_word,
    summary,
)
from planforge.reporters.workbook import (
    BODY,
    HEAD,
    PLAIN,
    TITLE,
    landscape,
    workbook,
    write_heads,
    write_rows,
)

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

#: A column's head and its width in characters.
_Columns = Sequence[tuple[str, int]]
_Cells = Sequence[str | int]

_TASKS = (
    ("编号", 7),
    ("部分", 13),
    ("重点任务", 20),
    ("牵头或责任单位", 15),
    ("配合单位", 18),
    ("截止日期", 11),
    ("情况", 9),
    ("还有（逾期）", 11),
    ("状态", 8),
    ("进展", 28),
    ("佐证", 15),
    ("备注", 15),
)
_COUNTS = (("名称", 34), ("共", 8), *((name, 10) for name in STATE_NAMES.values()), ("配合", 8), ("没有任务对应", 50))
#: The name of a group and how many tasks it has are always told.
_NAMED = 2
_COLOURS: dict[TaskState, str] = {"late": "#FADBD8", "soon": "#FDF0D5", "done": "#E2F2E7", "dropped": "#EDEDED"}


def report(follow_up: FollowUp, grouping: Grouping | None = None, *, colour: bool = False) -> bytes:
    """A sheet of tasks, what presses first, and one for each grouping (or the one asked for)."""
    return workbook(headline(follow_up), lambda book: _fill(_Book(book, follow_up), follow_up, grouping))


def _fill(book: _Book, follow_up: FollowUp, grouping: Grouping | None) -> None:
    book.sheet("任务", _TASKS, [_task(each, follow_up) for each in by_urgency(follow_up.tasks)])
    for each, name in GROUPING_NAMES.items():
        if grouping in (None, each):
            book.sheet(name, *_told(_COUNTS, [_counts(group) for group in follow_up.groups[each]]))


class _Book:
    def __init__(self, workbook: Workbook, follow_up: FollowUp) -> None:
        self._workbook = workbook
        self._above = [headline(follow_up), " ".join((summary(follow_up), *missing_superiors(follow_up)))]
        self._head, self._body = workbook.add_format(HEAD), workbook.add_format(BODY)
        self._title, self._plain = workbook.add_format(TITLE), workbook.add_format(PLAIN)
        self._marks = {state: workbook.add_format({"bg_color": shade}) for state, shade in _COLOURS.items()}

    def sheet(self, name: str, columns: _Columns, rows: Sequence[_Cells]) -> None:
        sheet = self._workbook.add_worksheet(name)
        top = len(self._above)
        write_heads(sheet, top, columns, self._head)
        for row, words in enumerate(self._above):
            sheet.write_string(row, 0, words, self._plain if row else self._title)
        write_rows(sheet, top + 1, columns, rows, self._body)
        sheet.autofilter(top, 0, top + len(rows), len(columns) - 1)
        landscape(sheet)
        self._colour(sheet, top + 1, [head for head, _ in columns], len(rows))

    def _colour(self, sheet: Worksheet, top: int, heads: Sequence[str], rows: int) -> None:
        if "情况" not in heads or not rows:
            return
        column = heads.index("情况")
        for state, mark in self._marks.items():
            rule = {"type": "cell", "criteria": "==", "value": f'"{STATE_NAMES[state]}"', "format": mark}
            sheet.conditional_format(top, column, top + rows - 1, column, rule)


def _told(columns: _Columns, rows: Sequence[_Cells]) -> tuple[_Columns, list[_Cells]]:
    """The table without columns that say nothing in any row."""
    kept = [place for place in range(len(columns)) if place < _NAMED or any(row[place] for row in rows)]
    return tuple(columns[place] for place in kept), [tuple(row[place] for place in kept) for row in rows]


def _task(each: FollowedTask, follow_up: FollowUp) -> _Cells:
    task = each.task
    support = "、".join(unit.value for unit in each.units.support)
    place = (task.id, "\n".join(each.path), each.name, answering_units(each), support)
    when = (due_words(each.due), STATE_NAMES[each.state], standing_words(each, follow_up.day))
    return (*place, *when, status_word(each), task.progress, task.evidence, task.note)


def _counts(group: FollowedGroup) -> _Cells:
    return tuple(_count_cells(group))


def _count_cells(group: FollowedGroup) -> Iterator[str | int]:
    counts = count_states(group.tasks)
    yield group.name
    yield len(group.tasks)
    yield from (counts[state] or "" for state in TASK_STATES)
    yield len(group.supported) or ""
    yield "\n".join(group.unanswered)
