"""The 台账 as a workbook: a row for each task to fill in, a light that follows date and status, and what was exported.

No cell holds a formula; the light is a conditional format, so that it changes as soon as somebody chooses another
status.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from planforge.model.ledger import LEDGER_EDITABLE, LEDGER_HEADS, Ledger, LedgerKey, LedgerRow
from planforge.reporters.ledger._lights import LIGHT_WORDS, light_rules
from planforge.reporters.ledger._record import record
from planforge.reporters.workbook import (
    BODY,
    HEAD,
    PLAIN,
    TITLE,
    fitting,
    landscape,
    row_height,
    workbook,
    write_heads,
)
from planforge.schemas.words import WORDS

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_WIDTHS: dict[LedgerKey, int] = {
    "id": 7,
    "path": 11,
    "heading": 15,
    "text": 34,
    "targets": 15,
    "lead": 11,
    "responsible": 11,
    "support": 13,
    "deadlines": 10,
    "due": 11,
    "light": 9,
    "status": 9,
    "progress": 24,
    "evidence": 13,
    "note": 12,
}
#: Title, then the day that lights count from, then the heads.
_HEAD_ROW = 2
_EDITABLE_HEAD = {"bg_color": "#DDEBF7"}
_DAY = "yyyy-mm-dd"
_LEGEND = (
    "红：过了时限没做完；黄：离时限不到临期天数没做完；绿：没到临期、常态推进或已完成。改基准日，颜色随之变；删去就按当天算。"
    "蓝色表头的各列会写回要点，其余各列要在要点里改。"
)
_FIXED = ("这一列由要点生成", "在这里改不会写回要点；请改要点的 YAML 文件，再重新导出。")


def report(ledger: Ledger) -> bytes:
    """The same ledger gives the same bytes."""
    return workbook(f"{ledger.title}台账", lambda book: _fill(book, ledger))


def _fill(book: Workbook, ledger: Ledger) -> None:
    _Sheet(book, ledger).write()
    record(book, ledger)


class _Sheet:
    def __init__(self, workbook: Workbook, ledger: Ledger) -> None:
        self._workbook, self._ledger = workbook, ledger
        self._sheet = workbook.add_worksheet("台账")
        self._top = _HEAD_ROW + 1
        self._last = _HEAD_ROW + max(1, len(ledger.rows))
        # Text cells: what somebody types stays what it is, be it 1-2, 3.10 or =1+1.
        self._text = workbook.add_format({**BODY, "num_format": "@"})
        self._date = workbook.add_format({**BODY, "num_format": _DAY, "align": "center"})
        self._centre = workbook.add_format({**BODY, "num_format": "@", "align": "center"})

    def write(self) -> None:
        self._head()
        for row, each in enumerate(self._ledger.rows, self._top):
            self._row(row, each)
        self._sheet.autofilter(_HEAD_ROW, 0, self._last, len(self._ledger.columns) - 1)
        self._guard()
        self._lights()
        self._sheet.freeze_panes(self._top, self._ledger.columns.index("heading") + 1)
        landscape(self._sheet)

    def _head(self) -> None:
        ledger, sheet = self._ledger, self._sheet
        plain = self._workbook.add_format(PLAIN)
        sheet.write_string(0, 0, f"{ledger.title}台账", self._workbook.add_format(TITLE))
        sheet.set_row(0, 28)
        sheet.write_string(1, 0, "基准日", plain)
        sheet.write_datetime(
            1, 1, _moment(ledger.day), self._workbook.add_format({**PLAIN, "num_format": _DAY, "align": "left"})
        )
        sheet.write_string(1, 2, "临期天数", plain)
        sheet.write_number(1, 3, ledger.soon, self._workbook.add_format({**PLAIN, "align": "left"}))
        sheet.write_string(1, 4, _LEGEND, plain)
        columns = [(LEDGER_HEADS[key], _WIDTHS[key]) for key in ledger.columns]
        write_heads(sheet, _HEAD_ROW, columns, self._workbook.add_format(HEAD))
        editable = self._workbook.add_format({**HEAD, **_EDITABLE_HEAD})
        for column, key in enumerate(ledger.columns):
            if key in LEDGER_EDITABLE:
                sheet.write_string(_HEAD_ROW, column, LEDGER_HEADS[key], editable)

    def _row(self, row: int, each: LedgerRow) -> None:
        widths = {key: _WIDTHS[key] for key in self._ledger.columns}
        self._sheet.set_row(row, row_height((each.cells.get(key, ""), width) for key, width in widths.items()))
        for column, key in enumerate(self._ledger.columns):
            words = fitting(each.cells.get(key, ""))
            if key == "due" and each.due:
                self._sheet.write_datetime(row, column, _moment(each.due), self._date)
            elif key == "light":
                self._sheet.write_string(row, column, LIGHT_WORDS[each.light], self._centre)
            elif words:
                self._sheet.write_string(row, column, words, self._text)
            else:
                self._sheet.write_blank(row, column, None, self._text)

    def _guard(self) -> None:
        """A list to choose a status from; typing into a column that nothing would be taken back from is refused.

        The sheet itself isn't protected: Excel then wouldn't sort it, and 台账 are sorted all the time.
        """
        for column, key in enumerate(self._ledger.columns):
            if key == "status":
                rule = _choice()
            elif key not in LEDGER_EDITABLE:
                rule = {"validate": "custom", "value": "=FALSE", "error_title": _FIXED[0], "error_message": _FIXED[1]}
            else:
                continue
            self._sheet.data_validation(self._top, column, self._last, column, rule)

    def _lights(self) -> None:
        columns = self._ledger.columns
        place = columns.index("light")
        for rule in light_rules(columns.index("status"), columns.index("due"), self._top, day=(1, 1), soon=(1, 3)):
            mark = self._workbook.add_format(rule.format)
            self._sheet.conditional_format(
                self._top, place, self._last, place,
                {"type": "formula", "criteria": rule.formula, "format": mark, "stop_if_true": True},
            )  # fmt: skip


def _moment(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time())


def _choice() -> dict[str, Any]:
    words = [words[0] for words in WORDS["status"].values()]
    return {
        "validate": "list",
        "source": words,
        "error_title": "状态只能从列表里选",
        "error_message": f"可以选：{'、'.join(words)}。",
    }
