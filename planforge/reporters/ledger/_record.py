"""The sheet of a 台账 that nobody sees: every cell as it was exported.

By it `planforge ledger import` tells what was changed in the workbook from what was changed in the plan since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planforge.model.ledger import LEDGER_HEADS, Ledger, LedgerKey
from planforge.reporters.workbook import fitting

if TYPE_CHECKING:
    from xlsxwriter import Workbook

#: What the sheet is called, and what its first cell says.
RECORD_SHEET, RECORD_MARK = "导出记录", "planforge 台账 1"
RECORD_KEYS: tuple[LedgerKey, ...] = tuple(key for key in LEDGER_HEADS if key != "light")


def record(workbook: Workbook, ledger: Ledger) -> None:
    """Add the sheet, its columns under their English names; it is hidden, and closed to changes."""
    sheet = workbook.add_worksheet(RECORD_SHEET)
    text = workbook.add_format({"num_format": "@"})
    for column, words in enumerate((RECORD_MARK, ledger.title)):
        sheet.write_string(0, column, fitting(words), text)
    for column, key in enumerate(RECORD_KEYS):
        sheet.write_string(1, column, key, text)
        for row, each in enumerate(ledger.rows, 2):
            sheet.write_string(row, column, fitting(each.cells.get(key, "")), text)
    sheet.very_hidden()
    sheet.protect()
