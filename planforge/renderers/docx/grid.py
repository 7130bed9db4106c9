"""A table of texts: columns as wide as their texts need, heads repeated on every page, rows never split."""

from __future__ import annotations

import math
from collections.abc import Sequence

from planforge.ooxml import stylesheet
from planforge.ooxml.paragraphs import Align, Layout, paragraph
from planforge.ooxml.runs import run
from planforge.ooxml.tables import Cell, Row, table
from planforge.renderers.docx.widths import width
from planforge.styles import Style

_RULED = 4
_PADDING = 80
_PADDING_ABOVE = 40
#: Columns no wider than this many characters are centred, as numbers and units are; wider ones are read from the left.
_NARROW = 8.0
#: Up to this many characters a text claims its full width; of what is longer only some: it turns over.
_WIDEST = 12.0
#: Texts up to this many characters never turn over while there is room; `_SPARE` is what keeps a line from breaking.
_SHORT, _SPARE = 4.0, 0.2


def table_of(rows: Sequence[Sequence[str]], style: Style, across: int) -> str:
    """The rows as a table `across` twips wide, the first one its head; empty for no rows. Rows may differ in length."""
    count = max((len(row) for row in rows), default=0)
    if not count:
        return ""
    full = [[*row, *[""] * (count - len(row))] for row in rows]
    needs = [max(width(row[column]) for row in full) for column in range(count)]
    head = Row(tuple(_cell(text, style, True, "center") for text in full[0]), head=True)
    sides = [_side(need) for need in needs]
    body = [
        Row(tuple(_cell(text, style, False, side) for text, side in zip(row, sides, strict=True))) for row in full[1:]
    ]
    after = paragraph(stylesheet.SPACER, "", Layout(line=style.line // 2))
    return (
        table(_widths(full[0], needs, style, across), [head, *body], ruled=_RULED, padding=(_PADDING_ABOVE, _PADDING))
        + after
    )


def _side(need: float) -> Align:
    return "center" if need <= _NARROW else "left"


def _widths(heads: Sequence[str], needs: Sequence[float], style: Style, across: int) -> list[int]:
    """Column widths in twips that add up to `across`: room for the head first, the rest by what the texts need."""
    unit = style.table.width
    floors = [
        (max(width(head), min(need, _SHORT)) + _SPARE) * unit + 2 * _PADDING
        for head, need in zip(heads, needs, strict=True)
    ]
    wants = [max(0.0, _claim(need) * unit - floor) + 1 for need, floor in zip(needs, floors, strict=True)]
    free = across - sum(floors)
    shares = [floor + free * want / sum(wants) for floor, want in zip(floors, wants, strict=True)]
    if free < 0:
        shares = [across * floor / sum(floors) for floor in floors]
    widths = [int(share) for share in shares]
    widths[-1] += across - sum(widths)
    return widths


def _claim(need: float) -> float:
    return need if need <= _WIDEST else _WIDEST + 3 * math.sqrt(need - _WIDEST)


def _cell(text: str, style: Style, head: bool, side: Align) -> Cell:
    face = style.table_head if head else style.table
    name = stylesheet.TABLE_HEAD if head else stylesheet.TABLE
    return Cell(paragraph(name, run(text, face), Layout(align=side, first=(0, 0))), middle=True)
