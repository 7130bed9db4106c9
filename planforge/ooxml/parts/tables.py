"""Tables in WordprocessingML (ECMA-376, 17.4). Widths in twips, rules in eighths of a point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's paragraphs as XML; `merge` joins it with the cells below; rules are eighths of a point, 0 for none."""

    content: str
    middle: bool = False
    merge: Literal["", "restart", "continue"] = ""
    top: int = 0
    bottom: int = 0
    span: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `head` repeats it on every page; `height` is exact, None as tall as its text.

    Only one that `splits` goes on on the next page.
    """

    cells: tuple[Cell, ...]
    head: bool = False
    height: int | None = None
    splits: bool = False


def table(
    widths: Sequence[int],
    rows: Sequence[Row],
    ruled: int = 0,
    padding: tuple[int, int] = (0, 0),
    centred: bool = False,
) -> str:
    """A fixed table as wide as its columns; `ruled` rules every cell, `padding` is above and below, and beside text.

    The grid and every cell's width are always written: WPS trusts the one, Word the other.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = f"<w:tblPr>{_properties(sum(widths), ruled, padding, centred)}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    return f"<w:tbl>{head}{''.join(_row(row, widths) for row in rows)}</w:tbl>"


def _properties(width: int, ruled: int, padding: tuple[int, int], centred: bool) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    kind = f'w:val="single" w:sz="{ruled}" w:space="0" w:color="000000"' if ruled else 'w:val="nil"'
    margins = "".join(
        f'<w:{side} w:w="{space}" w:type="dxa"/>'
        for side, space in zip(("top", "left", "bottom", "right"), padding * 2, strict=True)
    )
    return (
        f'<w:tblW w:w="{width}" w:type="dxa"/>'
        + ('<w:jc w:val="center"/>' if centred else "")
        + '<w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>'
        + "".join(f"<w:{side} {kind}/>" for side in sides)
        + f'</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
    )


def _row(row: Row, widths: Sequence[int]) -> str:
    height = f'<w:trHeight w:val="{row.height}" w:hRule="exact"/>' if row.height is not None else ""
    head = "<w:tblHeader/>" if row.head else ""
    whole = "" if row.splits else "<w:cantSplit/>"
    cells, column = "", 0
    for cell in row.cells:
        cells += _cell(cell, sum(widths[column : column + cell.span]))
        column += cell.span
    return f"<w:tr><w:trPr>{whole}{height}{head}</w:trPr>{cells}</w:tr>"


def _cell(cell: Cell, width: int) -> str:
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    merge = f'<w:vMerge w:val="{cell.merge}"/>' if cell.merge else ""
    middle = '<w:vAlign w:val="center"/>' if cell.middle else ""
    inner = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{_rules(cell)}{middle}'
    return f"<w:tc><w:tcPr>{inner}</w:tcPr>{cell.content}</w:tc>"


def _rules(cell: Cell) -> str:
    sides = [
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>'
        for side, size in (("top", cell.top), ("bottom", cell.bottom))
        if size
    ]
    return f"<w:tcBorders>{''.join(sides)}</w:tcBorders>" if sides else ""
