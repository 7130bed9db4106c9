"""Reading a workbook that nobody vouches for: cells as text, no formula evaluated, no link followed, sizes bounded."""

from __future__ import annotations

import datetime
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from planforge.model import InputError

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

#: A plan of a ministry has some hundred tasks; beyond these limits a workbook is a mistake, or hostile.
MOST_ROWS, MOST_COLUMNS, MOST_SHEETS = 20_000, 200, 100
_LARGEST, _MOST_PARTS = 128 * 2**20, 5_000
#: A document type, as UTF-8 and in both orders of UTF-16: Excel writes none, and entities could be bombs.
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
#: A carriage return as XML has to write it; some programs put it before each line feed.
_RETURN = re.compile("_x000D_\n?")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_COLUMN = re.compile(rb'<(?:\w+:)?c\s[^<>]*?\br="([A-Z]{1,3})\d{1,7}"')
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet. `rows` hold the text of every cell from A1 on, rows of one length; an empty cell is "".

    `formulas` are the places (row and column, from 0) of cells with a formula, whose text is the formula's own
    (`=A1&"x"`): what it would come to is nobody's word. `merged` are the cells made one, by their first and last row
    and column (from 0, the last ones as well); only the first of them has text.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    formulas: frozenset[tuple[int, int]] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False


def read(data: bytes, file: str) -> tuple[Sheet, ...]:
    """The worksheets of an .xlsx file, in order. Raises InputError for what is none, is damaged or beyond all measure.

    Numbers come as people see them (3, not 3.0; 80% where the cell shows a share), dates as 2027-06-30.
    """
    _refuse_others(data, file)
    _refuse_bombs(data, file)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings(action="ignore"):  # of styles and extensions, which nobody here asks about
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False, keep_vba=False)
            sheets = [sheet for sheet in book.worksheets[:MOST_SHEETS] if hasattr(sheet, "iter_rows")]
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                return tuple(_sheet(sheet, package, file) for sheet in sheets)
    except InputError:
        raise
    except Exception:  # openpyxl meets a damaged part with whatever it stumbles over
        raise InputError(f"{file}：表格不完整或已损坏。请用 Excel 或 WPS 打开后另存为 .xlsx 再试。") from None


def _refuse_others(data: bytes, file: str) -> None:
    if data.startswith(_OLE):
        raise InputError(f"{file}：这是旧版（.xls、.et）或加了密的表格。请去掉密码，另存为 .xlsx 再试。")
    if not data.startswith(_ZIP):
        raise InputError(f"{file}：这不是 .xlsx 表格。请用 Excel 或 WPS 另存为 .xlsx 再试。")


def _refuse_bombs(data: bytes, file: str) -> None:
    """Unpack every part once, within bounds: what an archive says of its sizes may be a lie."""
    left = _LARGEST
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            if len(parts) > _MOST_PARTS or "xl/workbook.xml" not in package.namelist():
                raise InputError(f"{file}：这不是 .xlsx 表格。请用 Excel 或 WPS 另存为 .xlsx 再试。")
            for part in parts:
                left -= _measured(package, part, left, file)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError):
        raise InputError(f"{file}：表格不完整、已损坏或加了密。请用 Excel 或 WPS 另存为 .xlsx 再试。") from None


def _measured(package: zipfile.ZipFile, part: zipfile.ZipInfo, room: int, file: str) -> int:
    with package.open(part) as stream:
        content = stream.read(room + 1)
    if len(content) > room:
        raise InputError(f"{file}：解压后超过 {_LARGEST // 2**20} MB，不像是填写的表格，已停止读取。")
    if part.filename.endswith((".xml", ".rels")) and any(doctype in content for doctype in _DOCTYPES):
        raise InputError(f"{file}：{part.filename} 含有文档类型声明，Excel 不会这样写，为安全起见不予读取。")
    return len(content)


def _sheet(sheet: Worksheet, package: zipfile.ZipFile, file: str) -> Sheet:
    if hasattr(sheet, "reset_dimensions"):  # a file may claim more cells than it has
        sheet.reset_dimensions()
    formulas: set[tuple[int, int]] = set()
    rows: list[tuple[str, ...]] = []
    width = _width(_xml(sheet, package))
    for turn, cells in enumerate(islice(sheet.iter_rows(max_col=width), MOST_ROWS + 1)):
        formulas |= {(turn, column) for column, cell in enumerate(cells) if cell.data_type == "f"}
        rows.append(tuple(map(_words, cells)))
    if len(rows) > MOST_ROWS:
        raise InputError(f"{file}：工作表“{sheet.title}”超过 {MOST_ROWS} 行，不像是填写的表格。")
    hidden = sheet.sheet_state != "visible"
    return Sheet(sheet.title, tuple(_even(rows)), frozenset(formulas), _merged(sheet, package), hidden)


def _xml(sheet: Worksheet, package: zipfile.ZipFile) -> bytes:
    """The part of a sheet; nothing where openpyxl doesn't tell which it is."""
    path = getattr(sheet, "_worksheet_path", "")
    return package.read(path) if path in package.namelist() else b""


def _width(xml: bytes) -> int:
    """How many columns have cells, `MOST_COLUMNS` at most, and that many where cells don't tell theirs: openpyxl makes
    a cell for every column that it is asked for."""
    from openpyxl.utils import column_index_from_string as column

    named = _COLUMN.findall(xml)
    if not named or len(_CELL.findall(xml)) > len(named):
        return MOST_COLUMNS
    return min(MOST_COLUMNS, max(column(letters.decode("ascii")) for letters in set(named)))


def _merged(sheet: Worksheet, package: zipfile.ZipFile) -> tuple[tuple[int, int, int, int], ...]:
    """The ranges of merged cells, which openpyxl doesn't give of a sheet that it reads row by row."""
    from openpyxl.utils import column_index_from_string as column

    found = _MERGED.findall(_xml(sheet, package))
    ranges = ([words.decode("ascii") for words in each] for each in found[:MOST_ROWS])
    return tuple(
        (int(top) - 1, column(left) - 1, int(bottom) - 1, column(right) - 1) for left, top, right, bottom in ranges
    )


def _even(rows: list[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Rows without empty ones at the end, all as long as the longest that says something."""
    while rows and not any(rows[-1]):
        rows.pop()
    width = max((column + 1 for row in rows for column, words in enumerate(row) if words), default=0)
    return ((*row, *[""] * width)[:width] for row in rows)


def _words(cell: Cell | MergedCell) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float) and "%" in cell.number_format:
        return f"{value * 100:.12g}%"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ", "minutes")
    words = getattr(value, "text", None) or str(value)
    return _RETURN.sub("\n", words)
