"""Rows of cells on lines of their own that differ in length, as where a cell names several offices (1 / 建公园 /
市水务局 / 市住建局 / 年底前 / 2 / …): what each line is tells its column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from planforge.importers.reader.tables.columns import Column, Grid
from planforge.model import Text
from planforge.text import deadlines
from planforge.text.units import looks_like_unit

_COLUMNS: tuple[Column, ...] = ("text", "responsible", "time")
_UNITS: frozenset[Column] = frozenset({"lead", "responsible"})
#: Characters: of the name of an office, and of a time limit, in a cell.
_LONGEST_NAME, _LONGEST_LIMIT = 20, 16
_FEWEST_ROWS = 3
#: 9月投入使用, which a sentence would not say of a limit.
_MONTH = re.compile(r"(?:20\d\d年)?\d{1,2}月")


def read(head: Grid, lines: Sequence[Text]) -> tuple[list[tuple[Text, ...]], int]:
    """The rows that the lines below a head make, one for each number that counts up from 1, and how many lines they
    take; none where the head isn't a number, one column of text, one of units and at most one of time limits, in this
    order, or rows are few."""
    starts = _starts(lines) if _is_plain(head) else []
    if len(starts) < _FEWEST_ROWS:
        return [], 0
    end = starts[-1] + _last(lines[starts[-1] :])
    found = [_row(head, lines[start:stop]) for start, stop in pairwise([*starts, end])]
    return (found, end) if all(cell.value for row in found for cell in row[:3]) else ([], 0)


def _is_plain(head: Grid) -> bool:
    kinds = head.columns
    middle = len(kinds) > 2 and kinds[0] == "number" and kinds[1] == "text" and kinds[2] in _UNITS
    return middle and kinds[3:] in ((), ("time",))


def _starts(lines: Sequence[Text]) -> list[int]:
    """Where the numbers stand that count up from 1."""
    starts: list[int] = []
    for index, line in enumerate(lines):
        if line.value == str(len(starts) + 1):
            starts.append(index)
    return starts if starts[:1] == [0] else []


def _last(lines: Sequence[Text]) -> int:
    """How many lines the last row takes: its offices end it, or the time limit right behind them."""
    kinds = ["number", *_kinds(lines[1:])]
    first = kinds.index("responsible") if "responsible" in kinds else len(kinds)
    stop = first + sum(1 for _ in takewhile(lambda kind: kind == "responsible", kinds[first:]))
    return stop + (kinds[stop : stop + 1] == ["time"])


def _row(head: Grid, lines: Sequence[Text]) -> tuple[Text, ...]:
    number, *cells = lines
    columns = _COLUMNS[: len(head.columns) - 1]
    placed = [kind if kind in columns else "text" for kind in _kinds(cells)]
    sorted_out = list(zip(placed, cells, strict=True))
    return (number, *(Text.join(list(_of(column, sorted_out)), "\n") for column in columns))


def _kinds(cells: Sequence[Text]) -> list[Column]:
    """What the lines behind a number are: the first is text, though it may end as an office does (建服务中心)."""
    first: list[Column] = ["text"]
    return [*first, *map(_kind, cells[1:])][: len(cells)]


def _of(column: Column, cells: Sequence[tuple[Column, Text]]) -> Iterator[Text]:
    return (cell for kind, cell in cells if kind == column)


def _is_limit(line: Text) -> bool:
    return _MONTH.match(line.value) is not None or bool(deadlines.find(line, None))


def _kind(line: Text) -> Column:
    value = line.value
    if len(value) <= _LONGEST_NAME and looks_like_unit(value) and not re.search("[，。；]", value):
        return "responsible"
    if len(value) <= _LONGEST_LIMIT and not value.endswith("。") and _is_limit(line):
        return "time"
    return "text"
