"""A table of texts: columns as wide as their texts need, heads repeated on every page, rows never split."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planforge.ooxml.parts import stylesheet
from planforge.ooxml.parts.paragraphs import Align, Layout, paragraph
from planforge.ooxml.parts.runs import run
from planforge.ooxml.parts.tables import Cell, Row, table
from planforge.renderers.docx.measuring import columns, names
from planforge.styles import Style
from planforge.text.widths import width

_RULED = 4
_PADDING = 57
_PADDING_ABOVE = 40
#: Columns no wider than this many characters are centred, as numbers and units are; wider ones are read from the left.
_NARROW = 8.0
#: A column of names is as wide as nearly all of them, up to such a part of the table (eight characters of a lying one).
_NAMES = 0.15


def table_of(rows: Sequence[Sequence[str]], style: Style, across: int) -> str:
    """The rows as a table `across` twips wide, the first one its head; empty for no rows. Rows may differ in length.

    A paragraph must follow. It had better begin a page or a section: below a table that fills its page, any other one
    takes a page of its own.
    """
    count = max((len(row) for row in rows), default=0)
    if not count:
        return ""
    full = [[*row, *[""] * (count - len(row))] for row in rows]
    cols = _columns(full, style, across)
    head = Row(tuple(_cell(text, style, True, "center") for text in full[0]), head=True)
    body = [Row(tuple(_body_cell(*cell, style) for cell in zip(row, cols, strict=True))) for row in full[1:]]
    widths = [column.width for column in cols]
    return table(widths, [head, *body], ruled=_RULED, padding=(_PADDING_ABOVE, _PADDING))


def gap(style: Style, ends: bool = False) -> str:
    """The half line between a table and what stands above or below it on its page; next to none where the file ends."""
    return paragraph(stylesheet.SPACER, "", Layout(line=20 if ends else style.line // 2))


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
    named = [names.heads(head) for head in heads]
    unit, most = style.table.width, _NAMES * across / style.table.width
    whole = [min(names.room(row[n] for row in body), most) if own else None for n, own in enumerate(named)]
    rooms = columns.shared(needs[0], whole, needs, (across - 2 * _PADDING * len(heads)) / unit)
    widths = [int(room * unit) + 2 * _PADDING for room in rooms]
    widths[-1] += across - sum(widths)
    sides = (_side(column[1:]) for column in zip(*needs, strict=True))
    return [_Column(*column) for column in zip(widths, sides, named, strict=True)]


def _side(needs: Sequence[float]) -> Align:
    """Where the texts below a head stand: figures under a long one (总库容（万立方米）) are narrow all the same."""
    return "center" if max(needs, default=0) <= _NARROW else "left"


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
