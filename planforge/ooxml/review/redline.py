"""One Word file with tracked changes against another (ECMA-376, 17.13.5): accepted it is the new one, rejected the old.

Both are files that PlanForge set: runs of text in paragraphs and tables, under the same names of styles and parts.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from itertools import count, groupby
from typing import TYPE_CHECKING

from planforge.ooxml.namespaces import MAIN
from planforge.ooxml.parts.package import pack
from planforge.ooxml.review.alignment import align
from planforge.ooxml.xml import DECLARATION
from planforge.text.word_diff import word_diff

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PART = "word/document.xml"
#: Characters for what stands between words: a line break, a tab.
_SIGNS = {f"{_W}br": "\n", f"{_W}tab": "\t"}
_ELEMENTS = {sign: tag for tag, sign in _SIGNS.items()}
#: Behind the ids of bookmarks.
_FIRST_ID = 100_000

#: A character with the properties of its run.
_Character = tuple[str, "_Element | None"]


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


def _words(block: _Element) -> str:
    return "".join(_SIGNS.get(each.tag, each.text or "") for each in block.iter(f"{_W}t", *_SIGNS))


def _kind(block: _Element) -> str:
    """Paragraphs that end a section, or hold more than words, only pair with their like."""
    if block.tag == f"{_W}tbl":
        return "tbl"
    ends = block.find(f"{_W}pPr/{_W}sectPr") is not None
    return f"p{'s' if ends else ''}{'' if _is_plain(block) else 'x'}"


def _is_plain(paragraph: _Element) -> bool:
    known = (f"{_W}rPr", f"{_W}t", *_SIGNS)
    return all(child.tag in known for run in paragraph.iterchildren(f"{_W}r") for child in run)


class _Redliner:
    """Makes the blocks of the new file, the old one's among them."""

    def __init__(self, author: str) -> None:
        self._author, self._ids = author, count(_FIRST_ID)

    def blocks(self, before: list[_Element], after: list[_Element]) -> Iterator[_Element]:
        """All blocks in order."""
        for old, new in align(before, after, _words, _kind):
            if old is None and new is not None:
                yield self._marked(new, "ins")
            elif new is None and old is not None:
                yield self._marked(_without_bookmarks(old), "del")
            elif old is not None and new is not None:
                yield from self._paired(old, new)

    def _paired(self, old: _Element, new: _Element) -> Iterator[_Element]:
        if new.tag == f"{_W}tbl":
            yield self._table(old, new)
        elif _is_plain(new):
            yield self._paragraph(old, new)
        elif _words(old) == _words(new):
            yield deepcopy(new)
        else:
            yield self._marked(_without_bookmarks(old), "del")
            yield self._marked(new, "ins")

    # Paragraphs

    def _paragraph(self, old: _Element, new: _Element) -> _Element:
        """The new paragraph with the old one's words struck out in it."""
        merged = new.makeelement(new.tag, {})
        properties = self._properties(old, new)
        if properties is not None:
            merged.append(properties)
        merged.extend(deepcopy(each) for each in new.iterchildren(f"{_W}bookmarkStart"))
        merged.extend(self._runs(list(_characters(old)), list(_characters(new)), merged))
        merged.extend(deepcopy(each) for each in new.iterchildren(f"{_W}bookmarkEnd"))
        return merged

    def _runs(self, old: list[_Character], new: list[_Character], parent: _Element) -> Iterator[_Element]:
        i = k = 0
        for state, words in word_diff("".join(c for c, _ in old), "".join(c for c, _ in new)):
            length = len(words)
            if state == "gone":
                yield self._change("del", _runs_of(old[i : i + length], parent, f"{_W}delText"), parent)
            elif state == "new":
                yield self._change("ins", _runs_of(new[k : k + length], parent, f"{_W}t"), parent)
            else:
                yield from _runs_of(new[k : k + length], parent, f"{_W}t")
            i += length if state != "new" else 0
            k += length if state != "gone" else 0

    def _change(self, tag: str, runs: Iterator[_Element], parent: _Element) -> _Element:
        change = self._sign(tag, parent)
        change.extend(runs)
        return change

    def _sign(self, tag: str, near: _Element) -> _Element:
        return near.makeelement(f"{_W}{tag}", {f"{_W}id": str(next(self._ids)), f"{_W}author": self._author})

    def _properties(self, old: _Element, new: _Element) -> _Element | None:
        """The new paragraph's properties, with the old ones where they differ."""
        was, now = old.find(f"{_W}pPr"), deepcopy(new.find(f"{_W}pPr"))
        if was is None or now is None or _look(was) == _look(now):
            return now
        change = self._sign("pPrChange", now)
        change.append(_look_element(was))
        now.append(change)
        return now

    # Whole blocks that are new or gone

    def _marked(self, block: _Element, tag: str) -> _Element:
        """A copy of a block that is all new (`ins`) or all gone (`del`)."""
        marked = deepcopy(block)
        if marked.tag == f"{_W}tbl":
            for row in marked.iterchildren(f"{_W}tr"):
                self._mark_row(row, tag)
        else:
            self._mark_paragraph(marked, tag)
        return marked

    def _mark_row(self, row: _Element, tag: str) -> None:
        properties = row.find(f"{_W}trPr")
        if properties is None:
            properties = row.makeelement(f"{_W}trPr", {})
            row.insert(0, properties)
        properties.append(self._sign(tag, row))
        for paragraph in row.iter(f"{_W}p"):
            self._mark_paragraph(paragraph, tag)

    def _mark_paragraph(self, paragraph: _Element, tag: str) -> None:
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            properties = paragraph.makeelement(f"{_W}pPr", {})
            paragraph.insert(0, properties)
        mark = paragraph.makeelement(f"{_W}rPr", {})
        mark.append(self._sign(tag, paragraph))
        section = properties.find(f"{_W}sectPr")
        if section is None:
            properties.append(mark)
        else:
            section.addprevious(mark)
        for run in list(paragraph.iterchildren(f"{_W}r")):
            change = self._sign(tag, paragraph)
            run.addprevious(change)
            change.append(run)
            if tag == "del":
                _strike(run)

    # Tables

    def _table(self, old: _Element, new: _Element) -> _Element:
        """The new table with the old one's rows struck out in it."""
        merged = deepcopy(new)
        rows = list(merged.iterchildren(f"{_W}tr"))
        before = list(old.iterchildren(f"{_W}tr"))
        for row in rows:
            merged.remove(row)
        for was, now in align(before, rows, _words, lambda row: f"row{len(row)} {_words(row)}"):
            if now is None and was is not None:
                gone = _without_bookmarks(was)
                self._mark_row(gone, "del")
                merged.append(gone)
            elif now is not None:
                if was is None:
                    self._mark_row(now, "ins")
                merged.append(now)
        return merged


