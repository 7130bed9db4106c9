"""发文机关标志 of a joint document: Word sets it as a table, the names in rows and 文件 beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from planforge.model import Paragraph, Table, Text
from planforge.text.units import looks_like_unit

#: The mark stands among the first paragraphs, behind 份号, 密级 and 紧急程度 and blank lines.
_HEAD = 8
#: A reader may have typed a remark behind it.
_WORD = re.compile(r"文\s*件")


def open_tables(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, with a table that is the mark as a line of names with 文件 behind them."""
    return [
        replace(p, text=line, table=None) if index < _HEAD and p.table and (line := _mark(p.table)) else p
        for index, p in enumerate(paragraphs)
    ]


def _mark(table: Table) -> Text | None:
    """The names and 文件 in one line; None for a table that holds anything else. A merged cell stands in every row."""
    cells = {cell.value.strip(): cell.strip() for row in table for cell in row if cell.value.strip()}
    words = (cell.slice(0, found.end()) for value, cell in cells.items() if (found := _WORD.match(value)))
    word = next(words, None)
    names = [cell for value, cell in cells.items() if not _WORD.match(value)]
    if not names or not all(looks_like_unit(name.value) for name in names):
        return None
    return Text.join([*names, word or Text("文件")], " ")
