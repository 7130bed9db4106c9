"""On which page everything lies, counted line by line: for where no LibreOffice is there to lay the pages out.

It knows what the files of this package hold and no more: exact line pitches, tables with whole rows, text boxes that
take no room of their own.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from planforge.ooxml.namespaces import MAIN, part
from planforge.ooxml.parts import stylesheet
from planforge.renderers.docx import lines
from planforge.renderers.docx.pages import Pages
from planforge.styles import Face, Style

_W = f"{{{MAIN}}}"


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph with the heights of its lines, or a row with its own, in twips; bookmarks that begin in it.

    `head` is the height of the table's head that stands above a row again where the row begins a page.
    """

    heights: tuple[int, ...]
    head: int = 0
    marks: tuple[str, ...] = ()
    keep_next: bool = False
    new_page: bool = False


@dataclass(slots=True)
class _Flow:
    """Pages as they fill: `used` twips of the page `count` are taken."""

    depth: int = 0
    count: int = 0
    used: int = 0
    marks: dict[str, int] = field(default_factory=dict)

    def turn(self, head: int = 0) -> None:
        self.count += 1
        self.used = head

    def place(self, chain: Sequence[_Block]) -> None:
        """Blocks that stay together up to the first line of the last one."""
        *kept, last = chain
        together = sum(sum(block.heights) for block in kept) + last.heights[0]
        if chain[0].new_page or (self.used and self.used + together > self.depth):
            self.turn(chain[0].head)
        for block in chain:
            self._fill(block)

    def _fill(self, block: _Block) -> None:
        for place, height in enumerate(block.heights):
            if self.used > block.head and self.used + height > self.depth:
                self.turn(block.head)
            self.used += height
            if place == 0:
                self.marks.update(dict.fromkeys(block.marks, self.count))


