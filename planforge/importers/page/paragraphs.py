"""Printed lines into paragraphs, by margins, indents and gaps; tables that a page break cuts are made whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from planforge.importers.page import cells
from planforge.importers.page.line import Line, Rows
from planforge.model import Paragraph, Text
from planforge.text.numbering import leading_marker

_STOPS = "。！？；：”）】"
#: A number or foreign word, or a character with the quotes and brackets around it.
_TOGETHER = re.compile(r"[“‘（《〈]?(?:[A-Za-z0-9.%]+|.)(?:[“‘”’][^“‘”’]?|[，、。；：！？）》〉%％])*")


@dataclass(frozen=True, slots=True)
class Measure:
    """How the body is set: its margins and the usual distance of lines, in points; whether paragraphs are indented,
    and whether all but a few full lines end at the very margin."""

    left: float
    right: float
    pitch: float
    indented: bool
    even: bool = False


def build(lines: Iterable[Line], file: str) -> list[Paragraph]:
    """Paragraphs in reading order; each one's line is its number."""
    lines = list(lines)
    measure = _measure(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, measure):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(group, number, file, measure) for number, group in enumerate(groups, 1)]


def _measure(lines: Sequence[Line]) -> Measure:
    plain = [line for line in lines if line.rows is None]
    if not plain:
        return Measure(0, 0, 0, False)
    right = sorted(line.right for line in plain)[int(len(plain) * 0.9)]
    full = [line for line in plain if line.right > right - 2 * line.size]
    left = Counter(round(line.left) for line in full).most_common(1)[0][0] if full else plain[0].left
    steps = [b.top - a.top for a, b in pairwise(plain) if a.page == b.page and b.top > a.top]
    indented = sum(1 < (line.left - left) / line.size < 3 for line in full) * 20 > len(full)
    at_margin = sum(right - line.right < 0.4 * line.size for line in full)
    return Measure(left, right, median(steps) if steps else 0, indented, at_margin * 10 > 8 * len(full))


def _goes_on(group: list[Line], line: Line, measure: Measure) -> bool:
    """Whether a line carries on the paragraph before it."""
    before = group[-1]
    if before.rows is not None and line.rows is not None:
        return before.page + 1 == line.page and _width(before.rows) == _width(line.rows)
    if before.rows is not None or line.rows is not None:
        return False
    if _ends_short(before, measure, line) or abs(line.size - before.size) > 1.5:
        return False
    if line.left > measure.left + 0.9 * line.size or _is_wide_gap(before, line, measure):
        return False
    if measure.indented or before.page == line.page:
        return leading_marker(line.text) is None or (before.text[-1] not in _STOPS and measure.indented)
    return before.text[-1] not in _STOPS and leading_marker(line.text) is None


def _ends_short(line: Line, measure: Measure, below: Line) -> bool:
    """Whether a line leaves room at its end, as the last of a paragraph does: a full stop need leave little, and one
    that breaks off leaves more where what comes next can't be broken (2027, “四个一批”)."""
    room = 0.6 if measure.even and line.text[-1] in "。！？" else 2.2
    if line.text[-1] not in _STOPS:
        room += max(0.0, _width_together(below.text) - 1)
    return line.right < measure.right - room * line.size


def _width_together(text: str) -> float:
    """The characters, in widths of a Chinese one, that a line begins with and no line break may part (UAX #14)."""
    together = _TOGETHER.match(text)
    return sum(0.5 if character.isascii() else 1 for character in together[0]) if together else 1


def _is_wide_gap(before: Line, line: Line, measure: Measure) -> bool:
    return before.page == line.page and line.top - before.top > 1.3 * measure.pitch


def _width(rows: Rows) -> int:
    return max(len(row) for row in rows)


def _paragraph(group: list[Line], number: int, file: str, measure: Measure) -> Paragraph:
    if group[0].rows is not None:
        return _table([line.rows for line in group if line.rows], number, file)
    value = ""
    for line in group:
        words = value[-1:].isascii() and line.text[:1].isascii() and value[-1:].isalpha() and line.text[:1].isalpha()
        value += (" " if words else "") + line.text
    centred = _is_centred(group, measure)
    return Paragraph(Text.at_place(value, file, number), centred=centred, broken=not centred)


def _is_centred(group: list[Line], measure: Measure) -> bool:
    line = group[0]
    off = abs((line.left + line.right) / 2 - line.width / 2)
    return len(group) == 1 and off < line.size and line.left > measure.left + 2 * line.size


def _table(parts: list[Rows], number: int, file: str) -> Paragraph:
    rows: Rows = []
    for part in parts:
        fresh = part[1:] if rows and part[0] == rows[0] else part
        if rows and fresh and _is_cut(rows[-1], fresh[0]):
            rows[-1] = ["\n".join(filter(None, pair)) for pair in zip(rows[-1], fresh[0], strict=True)]
            fresh = fresh[1:]
        rows += fresh
    return Paragraph(table=_grid(rows, number, file))


def _is_cut(above: list[str | None], below: list[str | None]) -> bool:
    """Whether a page break cuts a row: its longest cell stops in mid-sentence and goes on without a number."""
    if len(above) != len(below):
        return False
    longest = max(range(len(above)), key=lambda n: len(above[n] or ""))
    end, start = (above[longest] or "").rstrip(), (below[longest] or "").strip()
    open_end = bool(end) and end[-1] not in _STOPS
    return open_end and bool(start) and leading_marker(start) is None and not (below[0] or "").strip().isdigit()


def _grid(rows: Rows, number: int, file: str) -> tuple[tuple[Text, ...], ...]:
    """The cells as a grid; one that is merged (None) repeats the cell above it, or the one to its left."""
    grid: list[list[Text]] = []
    for row in cells.joined(rows):
        line: list[Text] = []
        for x, words in enumerate(row):
            if words is not None:
                line.append(Text.at_place(words, file, number))
            elif (
                grid
                and x < len(grid[-1])
                and any(cell is not None for cell in row[:x] + row[x + 1 :])
                and _spans_rows(row, x)
            ):
                line.append(grid[-1][x])
            else:
                line.append(line[-1] if line else Text())
        grid.append(line)
    return tuple(tuple(line) for line in grid)


def _spans_rows(row: list[str | None], x: int) -> bool:
    """A row with words to the right of the gap is one that goes on below a merged cell."""
    return any(row[n] is not None for n in range(x + 1, len(row)))
