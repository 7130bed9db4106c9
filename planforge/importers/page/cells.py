"""The words of printed cells: the edge of a column breaks their lines, which are joined again where they are full."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

from planforge.importers.page.line import Rows
from planforge.importers.page.lines import close_up
from planforge.text.numbering import leading_marker
from planforge.text.units import looks_like_unit

_STOPS = "。！？；："
_LIST = re.compile("[、，,]")
#: Half-widths that a full line may lack: a character and a half, and a stop that may not begin a line.
_SLACK = 3


def joined(rows: Rows) -> Rows:
    """The rows with each cell's broken lines joined; lines that the author ended stay apart."""
    widths = [_column(column) for column in zip(*_even(rows), strict=True)]
    return [[_cell(cell, widths[x]) if cell else cell for x, cell in enumerate(row)] for row in rows]


def _even(rows: Rows) -> Iterable[list[str | None]]:
    """The rows at one length, without cells that reach into the next column: those are wider than their own."""
    longest = max(map(len, rows), default=0)
    for row in rows:
        ends = [*row[1:], ""]
        own = [cell if after is not None else None for cell, after in zip(row, ends, strict=True)]
        yield own + [None] * (longest - len(row))


def _column(cells: Sequence[str | None]) -> int:
    """The half-widths of the longest line of a column."""
    return max((_width(line) for cell in cells if cell for line in cell.split("\n")), default=0)


def _width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in close_up(line))


def _cell(cell: str, width: int) -> str:
    lines = [line for part in cell.split("\n") if (line := close_up(part))]
    marks = ("" if _goes_on(one, two, width) else "\n" for one, two in pairwise(lines))
    return "".join([lines[0], *(mark + line for mark, line in zip(marks, lines[1:], strict=True))]) if lines else ""


def _goes_on(line: str, below: str, width: int) -> bool:
    """Whether a line was broken at the edge: it is full, and neither a sentence nor a name ends with it."""
    if _width(line) < width - _SLACK or line[-1] in _STOPS or leading_marker(below):
        return False
    return below[0] in "、，," or not looks_like_unit(_LIST.split(line)[-1])
