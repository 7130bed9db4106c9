"""A plan → its 台账."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from planforge.lifecycle.ledger.cells import LIGHTS, UNITS, cells
from planforge.lifecycle.loading import load
from planforge.lifecycle.status import followed
from planforge.model import InputError
from planforge.model.followup import FollowedTask
from planforge.model.ledger import LEDGER_HEADS, Ledger, LedgerKey, LedgerRow
from planforge.reporters.ledger import xlsx as ledger_xlsx
from planforge.reporters.workbook import fitting

#: Who leads and who supports go together; an office that names no leads has 责任单位 alone.
_LED: tuple[LedgerKey, ...] = ("lead", "support")


@dataclass(frozen=True, slots=True)
class Exported:
    """A workbook, how many tasks it has, and the cells whose words didn't fit (编号 and column)."""

    content: bytes
    tasks: int
    cut: tuple[str, ...]


def export(path: str, day: datetime.date, soon: int) -> Exported:
    """The 台账 of the plan at `path`, whose lights count from `day`; tasks are due soon `soon` days ahead.

    Raises InputError where the file can't be read, or the plan has no tasks.
    """
    plan = load(path).document
    tasks = followed(plan, day, soon)
    if not tasks:
        raise InputError(f"{path}：读不出任务，没有可以列入台账的内容。")
    rows = tuple(_row(each) for each in tasks)
    ledger = Ledger(plan.title.value or "工作要点", day, soon, _columns(rows), rows)
    return Exported(ledger_xlsx.report(ledger), len(rows), tuple(_cut(rows)))


def _row(each: FollowedTask) -> LedgerRow:
    return LedgerRow(cells(each), each.due.date, LIGHTS[each.state])


def _columns(rows: tuple[LedgerRow, ...]) -> tuple[LedgerKey, ...]:
    """All columns, but for those of units that the plan has no use for."""
    used = {key for key in UNITS if any(row.cells[key] for row in rows)}
    used |= set(_LED) if not used or used & set(_LED) else set()
    return tuple(key for key in LEDGER_HEADS if key not in UNITS or key in used)


def _cut(rows: tuple[LedgerRow, ...]) -> Iterator[str]:
    for row in rows:
        yield from (
            f"{row.cells['id']} 的{LEDGER_HEADS[key]}" for key, words in row.cells.items() if fitting(words) != words
        )
