"""A table of texts: columns as wide as their texts need, heads repeated on every page, rows never split."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from planforge.ooxml.parts import stylesheet
from planforge.ooxml.parts.paragraphs import Align, Layout, paragraph
from planforge.ooxml.parts.runs import run
from planforge.ooxml.parts.tables import Cell, Row, table
from planforge.renderers.docx.measuring import names
from planforge.styles import Style
from planforge.text.widths import width

_RULED = 4
_PADDING = 57
_PADDING_ABOVE = 40
#: Columns no wider than this many characters are centred, as numbers and units are; wider ones are read from the left.
_NARROW = 8.0
#: Texts up to this many characters never turn over while there is room; `_SPARE` is what keeps a line from breaking.
_SHORT, _SPARE = 5.0, 0.4
#: A column of names is as wide as nearly all of them, up to such a part of the table (eight characters of a lying one).
_NAMES = 0.15
#: Rows by which widths are judged, at most: evenly taken from a longer table.
_JUDGED = 200


def table_of(rows: Sequence[Sequence[str]], style: Style, across: int) -> str:
    """The rows as a table `across` twips wide, the first one its head; empty for no rows. Rows may differ in length."""
    count = max((len(row) for row in rows), default=0)
    if not count:
        return ""
    full = [[*row, *[""] * (count - len(row))] for row in rows]
    columns = _columns(full, style, across)
    head = Row(tuple(_cell(text, style, True, "center") for text in full[0]), head=True)
    body = [Row(tuple(_body_cell(*cell, style) for cell in zip(row, columns, strict=True))) for row in full[1:]]
    after = paragraph(stylesheet.SPACER, "", Layout(line=style.line // 2))
    widths = [column.width for column in columns]
    return table(widths, [head, *body], ruled=_RULED, padding=(_PADDING_ABOVE, _PADDING)) + after


@dataclass(frozen=True, slots=True)
class _Column:
    """A column's width in twips, how its texts are set, and whether they are names."""

    width: int
    side: Align
    named: bool


def _columns(rows: Sequence[Sequence[str]], style: Style, across: int) -> list[_Column]:
    """The columns of these rows, the first of which is the head, `across` twips wide together."""
    heads, *body = rows
    needs = [[width(text) for text in row] for row in rows]
    longest = [max(column) for column in zip(*needs, strict=True)]
    named = [names.heads(head) for head in heads]
    most = _NAMES * across / style.table.width
    least = [
        min(names.room(row[place] for row in body), most) if named[place] else min(need, _SHORT)
        for place, need in enumerate(longest)
    ]
    widths = _widths([max(width(head), room) for head, room in zip(heads, least, strict=True)], needs, style, across)
    sides = (_side(column[1:]) for column in zip(*needs, strict=True))
    return [_Column(*column) for column in zip(widths, sides, named, strict=True)]


def _side(needs: Sequence[float]) -> Align:
    """Where the texts below a head stand: figures under a long one (总库容（万立方米）) are narrow all the same."""
    return "center" if max(needs, default=0) <= _NARROW else "left"


def _widths(least: Sequence[float], needs: Sequence[Sequence[float]], style: Style, across: int) -> list[int]:
    """Column widths in twips that add up to `across`; `needs` are what the rows' texts take, in characters.

    Every column has at least what it needs; then every spare character goes to the column that makes the most rows
    high.
    """
    unit = style.table.width
    longest = [max(column) for column in zip(*needs, strict=True)]
    rooms = [room + _SPARE for room in least]
    margins = 2 * _PADDING * len(rooms)
    spare = (across - margins) / unit - sum(rooms)
    if spare < 0:
        rooms = [room * (1 + spare / sum(rooms)) for room in rooms]
    judged = needs[:: len(needs) // _JUDGED + 1]
    while spare >= 1 and (highest := _highest(judged, rooms)) is not None:
        rooms[highest] += 1
        spare -= 1
    if spare > 0:
        rooms = [room + spare * need / sum(longest) for room, need in zip(rooms, longest, strict=True)]
    widths = [int(room * unit) + 2 * _PADDING for room in rooms]
    widths[-1] += across - sum(widths)
    return widths


def _highest(needs: Sequence[Sequence[float]], rooms: Sequence[float]) -> int | None:
    """The column whose texts are the highest of their row most often; None where every text takes one line."""
    counts: Counter[int] = Counter()
    for row in needs:
        lines = [need // room for need, room in zip(row, rooms, strict=True)]
        most = max(lines)
        if most:
            counts[lines.index(most)] += 1
    return counts.most_common(1)[0][0] if counts else None


def _body_cell(text: str, column: _Column, style: Style) -> Cell:
    if not column.named:
        return _cell(text, style, False, column.side)
    room = (column.width - 2 * _PADDING) / style.table.width
    lines = (run(names.broken(line, room), style.table) for line in text.split("\n"))
    set_line = Layout(align=column.side, first=(0, 0))
    return Cell("".join(paragraph(stylesheet.TABLE_NAMES, line, set_line) for line in lines), middle=True)


def _cell(text: str, style: Style, head: bool, side: Align) -> Cell:
    face = style.table_head if head else style.table
    name = stylesheet.TABLE_HEAD if head else stylesheet.TABLE
    return Cell(paragraph(name, run(text, face), Layout(align=side, first=(0, 0))), middle=True)
