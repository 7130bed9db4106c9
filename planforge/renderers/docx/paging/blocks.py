"""The paragraphs and rows of this package's own files, and how high they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from planforge.ooxml.parts.stylesheet import Sheet, sheets
from planforge.renderers.docx.measuring import lines
from planforge.renderers.docx.paging.elements import W, face, indents, number, padding, rule, words
from planforge.styles import Style


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with the heights of its lines, or a row with its own, in twips; bookmarks that begin in it.

    `head` is the height of the table's head that stands above a row again where the row begins a page.
    """

    heights: tuple[int, ...]
    head: int = 0
    marks: tuple[str, ...] = ()
    keep_next: bool = False
    new_page: bool = False


@dataclass(slots=True)
class Reader:
    """Reads paragraphs and rows of a 版心 `measure` twips wide."""

    sheets: Mapping[str, Sheet]
    measure: int

    @classmethod
    def of(cls, style: Style) -> Reader:
        """Reads what a style set, first on its upright page."""
        return cls(sheets(style), style.page.measure)

    def blocks(self, element: Any) -> Iterator[Block]:
        """The blocks of a `w:p` or `w:tbl`; none for other elements."""
        if element.tag == f"{W}p":
            yield self._paragraph(element, self.measure)
        elif element.tag == f"{W}tbl":
            yield from self._rows(element)

    def _paragraph(self, element: Any, measure: int) -> Block:
        said = element.find(f"{W}pPr")
        sheet = self.sheets[said.find(f"{W}pStyle").get(f"{W}val")]
        spacing = said.find(f"{W}spacing")
        pitch = number(spacing, "line") if spacing is not None else sheet.layout.line or 0
        left, right, first = indents(said.find(f"{W}ind"), sheet)
        taken = lines.count(words(element), face(element, sheet.face), measure - left - right, first)
        return Block(
            (pitch * taken,) if sheet.layout.keep_lines else (pitch,) * taken,
            marks=tuple(mark.get(f"{W}name") for mark in element.iter(f"{W}bookmarkStart")),
            keep_next=sheet.layout.keep_next or said.find(f"{W}keepNext") is not None,
            new_page=said.find(f"{W}pageBreakBefore") is not None,
        )

    def _rows(self, table: Any) -> Iterator[Block]:
        head = 0
        for row in table.iter(f"{W}tr"):
            if row.find(f"{W}trPr/{W}tblHeader") is None:
                yield Block((self._height(row),), head)
            else:
                head = self._height(row) + rule(table)
                yield Block((head,))

    def _height(self, row: Any) -> int:
        exact = row.find(f"{W}trPr/{W}trHeight")
        if exact is not None:
            return number(exact, "val")
        beside, above = padding(row.getparent())
        heights = [
            sum(
                sum(self._paragraph(each, number(cell.find(f"{W}tcPr/{W}tcW"), "w") - beside).heights)
                for each in cell.iter(f"{W}p")
            )
            for cell in row.iter(f"{W}tc")
        ]
        return max(heights) + above + rule(row.getparent())
