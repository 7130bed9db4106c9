"""Workbooks (.xlsx): a 任务分解表 as offices keep it; each sheet that is shown is its title and a table."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from planforge.model import Diagnostic, InputError, Layout, Paragraph, Span, Text

if TYPE_CHECKING:
    from planforge.ooxml.workbooks import Sheet

_WORKBOOK = "xl/workbook.xml"
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
#: What a program calls a sheet that nobody has named.
_UNNAMED = re.compile(r"(?:Sheet|工作表|表)\s*\d*", re.I)
#: How many rows the merged cells of a sheet may reach over, all together.
_MOST_FILLED = 1_000_000

Rows = Sequence[tuple[Text, ...]]


def recognises(data: bytes, file: str) -> bool:
    """Whether a zip archive is a workbook, whatever files are put into it; not a Word file that one is put into.

    Of a damaged archive the names of its parts still stand in the open.
    """
    if not data.startswith(b"PK\x03\x04") or _WORKBOOK.encode() not in data:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _WORKBOOK in package.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return b"word/document" not in data


def layout(data: bytes, file: str) -> Layout:
    """The sheets one below the other; a row's line is its number, counted on from sheet to sheet.

    Raises InputError for a workbook that is damaged, empty or beyond all measure.
    """
    from planforge.ooxml import workbooks

    sheets = [sheet for sheet in workbooks.read(data, file) if not sheet.hidden]
    paragraphs: list[Paragraph] = []
    above = 0
    for sheet in sheets:
        paragraphs += _sheet(sheet, above, file)
        above += len(sheet.rows)
    if not paragraphs:
        raise InputError(f"{file}：表格里没有文字。")
    return Layout(file, tuple(paragraphs), diagnostics=_formulas(sheets, file))


def _formulas(sheets: Sequence[Sheet], file: str) -> tuple[Diagnostic, ...]:
    count = sum(column > 0 for sheet in sheets for _, column in sheet.formulas)
    if not count:
        return ()
    message = f"表格里有 {count} 格是公式，算出来是多少读不到，当作空的。"
    return (Diagnostic("I305", "warning", message, Span(file), "全文", "请把公式复制、粘贴为数值，再导入。"),)


def _sheet(sheet: Sheet, above: int, file: str) -> Iterator[Paragraph]:
    """The lines over the table, the table, and the notes below it."""
    rows = [row for row in _filled(sheet, above, file) if any(cell.value.strip() for cell in row)]
    wide = [index for index, row in enumerate(rows) if len(_said(row)) > 1]
    first, last = (wide[0], wide[-1] + 1) if wide else (len(rows), len(rows))
    if first == 0 and rows and not _UNNAMED.fullmatch(sheet.name):
        yield Paragraph(Text.at_place(sheet.name, file, above + 1), centred=True)
    yield from (Paragraph(_said(row)[0], centred=True) for row in rows[:first])
    if last - first > 1:
        yield Paragraph(table=tuple(rows[first:last]))
    yield from (Paragraph(_said(row)[0]) for row in rows[last:])


def _said(row: Sequence[Text]) -> list[Text]:
    """What the cells of a row say, each merged one once."""
    return [cell for index, cell in enumerate(row) if cell.value.strip() and (not index or cell is not row[index - 1])]


def _filled(sheet: Sheet, above: int, file: str) -> Rows:
    """The cells as texts; a merged one stands in each of its places."""
    grid = [[Text.at_place(_shown(cell), file, line) for cell in row] for line, row in enumerate(sheet.rows, above + 1)]
    for row, column in sheet.formulas:
        grid[row][column] = Text.at_place("", file, above + row + 1)
    room = _MOST_FILLED
    for top, left, bottom, right in sheet.merged:
        rows = grid[top : bottom + 1]
        room -= len(rows)
        if room < 0 or not rows or left >= len(rows[0]):
            continue
        for cells in rows:
            cells[left : right + 1] = [rows[0][left]] * len(cells[left : right + 1])
    return [tuple(row) for row in grid]


def _shown(words: str) -> str:
    """A cell's words, a date as documents write it."""
    date = _DATE.fullmatch(words)
    return f"{date[1]}年{int(date[2])}月{int(date[3])}日" if date else words.strip()
