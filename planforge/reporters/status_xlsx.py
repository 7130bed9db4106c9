"""How the work stands, as a workbook: every task with its state, and counts by section, unit and superior document."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

from planforge.model import TASK_STATES, FollowedGroup, FollowedTask, FollowUp, Grouping, TaskState, count_states
from planforge.reporters._followup import (
    GROUPING_NAMES,
    STATE_NAMES,
    answering_units,
    by_urgency,
    due_words,
    headline,
    missing_words,
    standing_words,
    status_word,
    summary,
)
from planforge.reporters._workbook import BODY, HEAD, OPTIONS, PLAIN, TITLE, describe, fitting, landscape, write_heads

_TASKS = (
    ("编号", 8),
    ("部分", 22),
    ("重点任务", 30),
    ("牵头或责任单位", 20),
    ("配合单位", 22),
    ("截止日期", 14),
    ("情况", 10),
    ("还有（逾期）", 12),
    ("状态", 10),
    ("进展", 40),
    ("佐证", 24),
    ("备注", 24),
)
_COUNTS = (("名称", 34), ("共", 8), *((name, 10) for name in STATE_NAMES.values()), ("配合", 8), ("没有任务对应", 50))
_COLOURS: dict[TaskState, str] = {"late": "#FADBD8", "soon": "#FDF0D5", "done": "#E2F2E7", "dropped": "#EDEDED"}


def report(follow_up: FollowUp, grouping: Grouping | None = None, *, colour: bool = False) -> bytes:
    """A sheet of tasks, what presses first, and one for each grouping (or the one asked for)."""
    from xlsxwriter import Workbook

    target = io.BytesIO()
    with Workbook(target, OPTIONS) as workbook:
        describe(workbook, headline(follow_up))
        book = _Book(workbook, follow_up)
        book.sheet("任务", _TASKS, [_task(each, follow_up) for each in by_urgency(follow_up.tasks)])
        for each, name in GROUPING_NAMES.items():
            if grouping in (None, each):
                book.sheet(name, _COUNTS, [_counts(group) for group in follow_up.groups[each]])
    return target.getvalue()


class _Book:
    def __init__(self, workbook: Any, follow_up: FollowUp) -> None:
        self._workbook = workbook
        self._above = [headline(follow_up), " ".join((summary(follow_up), *missing_words(follow_up)))]
        self._head, self._body = workbook.add_format(HEAD), workbook.add_format(BODY)
        self._title, self._plain = workbook.add_format(TITLE), workbook.add_format(PLAIN)
        self._marks = {state: workbook.add_format({"bg_color": shade}) for state, shade in _COLOURS.items()}

    def sheet(self, name: str, columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[str | int]]) -> None:
        sheet = self._workbook.add_worksheet(name)
        top = len(self._above)
        write_heads(sheet, top, columns, self._head)
        for row, words in enumerate(self._above):
            sheet.write_string(row, 0, words, self._plain if row else self._title)
        for row, cells in enumerate(rows, top + 1):
            for column, cell in enumerate(cells):
                self._write(sheet, row, column, cell)
        sheet.autofilter(top, 0, top + len(rows), len(columns) - 1)
        landscape(sheet)
        self._colour(sheet, top + 1, [head for head, _ in columns], len(rows))

    def _write(self, sheet: Any, row: int, column: int, cell: str | int) -> None:
        if isinstance(cell, int):
            sheet.write_number(row, column, cell, self._body)
        else:
            sheet.write_string(row, column, fitting(cell), self._body)

    def _colour(self, sheet: Any, top: int, heads: Sequence[str], rows: int) -> None:
        if "情况" not in heads or not rows:
            return
        column = heads.index("情况")
        for state, mark in self._marks.items():
            rule = {"type": "cell", "criteria": "==", "value": f'"{STATE_NAMES[state]}"', "format": mark}
            sheet.conditional_format(top, column, top + rows - 1, column, rule)


def _task(each: FollowedTask, follow_up: FollowUp) -> Sequence[str | int]:
    task = each.task
    support = "、".join(unit.value for unit in task.units.support)
    place = (task.id, "\n".join(each.path), each.name, answering_units(each), support)
    when = (due_words(each.due), STATE_NAMES[each.state], standing_words(each, follow_up.day))
    return (*place, *when, status_word(each), task.progress, task.evidence, task.note)


def _counts(group: FollowedGroup) -> Sequence[str | int]:
    return tuple(_count_cells(group))


def _count_cells(group: FollowedGroup) -> Iterator[str | int]:
    counts = count_states(group.tasks)
    yield group.name
    yield len(group.tasks)
    yield from (counts[state] or "" for state in TASK_STATES)
    yield len(group.supported) or ""
    yield "\n".join(group.unanswered)
