"""Pages set in two columns, as gazettes are: read down the left one, then down the right one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median
from typing import Any

from planforge.importers.page.line import Line

#: The gutter lies in this part of the text's width.
_MIDDLE = (0.35, 0.65)
#: The share of a page's lines that may have words in the gutter: titles, and what is set in full width.
_MOST_ACROSS = 0.25
_FEWEST_LINES = 6
_FEWEST_CHARACTERS = 8
#: A gutter is as wide as this at least, in characters; where lines of the left column mostly end further from its
#: middle than the second figure, these are columns of a table.
_NARROWEST, _NEAR = 0.8, 3.0

#: Points: no page is wider (ISO 32000-1, Annex C); words further apart were put there to do harm.
_WIDEST = 14_400

Characters = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Gutter:
    """The empty band between two columns, by its middle; these begin at `first` and `second`. All in points, and so is
    `least`, how wide the gap of a line must be there to be one."""

    middle: float
    least: float
    first: float = 0.0
    second: float = 0.0

    def cut(self, row: Characters) -> list[Characters]:
        """The parts of a printed line that stand in a column each; the line itself where it reaches across."""
        left = [c for c in row if c["x0"] + c["x1"] < 2 * self.middle]
        right = [c for c in row if c["x0"] + c["x1"] >= 2 * self.middle]
        if left and right and min(c["x0"] for c in right) - max(c["x1"] for c in left) < self.least:
            return [row]
        return [part for part in (left, right) if part]

    def side(self, line: Line) -> int | None:
        """0 for the left column, 1 for the right one, None for what reaches across."""
        return self.between(line.left, line.right)

    def between(self, left: float, right: float) -> int | None:
        """As `side`, of what stands between two places."""
        if right - self.least < self.middle:
            return 0
        return 1 if left + self.least > self.middle else None

    def place(self, line: Line) -> Line:
        """A line of either column as if both stood in the left one, on a page as wide as that with equal margins."""
        shift = self.second - self.first if self.side(line) else 0.0
        return replace(line, left=line.left - shift, right=line.right - shift, width=self.second)


def find(rows: Sequence[Characters]) -> Gutter | None:
    """The gutter of a page, from the characters of its printed lines; None where it has one column, or a table."""
    long = [row for row in rows if len(row) >= _FEWEST_CHARACTERS]
    if len(long) < _FEWEST_LINES:
        return None
    size = median(c["size"] for row in long for c in row)
    middle = _emptiest(long)
    if middle is None:
        return None
    gutter = Gutter(middle, _NARROWEST * size)
    left, right, across = _parted(gutter, long)
    beside = 2 * min(len(left), len(right)) >= max(2 * _FEWEST_LINES, len(left), len(right))
    if not beside or len(across) * 2 > len(long) or _is_table(left, right, middle - _NEAR * size):
        return None
    return replace(gutter, first=_begin(left), second=_begin(right))


def _parted(gutter: Gutter, rows: Sequence[Characters]) -> tuple[list[Characters], list[Characters], list[Characters]]:
    """The lines of the left column, of the right one, and those across both; lines of the two need not be level."""
    parts = [part for row in rows for part in gutter.cut(row)]
    sides = [gutter.between(_begin([part]), _stop(part)) for part in parts]
    left, right, across = ([p for p, found in zip(parts, sides, strict=True) if found == side] for side in (0, 1, None))
    return left, right, across


def _begin(parts: Sequence[Characters]) -> float:
    return min(float(c["x0"]) for part in parts for c in part)


def _stop(part: Characters) -> float:
    return max(float(c["x1"]) for c in part)


def ordered(lines: Sequence[Line], gutter: Gutter) -> Iterator[Line]:
    """Lines and tables from the top, but down each column between two that reach across."""
    for across, group in groupby(sorted(lines, key=lambda line: line.top), lambda line: gutter.side(line) is None):
        band = list(group)
        if across:
            yield from band
        else:
            yield from (gutter.place(line) for side in (0, 1) for line in band if gutter.side(line) == side)


def _is_table(left: Sequence[Characters], right: Sequence[Characters], near: float) -> bool:
    """Whether what stands side by side is short, or ends far from the gutter, as words in cells do."""
    short = min(median(map(len, left)), median(map(len, right))) < _FEWEST_CHARACTERS
    return short or median(map(_stop, left)) < near


def _emptiest(rows: Sequence[Characters]) -> float | None:
    """The middle of the widest band about the middle of the page in which few lines have words."""
    start, stop = min(c["x0"] for row in rows for c in row), max(c["x1"] for row in rows for c in row)
    if stop - start > _WIDEST:
        return None
    low, high = (int(start + share * (stop - start)) for share in _MIDDLE)
    counts = [0] * (high - low + 1)
    for row in rows:
        for x in {x for c in row for x in range(max(int(c["x0"]), low), min(int(c["x1"]), high) + 1)}:
            counts[x - low] += 1
    free = [x for x, count in enumerate(counts, low) if count <= _MOST_ACROSS * len(rows)]
    runs = [[x for _, x in run] for _, run in groupby(enumerate(free), lambda pair: pair[1] - pair[0])]
    widest = max(runs, key=len, default=[])
    return (widest[0] + widest[-1] + 1) / 2 if widest else None