def count(file: bytes, style: Style, taken: int = 0) -> Pages:
    """The pages of a Word file that this package wrote; `taken` twips of page 1 are a letterhead's."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(file)) as package:
        body = etree.fromstring(package.read("word/document.xml"))[0]
    flow = _Flow()
    reader = _reader(style)
    for blocks, section in _sections(body):
        flow.turn()
        flow.used = taken if flow.count == 1 else 0
        flow.depth, reader.measure = _room(section)
        for chain in _chains([block for element in blocks for block in reader.blocks(element)]):
            flow.place(chain)
    return Pages(flow.count, flow.marks)


def feet(text: str, style: Style, taken: int = 0) -> Callable[[int], int]:
    """What a text takes of its last page, in twips, by the pitch of its last paragraph.

    `text` is block elements as XML, of one upright section; `taken` twips of page 1 are a letterhead's.
    """
    *before, last = _blocks(text, style)

    def foot(line: int) -> int:
        flow = _Flow(style.page.depth, 1, taken)
        for chain in _chains([*before, replace(last, heights=(line,) * len(last.heights))]):
            flow.place(chain)
        return flow.used

    return foot


def _blocks(text: str, style: Style) -> list[_Block]:
    from lxml import etree

    reader = _reader(style)
    return [block for element in etree.fromstring(part("w:body", text).encode()) for block in reader.blocks(element)]


def _reader(style: Style) -> _Reader:
    return _Reader(stylesheet.sheets(style), style.page.measure)


def _sections(body: Any) -> Iterator[tuple[list[Any], Any]]:
    """The block elements of every section, with its `w:sectPr`."""
    blocks: list[Any] = []
    for element in body:
        if element.tag == f"{_W}sectPr":
            yield blocks, element
            continue
        blocks.append(element)
        closing = element.find(f"{_W}pPr/{_W}sectPr")
        if closing is not None:
            yield blocks, closing
            blocks = []


def _room(section: Any) -> tuple[int, int]:
    """Depth and width of the 版心."""
    paper, margins = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
    high, top, bottom = _number(paper, "h"), _number(margins, "top"), _number(margins, "bottom")
    return high - top - bottom, _number(paper, "w") - _number(margins, "left") - _number(margins, "right")


def _chains(blocks: Sequence[_Block]) -> Iterator[list[_Block]]:
    chain: list[_Block] = []
    for block in blocks:
        chain.append(block)
        if not block.keep_next:
            yield chain
            chain = []
    if chain:
        yield chain


@dataclass(slots=True)
class _Reader:
    """Reads paragraphs and rows of a 版心 `measure` twips wide."""

    sheets: Mapping[str, stylesheet.Sheet]
    measure: int

    def blocks(self, element: Any) -> Iterator[_Block]:
        if element.tag == f"{_W}p":
            yield self._paragraph(element, self.measure)
        elif element.tag == f"{_W}tbl":
            yield from self._rows(element)

    def _paragraph(self, element: Any, measure: int) -> _Block:
        said = element.find(f"{_W}pPr")
        sheet = self.sheets[said.find(f"{_W}pStyle").get(f"{_W}val")]
        spacing = said.find(f"{_W}spacing")
        pitch = _number(spacing, "line") if spacing is not None else sheet.layout.line or sheet.layout.at_least or 0
        left, right, first = _indents(said.find(f"{_W}ind"), sheet)
        face = _face(element, sheet.face)
        taken = lines.count(_words(element), face, measure - left - right, first)
        return _Block(
            (pitch,) * taken,
            marks=tuple(mark.get(f"{_W}name") for mark in element.iter(f"{_W}bookmarkStart")),
            keep_next=sheet.layout.keep_next or said.find(f"{_W}keepNext") is not None,
            new_page=said.find(f"{_W}pageBreakBefore") is not None,
        )

    def _rows(self, table: Any) -> Iterator[_Block]:
        head = 0
        for row in table.iter(f"{_W}tr"):
            if row.find(f"{_W}trPr/{_W}tblHeader") is None:
                yield _Block((self._height(row),), head)
            else:
                head = self._height(row) + _rule(table)
                yield _Block((head,))

    def _height(self, row: Any) -> int:
        exact = row.find(f"{_W}trPr/{_W}trHeight")
        if exact is not None:
            return _number(exact, "val")
        beside, above = _padding(row.getparent())
        heights = [
            sum(
                sum(self._paragraph(each, _number(cell.find(f"{_W}tcPr/{_W}tcW"), "w") - beside).heights)
                for each in cell.iter(f"{_W}p")
            )
            for cell in row.iter(f"{_W}tc")
        ]
        return max(heights) + above + _rule(row.getparent())


def _rule(table: Any) -> int:
    """The weight of the rules between a table's rows; a head has one above it, too."""
    return _number(table.find(f"{_W}tblPr/{_W}tblBorders/{_W}insideH"), "sz") * 20 // 8


def _padding(table: Any) -> tuple[int, int]:
    """What a table's cells leave free beside and above their text, both sides together."""
    margins = table.find(f"{_W}tblPr/{_W}tblCellMar")
    room = {side: _number(margins.find(_W + side), "w") for side in ("top", "left", "bottom", "right")}
    return room["left"] + room["right"], room["top"] + room["bottom"]


def _indents(own: Any, sheet: stylesheet.Sheet) -> tuple[int, int, int]:
    """Left, right and first-line indent."""
    if own is None:
        return sheet.layout.left or 0, sheet.layout.right or 0, (sheet.layout.first or (0, 0))[1]
    return _number(own, "left"), _number(own, "right"), _number(own, "firstLine") - _number(own, "hanging")


def _face(element: Any, usual: Face) -> Face:
    """The face of the paragraph's first run, as far as widths go."""
    look = element.find(f".//{_W}r/{_W}rPr")
    if look is None:
        return usual
    size, spacing, scale = (look.find(_W + tag) for tag in ("sz", "spacing", "w"))
    return replace(usual, size=_number(size, "val"), spacing=_number(spacing, "val"), scale=_number(scale, "val", 100))


def _words(element: Any) -> str:
    """The paragraph's own text, without what stands in text boxes and in fields' instructions."""
    runs = (
        run for run in element.iter(f"{_W}r") if run.getparent() is element or run.getparent().tag == f"{_W}hyperlink"
    )
    return "".join(
        "\n" if piece.tag == f"{_W}br" else piece.text or ""
        for run in runs
        for piece in run.iterchildren(f"{_W}t", f"{_W}br")
    )


def _number(element: Any, name: str, usual: int = 0) -> int:
    return usual if element is None else int(element.get(_W + name, usual))
