"""A table of texts: columns as wide as their texts need, heads repeated on every page, rows never split."""

from __future__ import annotations

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
#: A long text doesn't claim a wider column than this many characters: it turns over.
_WIDEST = 24.0


def table_of(rows: Sequence[Sequence[str]], style: Style) -> str:
    """The rows as a table of the 版心's width, the first one its head; empty for no rows. Rows may differ in length."""
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
    return table(_widths(needs, style), [head, *body], ruled=_RULED, padding=(_PADDING_ABOVE, _PADDING)) + after


def _side(need: float) -> Align:
    return "center" if need <= _NARROW else "left"


def _widths(needs: Sequence[float], style: Style) -> list[int]:
    """Column widths in twips that add up to the 版心; each column holds at least two characters where there is room."""
    claims = [min(max(need, 2.0), _WIDEST) + 2 * _PADDING / style.table.width for need in needs]
    total = sum(claims)
    widths = [int(style.page.measure * claim / total) for claim in claims]
    widths[-1] += style.page.measure - sum(widths)
    return widths


def _cell(text: str, style: Style, head: bool, side: Align) -> Cell:
    face = style.table_head if head else style.table
    name = stylesheet.TABLE_HEAD if head else stylesheet.TABLE
    return Cell(paragraph(name, run(text, face), Layout(align=side, first=(0, 0))), middle=True)
