"""What the WordprocessingML of this package's own files says of sections, tables and paragraphs. Lengths in twips."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from planforge.ooxml.namespaces import MAIN
from planforge.ooxml.parts.stylesheet import Sheet
from planforge.styles import Face

W = f"{{{MAIN}}}"


def sections(body: Any) -> Iterator[tuple[list[Any], Any]]:
    """The block elements of every section, with its `w:sectPr`."""
    blocks: list[Any] = []
    for element in body:
        if element.tag == f"{W}sectPr":
            yield blocks, element
            continue
        blocks.append(element)
        closing = element.find(f"{W}pPr/{W}sectPr")
        if closing is not None:
            yield blocks, closing
            blocks = []


def room(section: Any) -> tuple[int, int]:
    """Depth and width of the 版心."""
    paper, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    high, top, bottom = number(paper, "h"), number(margins, "top"), number(margins, "bottom")
    return high - top - bottom, number(paper, "w") - number(margins, "left") - number(margins, "right")


def rule(table: Any) -> int:
    """The weight of the rules between a table's rows; a head has one above it, too."""
    return number(table.find(f"{W}tblPr/{W}tblBorders/{W}insideH"), "sz") * 20 // 8


def padding(table: Any) -> tuple[int, int]:
    """What a table's cells leave free beside and above their text, both sides together."""
    margins = table.find(f"{W}tblPr/{W}tblCellMar")
    sides = {side: number(margins.find(W + side), "w") for side in ("top", "left", "bottom", "right")}
    return sides["left"] + sides["right"], sides["top"] + sides["bottom"]


def indents(own: Any, sheet: Sheet) -> tuple[int, int, int]:
    """Left, right and first-line indent."""
    if own is None:
        return sheet.layout.left or 0, sheet.layout.right or 0, (sheet.layout.first or (0, 0))[1]
    return number(own, "left"), number(own, "right"), number(own, "firstLine") - number(own, "hanging")


def face(element: Any, usual: Face) -> Face:
    """The face of the paragraph's first run, as far as widths go."""
    look = element.find(f".//{W}r/{W}rPr")
    if look is None:
        return usual
    size, spacing, scale = (look.find(W + tag) for tag in ("sz", "spacing", "w"))
    return replace(usual, size=number(size, "val"), spacing=number(spacing, "val"), scale=number(scale, "val", 100))


def words(element: Any) -> str:
    """The paragraph's own text, without what stands in text boxes and in fields' instructions."""
    runs = (
        run for run in element.iter(f"{W}r") if run.getparent() is element or run.getparent().tag == f"{W}hyperlink"
    )
    return "".join(
        "\n" if piece.tag == f"{W}br" else piece.text or ""
        for run in runs
        for piece in run.iterchildren(f"{W}t", f"{W}br")
    )


def number(element: Any, name: str, usual: int = 0) -> int:
    """A number that an element has as an attribute; `usual` where the element or the attribute is missing."""
    return usual if element is None else int(element.get(W + name, usual))
