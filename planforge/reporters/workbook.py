"""What all workbooks have in common: cells that only hold words, the same bytes every time, a sheet ready to print."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from planforge.ooxml.parts import properties
from planforge.ooxml.parts.package import repack
from planforge.reporters.width import width

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

#: Cells hold what documents say: never a formula or a link to follow.
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
#: A clock's date would make two runs differ.
_CREATED = datetime.datetime(2000, 1, 1)
#: What Excel holds in a cell, in units of UTF-16.
LONGEST = 32_767

_FONT = {"font_name": "宋体", "font_size": 10}
_CELL = {**_FONT, "text_wrap": True, "border": 1, "border_color": "#A6A6A6"}
HEAD = {**_CELL, "bold": True, "bg_color": "#F2F2F2", "valign": "vcenter", "align": "center"}
BODY = {**_CELL, "valign": "top"}
TITLE = {**_FONT, "font_size": 16, "bold": True}
PLAIN = {**_FONT}
_A4, A3 = 9, 8
#: How wide a table may be (in characters) to be read on A4: its letters are no smaller than 小六 (6.5 points).
_A4_ROOM = 217
#: A line of 10 points, and the highest row of Excel, in points.
_LINE, _HIGHEST = 13.5, 409.0


def workbook(title: str, fill: Callable[[Workbook], None]) -> bytes:
    """A workbook that calls itself `title`, with the sheets that `fill` adds; what is the same gives the same bytes."""
    from xlsxwriter import Workbook

    target = io.BytesIO()
    with Workbook(target, _OPTIONS) as book:
        book.set_properties({"title": title, "created": _CREATED})
        fill(book)
    return _finished(target.getvalue())


def fitting(words: str) -> str:
    """`words` as far as a cell holds them."""
    if len(words) <= LONGEST // 2:
        return words
    return words.encode("utf-16-le")[: 2 * LONGEST].decode("utf-16-le", "ignore")


def write_heads(sheet: Worksheet, top: int, columns: Sequence[tuple[str, int]], head: Any) -> None:
    """The heads of a table in row `top` (from 0) with the widths of its columns, frozen, and repeated on every page."""
    for column, (name, room) in enumerate(columns):
        sheet.set_column(column, column, room)
        sheet.write_string(top, column, name, head)
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)


def write_rows(
    sheet: Worksheet, top: int, columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[str | int]], body: Any
) -> None:
    """Rows of words and counts from row `top` (from 0) on, each as high as it must be."""
    for row, cells in enumerate(rows, top):
        sheet.set_row(row, row_height((str(cell), room) for cell, (_, room) in zip(cells, columns, strict=False)))
        for column, cell in enumerate(cells):
            if isinstance(cell, int):
                sheet.write_number(row, column, cell, body)
            else:
                sheet.write_string(row, column, fitting(cell), body)


def row_height(cells: Iterable[tuple[str, int]]) -> float:
    """How high a row must be (in points) to show these cells, each with the width of its column in characters."""
    lines = max((_lines(words, room) for words, room in cells), default=1)
    return min(lines * _LINE + 2, _HIGHEST)


def _lines(words: str, room: int) -> int:
    return sum(max(1, -(-width(line) // room)) for line in words.split("\n"))


def _finished(data: bytes) -> bytes:
    """The workbook under this program's name, with rows that still grow when somebody writes more into them.

    No height is anybody's choice; and a workbook that names another program was filled in and is kept.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheets = {name: package.read(name) for name in package.namelist() if name.startswith("xl/worksheets/")}
    growing = {name: part.replace(b' customHeight="1"', b"") for name, part in sheets.items()}
    return repack(data, {**growing, properties.APPLICATION: properties.application().encode()})


def paper_for(columns: Iterable[tuple[str, int]]) -> int:
    """The paper on which a table with these columns (heads and widths in characters) can be read: A4, or A3."""
    return A3 if sum(room for _, room in columns) > _A4_ROOM else _A4


def landscape(sheet: Worksheet, paper: int = _A4) -> None:
    """Paper across, all columns on one page, page numbers at the foot."""
    sheet.set_landscape()
    sheet.set_paper(paper)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.set_footer("&C第 &P 页，共 &N 页")
