"""Cutting the runs of a paragraph so that exact characters can be marked, without a change to what it says."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planforge.ooxml.characters.locate import Stretch, stretches
from planforge.ooxml.namespaces import MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FIELD = f"{_W}fldSimple"
#: What may hold runs and, beside them, comment marks and tracked changes (ECMA-376, 17.3 and 17.13.5).
_HOLDERS = frozenset(
    f"{_W}{name}" for name in ("p", "hyperlink", "ins", "moveTo", "sdtContent", "smartTag", "fldSimple", "bdo", "dir")
) | {f"{_W}customXml"}


@dataclass(frozen=True, slots=True)
class Pieces:
    """The characters of a paragraph in the pieces that it was cut into; offsets count from 0."""

    paragraph: _Element
    stretches: tuple[Stretch, ...]

    def at(self, offset: int) -> Stretch:
        """The piece that holds the character at `offset`, the last one where it lies behind the end."""
        return self.stretches[bisect_right(self.stretches, offset, key=lambda stretch: stretch.start) - 1]

    def between(self, start: int, stop: int) -> tuple[Stretch, ...]:
        """The pieces that hold `[start:stop]`."""
        return tuple(s for s in self.stretches if s.start < stop and s.stop > start)


def cut(paragraph: _Element, places: Iterable[tuple[int, int]]) -> Pieces:
    """The paragraph with its runs cut at the ends of each `[start:stop]`, where they can be.

    Each piece of such a stretch has a run of its own, so that nothing but words (no picture, no field) is in it.
    """
    wanted = tuple(places)
    ends = sorted({end for place in wanted for end in place})
    for stretch in stretches(paragraph) if wanted else ():
        touched = any(stretch.start < stop and stretch.stop > start for start, stop in wanted)
        if touched and is_plain(stretch):
            inside = ends[bisect_right(ends, stretch.start) : bisect_left(ends, stretch.stop)]
            _isolate(stretch, [end - stretch.start for end in inside])
    return Pieces(paragraph, stretches(paragraph))


def is_plain(stretch: Stretch) -> bool:
    """Whether a piece is words or a sign in a run of a kind that can be cut and replaced."""
    run = stretch.element.getparent()
    if run is None or run.tag != f"{_W}r" or len(stretch.element):
        return False
    holder = run.getparent()
    return holder is not None and holder.tag in _HOLDERS


def holder_of(element: _Element) -> _Element:
    """The run of an element, or whatever around it can have a mark before and behind.

    Marks stay outside of simple fields: Word writes their content anew, and LibreOffice shows marks there as text.
    """
    element = next(reversed(list(element.iterancestors(_FIELD))), element)
    while (parent := element.getparent()) is not None and parent.tag not in _HOLDERS:
        element = parent
    return element


def attributes_of(element: _Element) -> dict[str, str]:
    """An element's attributes, for another one like it."""
    return {str(name): str(value) for name, value in element.attrib.items()}


def _isolate(stretch: Stretch, ends: list[int]) -> None:
    """Give a piece a run of its own, and each of its parts if it has to be cut."""
    element, text = stretch.element, stretch.text
    _split_before(element)
    _split_behind(element)
    if not ends:
        return
    run = _run(element)
    for start, stop in zip(reversed(ends), [len(text), *reversed(ends[1:])], strict=True):
        run.addnext(_run_like(run, [_words(element, text[start:stop])]))
    element.text = text[: ends[0]]
    element.set(_SPACE, "preserve")


def _words(like: _Element, text: str) -> _Element:
    words = like.makeelement(like.tag, {_SPACE: "preserve"})
    words.text = text
    return words


def _split_before(element: _Element) -> None:
    run = _run(element)
    before = [e for e in element.itersiblings(preceding=True) if e.tag != f"{_W}rPr"]
    if before:
        run.addprevious(_run_like(run, before[::-1]))


def _split_behind(element: _Element) -> None:
    run = _run(element)
    behind = list(element.itersiblings())
    if behind:
        run.addnext(_run_like(run, behind))


def _run(element: _Element) -> _Element:
    run = element.getparent()
    assert run is not None
    return run


def _run_like(run: _Element, content: list[_Element]) -> _Element:
    new = run.makeelement(run.tag, attributes_of(run))
    properties = run.find(f"{_W}rPr")
    if properties is not None:
        new.append(deepcopy(properties))
    new.extend(content)
    return new
