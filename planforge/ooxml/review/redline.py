"""One Word file with tracked changes against another (ECMA-376, 17.13.5): accepted it is the new one, rejected the old.

Both are files that PlanForge set: runs of text in paragraphs and tables, under the same names of styles and parts.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from planforge.ooxml.namespaces import MAIN
from planforge.ooxml.parts.package import pack
from planforge.ooxml.review.alignment import align
from planforge.ooxml.review.interwoven import interwoven, is_plain, words_of
from planforge.ooxml.review.marking import Marker
from planforge.ooxml.xml import DECLARATION

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_PART = "word/document.xml"


def redline(before: bytes, after: bytes, author: str) -> bytes:
    """`after` with tracked changes against `before`; without dates, so that the same files give the same bytes."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(after)) as package:
        parts: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    root, old = _document(after), _document(before)
    body, old_body = root.find(f"{_W}body"), old.find(f"{_W}body")
    assert body is not None and old_body is not None
    last = body[-1]
    merged = list(_Redliner(author).blocks(_blocks(old_body), _blocks(body)))
    body[:] = [*merged, last]
    parts[_PART] = DECLARATION.encode() + etree.tostring(root, encoding="utf-8")
    return pack(parts)


def _document(data: bytes) -> _Element:
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(_PART), etree.XMLParser(resolve_entities=False, no_network=True))


def _blocks(body: _Element) -> list[_Element]:
    return [child for child in body if child.tag in (f"{_W}p", f"{_W}tbl")]


def _kind(block: _Element) -> str:
    """Paragraphs that end a section, or hold more than words, only pair with their like."""
    if block.tag == f"{_W}tbl":
        return "tbl"
    ends = block.find(f"{_W}pPr/{_W}sectPr") is not None
    return f"p{'s' if ends else ''}{'' if is_plain(block) else 'x'}"


class _Redliner:
    """Makes the blocks of the new file, the old one's among them."""

    def __init__(self, author: str) -> None:
        self._marker = Marker(author)

    def blocks(self, before: list[_Element], after: list[_Element]) -> Iterator[_Element]:
        """All blocks in order."""
        for old, new in align(before, after, words_of, _kind):
            if old is None and new is not None:
                yield self._marker.block(new, "ins")
            elif new is None and old is not None:
                yield self._marker.block(old, "del")
            elif old is not None and new is not None:
                yield from self._paired(old, new)

    def _paired(self, old: _Element, new: _Element) -> Iterator[_Element]:
        if new.tag == f"{_W}tbl":
            yield self._table(old, new)
        elif is_plain(new):
            yield interwoven(old, new, self._marker)
        elif words_of(old) == words_of(new):
            yield deepcopy(new)
        else:
            yield self._marker.block(old, "del")
            yield self._marker.block(new, "ins")

    def _table(self, old: _Element, new: _Element) -> _Element:
        """The new table with the old one's rows struck out in it."""
        merged = deepcopy(new)
        rows = list(merged.iterchildren(f"{_W}tr"))
        before = list(old.iterchildren(f"{_W}tr"))
        for row in rows:
            merged.remove(row)
        for was, now in align(before, rows, words_of, lambda row: f"row{len(row)} {words_of(row)}"):
            if now is None and was is not None:
                gone = deepcopy(was)
                self._marker.row(gone, "del")
                merged.append(gone)
            elif now is not None:
                if was is None:
                    self._marker.row(now, "ins")
                merged.append(now)
        return merged
