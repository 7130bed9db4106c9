"""A plan divided among its units as a workbook: counts by unit, and every task of every unit to filter and hand on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from planforge.model import UNIT_ROLES, Text
from planforge.model.shares import Assignment, Division, Share
from planforge.reporters.workbook import BODY, HEAD, landscape, paper_for, workbook, write_heads, write_rows

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_COUNTS = (("单位", 34), ("牵头", 8), ("责任", 8), ("配合", 8), ("合计", 8), ("分送文件", 40))
_CONTACT = ("联系人", 20)
_TASKS = (
    ("单位", 22),
    ("角色", 7),
    ("序号", 11),
    ("任务", 26),
    ("工作内容", 60),
    ("目标", 32),
    ("牵头单位", 18),
    ("责任单位", 18),
    ("配合单位", 26),
    ("完成时限", 13),
    ("编号", 8),
)
_UNASSIGNED = (("位置", 26), ("任务", 70))


def report(division: Division) -> bytes:
    """Sheets 汇总, 任务 (a row for each unit of a task) and 没有单位的任务; the same division gives the same bytes."""
    return workbook(f"{division.plan.title}任务分工表", lambda book: _fill(book, division))


def _fill(book: Workbook, division: Division) -> None:
    _sheet(book, "汇总", *_summary(division.shares))
    _sheet(book, "任务", _TASKS, [row for share in division.shares for row in _tasks(share)])
    if division.unassigned:
        _sheet(book, "没有单位的任务", _UNASSIGNED, division.unassigned)


def _sheet(book: Workbook, name: str, columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[str | int]]) -> None:
    sheet = book.add_worksheet(name)
    write_heads(sheet, 0, columns, book.add_format(HEAD))
    write_rows(sheet, 1, columns, rows, book.add_format(BODY))
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)
    landscape(sheet, paper_for(columns))


def _summary(shares: Sequence[Share]) -> tuple[Sequence[tuple[str, int]], Sequence[Sequence[str | int]]]:
    """Columns and rows; there is a column for contacts where the roster names any."""
    if any(share.contact for share in shares):
        return (*_COUNTS, _CONTACT), [(*_counts(share), share.contact) for share in shares]
    return _COUNTS, [_counts(share) for share in shares]


def _counts(share: Share) -> Sequence[str | int]:
    return (share.unit, *(len(share.of(role)) for role in UNIT_ROLES), len(share.assignments), share.file)


def _tasks(share: Share) -> Iterator[Sequence[str]]:
    for role in UNIT_ROLES:
        yield from (_task(share.unit, each) for each in share.of(role))


def _task(unit: str, each: Assignment) -> Sequence[str]:
    units = each.units
    what = (each.marker, each.heading, each.text, "\n".join(each.targets))
    who = (_names(units.lead), _names(units.responsible), _names(units.support))
    return (unit, UNIT_ROLES[each.role], *what, *who, each.deadline, each.id)


def _names(units: Sequence[Text]) -> str:
    return "、".join(unit.value for unit in units)