def _characters(paragraph: _Element) -> Iterator[_Character]:
    for run in paragraph.iterchildren(f"{_W}r"):
        look = run.find(f"{_W}rPr")
        for child in run.iterchildren(f"{_W}t", *_SIGNS):
            yield from ((character, look) for character in _SIGNS.get(child.tag, child.text or ""))


def _runs_of(characters: list[_Character], parent: _Element, tag: str) -> Iterator[_Element]:
    """Runs with these characters, `tag` (t or delText) for the words in them."""
    for _, group in groupby(characters, key=lambda each: id(each[1])):
        found = list(group)
        run = parent.makeelement(f"{_W}r", {})
        if found[0][1] is not None:
            run.append(deepcopy(found[0][1]))
        for is_sign, part in groupby((character for character, _ in found), key=_ELEMENTS.__contains__):
            run.extend(_content("".join(part), is_sign, parent, tag))
        yield run


def _content(words: str, is_sign: bool, parent: _Element, tag: str) -> Iterator[_Element]:
    if is_sign:
        yield from (parent.makeelement(_ELEMENTS[sign], {}) for sign in words)
        return
    text = parent.makeelement(tag, {_SPACE: "preserve"})
    text.text = words
    yield text


def _strike(run: _Element) -> None:
    for name, struck in ((f"{_W}t", f"{_W}delText"), (f"{_W}instrText", f"{_W}delInstrText")):
        for words in run.iterchildren(name):
            words.tag = struck
            words.set(_SPACE, "preserve")


def _without_bookmarks(block: _Element) -> _Element:
    """A copy whose bookmarks don't stand beside those of the new file."""
    copy = deepcopy(block)
    for mark in list(copy.iter(f"{_W}bookmarkStart", f"{_W}bookmarkEnd")):
        parent = mark.getparent()
        assert parent is not None
        parent.remove(mark)
    return copy


def _look_element(properties: _Element) -> _Element:
    """Paragraph properties as a tracked change may hold them: without section, marks and earlier changes."""
    copy = deepcopy(properties)
    for child in list(copy):
        if child.tag in (f"{_W}rPr", f"{_W}sectPr", f"{_W}pPrChange"):
            copy.remove(child)
    return copy


def _look(properties: _Element) -> bytes:
    from lxml import etree

    return etree.tostring(_look_element(properties))
