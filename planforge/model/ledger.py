"""The 台账 of a plan: a row for each task, its cells as words, as they stand in a workbook."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

LedgerKey = Literal[
    "id", "path", "heading", "text", "targets",
    "lead", "responsible", "support", "deadlines", "due", "light",
    "status", "progress", "evidence", "note",
]  # fmt: skip
#: Every column in its order, and its head.
LEDGER_HEADS: Mapping[LedgerKey, str] = {
    "id": "编号",
    "path": "部分",
    "heading": "重点任务",
    "text": "具体内容",
    "targets": "目标",
    "lead": "牵头单位",
    "responsible": "责任单位",
    "support": "配合单位",
    "deadlines": "完成时限",
    "due": "截止日期",
    "light": "预警",
    "status": "状态",
    "progress": "进展",
    "evidence": "佐证",
    "note": "备注",
}
#: What a workbook takes back into the plan: how the work goes, who does it, and by when.
LEDGER_EDITABLE: tuple[LedgerKey, ...] = (
    "lead", "responsible", "support", "deadlines", "status", "progress", "evidence", "note",
)  # fmt: skip
#: What only the plan itself can change.
LEDGER_FIXED: tuple[LedgerKey, ...] = ("path", "heading", "text", "targets", "due")
Light = Literal["red", "yellow", "green", "grey"]


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A task: its words by column, and the last day that keeps its time limit, if it has one.

    `light` is red when it is late, yellow when it is due soon, grey when nothing can be said (无时限, 取消).
    """

    cells: Mapping[LedgerKey, str]
    due: datetime.date | None
    light: Light


@dataclass(frozen=True, slots=True)
class Ledger:
    """A plan's 台账 on a day. `columns` are those that it shows."""

    title: str
    day: datetime.date
    soon: int
    columns: tuple[LedgerKey, ...]
    rows: tuple[LedgerRow, ...]
