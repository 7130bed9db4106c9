"""A workbook that came back → its rows, wherever they stand in it now, and what was exported."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from planforge.lifecycle.ledger.cells import plain
from planforge.model import InputError
from planforge.model.ledger import LEDGER_EDITABLE, LEDGER_HEADS, LedgerKey
from planforge.ooxml.workbooks import Sheet, read
from planforge.reporters.ledger._record import RECORD_KEYS, RECORD_MARK
from planforge.schemas.names import record

Cells = Mapping[LedgerKey, str]

#: Heads that offices use for their own 台账, beside those of the plan's keys.
_ALSO: Mapping[str, LedgerKey] = {
    "任务": "heading",
    "任务名称": "heading",
    "工作任务": "heading",
    "重点工作": "heading",
    "具体举措": "text",
    "预警": "light",
    "截止日期": "due",
    "部分": "path",
}
_REMARK = re.compile(r"[（(][^（()）]*[)）]$|\s")
#: Heads stand near the top: a title, a legend and a line or two may be above them.
_LAST_HEAD_ROW = 30


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row of a table: where it stands, the words by column, the letters of the columns, and those with a formula."""

    sheet: str
    number: int
    cells: Cells
    letters: Mapping[LedgerKey, str]
    formulas: frozenset[LedgerKey] = frozenset()

    def place(self, key: LedgerKey | None = None) -> str:
        """台账!H7; without a column, 台账 第7行."""
        return f"{self.sheet}!{self.letters[key]}{self.number}" if key else f"{self.sheet} 第{self.number}行"


@dataclass(frozen=True, slots=True)
class ReturnedLedger:
    """All rows of a workbook, and each task's cells as they were exported, by id; None where that isn't known.

    `title` is that of the plan that it was exported from.
    """

    rows: tuple[ReturnedRow, ...]
    exported: Mapping[str, Cells] | None = None
    title: str = ""


def read_ledger(data: bytes, file: str) -> ReturnedLedger:
    """What is in a 台账: any sheet that has a head row with 编号 or 重点任务 and a column that can be taken back.

    Columns may stand in any order, with others between them. Raises InputError where no sheet has such heads, or
    where the file is no workbook.
    """
    sheets = read(data, file)
    records = [sheet for sheet in sheets if _is_record(sheet) and _is_whole(sheet)]
    tables = [sheet for sheet in sheets if not _is_record(sheet) and _head_row(sheet) is not None]
    if not tables:
        heads = "、".join(LEDGER_HEADS[key] for key in ("id", "status", "progress"))
        raise InputError(f"{file}：没有找到台账的表头。表头那一行要有“{heads}”这样的列名。")
    rows = tuple(row for sheet in tables for row in _rows(sheet))
    return ReturnedLedger(rows, _exported(records[0]), records[0].rows[0][1]) if records else ReturnedLedger(rows)


def _is_record(sheet: Sheet) -> bool:
    """Whether a sheet is what the export keeps for the import."""
    return bool(sheet.rows) and sheet.rows[0][0] == RECORD_MARK


def _is_whole(sheet: Sheet) -> bool:
    """Whether the record still has all of its columns."""
    return len(sheet.rows) > 1 and set(RECORD_KEYS) <= set(sheet.rows[1])


def _exported(sheet: Sheet) -> dict[str, Cells]:
    known = {column: key for column, name in enumerate(sheet.rows[1]) for key in RECORD_KEYS if key == name}
    rows = ({key: plain(row[column]) for column, key in known.items()} for row in sheet.rows[2:])
    return {row["id"]: row for row in rows if row.get("id")}


def _head_row(sheet: Sheet) -> int | None:
    """The first row that has the heads of a table."""
    heads = (set(_columns(row)) for row in sheet.rows[:_LAST_HEAD_ROW])
    return next((row for row, keys in enumerate(heads) if keys & {"id", "heading"} and keys & {*LEDGER_EDITABLE}), None)


def _columns(row: Sequence[str]) -> dict[LedgerKey, int]:
    """The columns of a head row by key; of two with one name the first counts."""
    found: dict[LedgerKey, int] = {}
    for column, words in enumerate(row):
        key = _key(words) if words else None
        if key:
            found.setdefault(key, column)
    return found


@lru_cache(maxsize=256)
def _key(head: str) -> LedgerKey | None:
    name = _REMARK.sub("", unicodedata.normalize("NFKC", head))
    if name in _ALSO:
        return _ALSO[name]
    entry = record("task").find(name)
    named = {words: key for key, words in LEDGER_HEADS.items()}
    return named.get(name) or next((key for key in LEDGER_HEADS if entry and entry.english == key), None)


def _rows(sheet: Sheet) -> Iterator[ReturnedRow]:
    """The rows below the heads that say anything; heads that are repeated further down are none."""
    from openpyxl.utils import get_column_letter

    top = _head_row(sheet) or 0
    columns = _columns(sheet.rows[top])
    letters = {key: get_column_letter(column + 1) for key, column in columns.items()}
    for number, row in enumerate(sheet.rows[top + 1 :], top + 1):
        cells = {key: plain(row[column]) for key, column in columns.items()}
        formulas = frozenset(key for key, column in columns.items() if (number, column) in sheet.formulas)
        if any(cells.values()) and _columns(row) != columns:
            yield ReturnedRow(sheet.name, number + 1, cells, letters, formulas)
