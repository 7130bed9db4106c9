"""On which page everything lies, counted line by line: for where no LibreOffice is there to lay the pages out.

It knows what the files of this package hold and no more: exact line pitches, tables with whole rows, text boxes that
take no room of their own.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from planforge.ooxml.namespaces import part
from planforge.renderers.docx.paging.blocks import Block, Reader
from planforge.renderers.docx.paging.elements import room, sections
from planforge.renderers.docx.paging.pages import Pages
from planforge.styles import Style


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

    def place(self, chain: Sequence[Block]) -> None:
        """Blocks that stay together up to the first line of the last one."""
        *kept, last = chain
        together = sum(sum(block.heights) for block in kept) + last.heights[0]
        if chain[0].new_page or (self.used and self.used + together > self.depth):
            self.turn(chain[0].head)
        for block in chain:
            self._fill(block)

    def _fill(self, block: Block) -> None:
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
    reader = Reader.of(style)
    for blocks, section in sections(body):
        flow.turn()
        flow.used = taken if flow.count == 1 else 0
        flow.depth, reader.measure = room(section)
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


def _blocks(text: str, style: Style) -> list[Block]:
    from lxml import etree

    reader = Reader.of(style)
    return [block for element in etree.fromstring(part("w:body", text).encode()) for block in reader.blocks(element)]


def _chains(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    chain: list[Block] = []
    for block in blocks:
        chain.append(block)
        if not block.keep_next:
            yield chain
            chain = []
    if chain:
        yield chain
