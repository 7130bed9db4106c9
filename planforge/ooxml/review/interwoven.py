"""A paragraph with another one's words struck out in it: the new one, and what it was before."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from copy import deepcopy
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from planforge.ooxml.namespaces import MAIN
from planforge.ooxml.review.marking import Marker, Side
from planforge.text.word_diff import word_diff

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_START, _END = f"{_W}bookmarkStart", f"{_W}bookmarkEnd"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: Characters for what stands between words: a line break, a tab.
_SIGNS = {f"{_W}br": "\n", f"{_W}tab": "\t"}
_ELEMENTS = {sign: tag for tag, sign in _SIGNS.items()}

#: A character with the properties of its run.
_Character = tuple[str, "_Element | None"]


def words_of(block: _Element) -> str:
    """The words of a paragraph, row or table."""
    return "".join(_SIGNS.get(each.tag, each.text or "") for each in block.iter(f"{_W}t", *_SIGNS))


def is_plain(paragraph: _Element) -> bool:
    """Whether a paragraph holds words and nothing else, so that it can be interwoven."""
    known = (f"{_W}rPr", f"{_W}t", *_SIGNS)
    return all(child.tag in known for run in paragraph.iterchildren(f"{_W}r") for child in run)


def interwoven(old: _Element, new: _Element, marker: Marker) -> _Element:
    """The new paragraph with the old one's words struck out in it; it keeps its own bookmarks, at their words."""
    merged = new.makeelement(new.tag, {})
    properties = _properties(old, new, marker)
    if properties is not None:
        merged.append(properties)
    marks = _Bookmarks(new, _Bookmarks(old).ends)
    merged.extend(_runs(list(_characters(old)), list(_characters(new)), marks, merged, marker))
    merged.extend(marks.until(marks.last))
    return merged


class _Bookmarks:
    """Copies of a paragraph's bookmarks, each once, by how many characters stand before it.

    `before` is where bookmarks end in the paragraph that it was.
    """

    def __init__(self, paragraph: _Element, before: frozenset[int] = frozenset()) -> None:
        self._before = before
        self._waiting: deque[tuple[int, _Element]] = deque()
        self.last = 0
        for child in paragraph.iterchildren(f"{_W}r", _START, _END):
            if child.tag == f"{_W}r":
                self.last += len(words_of(child))
            else:
                self._waiting.append((self.last, deepcopy(child)))

    @property
    def ends(self) -> frozenset[int]:
        """Where bookmarks end."""
        return frozenset(offset for offset, mark in self._waiting if mark.tag == _END)

    def until(self, offset: int) -> Iterator[_Element]:
        """Those up to an offset."""
        while self._waiting and self._waiting[0][0] <= offset:
            yield self._waiting.popleft()[1]

    def ahead(self, offset: int, was: int) -> Iterator[_Element]:
        """Those at an offset that go before what was struck out there, from `was` on: one ends behind what it held."""
        while self._waiting and self._waiting[0][0] <= offset:
            if self._waiting[0][1].tag == _END and was not in self._before:
                break
            yield self._waiting.popleft()[1]

    def pieces(self, start: int, stop: int) -> Iterator[tuple[int, int]]:
        """A stretch of characters, parted where bookmarks stand within it."""
        within = dict.fromkeys(offset for offset, _ in self._waiting if start < offset < stop)
        return pairwise([start, *within, stop])


def _runs(
    old: list[_Character], new: list[_Character], marks: _Bookmarks, parent: _Element, marker: Marker
) -> Iterator[_Element]:
    i = k = 0
    for state, words in word_diff("".join(c for c, _ in old), "".join(c for c, _ in new)):
        length = len(words)
        if state == "gone":
            yield from marks.ahead(k, i)
            yield _change("del", _runs_of(old[i : i + length], parent, f"{_W}delText"), parent, marker)
        else:
            for start, stop in marks.pieces(k, k + length):
                yield from marks.until(start)
                runs = _runs_of(new[start:stop], parent, f"{_W}t")
                yield from [_change("ins", runs, parent, marker)] if state == "new" else runs
        i += length if state != "new" else 0
        k += length if state != "gone" else 0


def _change(side: Side, runs: Iterator[_Element], parent: _Element, marker: Marker) -> _Element:
    change = marker.sign(side, parent)
    change.extend(runs)
    return change


def _properties(old: _Element, new: _Element, marker: Marker) -> _Element | None:
    """The new paragraph's properties, with the old ones where they differ."""
    was, now = old.find(f"{_W}pPr"), deepcopy(new.find(f"{_W}pPr"))
    if was is None or now is None or _look(was) == _look(now):
        return now
    change = marker.sign("pPrChange", now)
    change.append(_look_element(was))
    now.append(change)
    return now


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
