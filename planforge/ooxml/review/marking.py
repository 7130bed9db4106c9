"""Blocks that are tracked as a whole (ECMA-376, 17.13.5.12 to 17.13.5.20): all of them is new, or gone."""

from __future__ import annotations

from copy import deepcopy
from itertools import count
from typing import TYPE_CHECKING, Literal

from planforge.ooxml.namespaces import MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

Side = Literal["ins", "del"]

_W = f"{{{MAIN}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: Behind the ids of bookmarks.
_FIRST_ID = 100_000


class Marker:
    """Marks changes in one author's name, each with a number of its own."""

    def __init__(self, author: str) -> None:
        self._author, self._ids = author, count(_FIRST_ID)

    def sign(self, tag: str, near: _Element) -> _Element:
        """An empty element of a tracked change, to stand near another one."""
        return near.makeelement(f"{_W}{tag}", {f"{_W}id": str(next(self._ids)), f"{_W}author": self._author})

    def block(self, block: _Element, side: Side) -> _Element:
        """A copy of a block that is all new or all gone; bookmarks of the old file aren't those of the new one."""
        marked = deepcopy(block)
        if side == "del":
            _drop_bookmarks(marked)
        if marked.tag == f"{_W}tbl":
            for row in marked.iterchildren(f"{_W}tr"):
                self.row(row, side)
        else:
            self._mark_paragraph(marked, side)
        return marked

    def row(self, row: _Element, side: Side) -> None:
        """Mark a row of a table as new or gone."""
        if side == "del":
            _drop_bookmarks(row)
        properties = row.find(f"{_W}trPr")
        if properties is None:
            properties = row.makeelement(f"{_W}trPr", {})
            row.insert(0, properties)
        properties.append(self.sign(side, row))
        for paragraph in row.iter(f"{_W}p"):
            self._mark_paragraph(paragraph, side)

    def _mark_paragraph(self, paragraph: _Element, side: Side) -> None:
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            properties = paragraph.makeelement(f"{_W}pPr", {})
            paragraph.insert(0, properties)
        mark = paragraph.makeelement(f"{_W}rPr", {})
        mark.append(self.sign(side, paragraph))
        section = properties.find(f"{_W}sectPr")
        if section is None:
            properties.append(mark)
        else:
            section.addprevious(mark)
        for run in list(paragraph.iterchildren(f"{_W}r")):
            change = self.sign(side, paragraph)
            run.addprevious(change)
            change.append(run)
            if side == "del":
                _strike(run)


def _strike(run: _Element) -> None:
    for name, struck in ((f"{_W}t", f"{_W}delText"), (f"{_W}instrText", f"{_W}delInstrText")):
        for words in run.iterchildren(name):
            words.tag = struck
            words.set(_SPACE, "preserve")


def _drop_bookmarks(block: _Element) -> None:
    for mark in list(block.iter(f"{_W}bookmarkStart", f"{_W}bookmarkEnd")):
        parent = mark.getparent()
        assert parent is not None
        parent.remove(mark)
