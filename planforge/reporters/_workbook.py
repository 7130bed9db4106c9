"""What all workbooks have in common: cells that only hold words, the same bytes every time, a sheet ready to print."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

#: Cells hold what documents say: never a formula or a link to follow.
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
#: A clock's date would make two runs differ.
CREATED = datetime.datetime(2000, 1, 1)
#: What Excel holds in a cell, in units of UTF-16.
LONGEST = 32_767

_FONT = {"font_name": "宋体", "font_size": 10}
_CELL = {**_FONT, "text_wrap": True, "border": 1, "border_color": "#A6A6A6"}
HEAD = {**_CELL, "bold": True, "bg_color": "#F2F2F2", "valign": "vcenter", "align": "center"}
BODY = {**_CELL, "valign": "top"}
TITLE = {**_FONT, "font_size": 16, "bold": True}
PLAIN = {**_FONT}
_A4 = 9


def fitting(words: str) -> str:
    """`words` as far as a cell holds them."""
    if len(words) <= LONGEST // 2:
        return words
    return words.encode("utf-16-le")[: 2 * LONGEST].decode("utf-16-le", "ignore")


def write_heads(sheet: Worksheet, top: int, columns: Sequence[tuple[str, int]], head: Any) -> None:
    """The heads of a table in row `top` (from 0) with the widths of its columns, frozen, and repeated on every page."""
    for column, (name, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        sheet.write_string(top, column, name, head)
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)


def landscape(sheet: Worksheet) -> None:
    """A4 across, all columns on one page, page numbers at the foot."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.set_footer("&C第 &P 页，共 &N 页")


def describe(workbook: Workbook, title: str) -> None:
    """What the file says of itself."""
    workbook.set_properties({"title": title, "created": CREATED})
