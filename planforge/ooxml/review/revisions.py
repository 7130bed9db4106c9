"""Tracked changes (ECMA-376, 17.13.5): words struck out and added under a reviewer's name, for someone to accept."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planforge.ooxml.characters.cutting import Pieces, attributes_of, is_plain
from planforge.ooxml.characters.locate import Stretch
from planforge.ooxml.namespaces import MAIN
from planforge.ooxml.xml import clean

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: Insertions of other reviewers: a new one stands beside them, not within.
_INSERTIONS = (f"{_W}ins", f"{_W}moveTo")


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who reviewed, and when: `moment` as Word writes it, 2027-01-15T00:00:00Z."""

    author: str
    moment: str

    def attributes(self, number: int) -> dict[str, str]:
        """The attributes that comments and tracked changes share."""
        return {f"{_W}id": str(number), f"{_W}author": clean(self.author), f"{_W}date": self.moment}


@dataclass(frozen=True, slots=True)
class Replacement:
    """Characters `[start:stop]` of a paragraph that give way to `text`; an insertion where start is stop."""

    start: int
    stop: int
    text: str


def can_replace(pieces: Pieces, change: Replacement) -> bool:
    """Whether all these characters are in the file, as words that can be struck out one by one."""
    length = pieces.stretches[-1].stop if pieces.stretches else 0
    if not 0 <= change.start <= change.stop <= length or not length or set(change.text) & set("\r\n\t"):
        return False
    return all(is_plain(piece) for piece in _touched(pieces, change))


@dataclass(frozen=True, slots=True)
class Reviser:
    """Tracks changes under one stamp; `numbers` gives ids that the file has not."""

    stamp: Stamp
    numbers: Iterator[int]
    _own: set[_Element] = field(default_factory=set)

    def replace(self, pieces: Pieces, change: Replacement) -> None:
        """Track a change; of several in a paragraph the first goes first."""
        touched = _touched(pieces, change)
        runs = [_run(piece) for piece in touched]
        if change.start < change.stop:
            self._strike(runs)
        if change.text:
            self._insert(change, runs[-1])

    def _strike(self, runs: list[_Element]) -> None:
        for run in runs:
            before = run.getprevious()
            if before is not None and before is runs[0].getparent():
                before.append(run)
            else:
                deletion = run.makeelement(f"{_W}del", self.stamp.attributes(next(self.numbers)))
                run.addprevious(deletion)
                deletion.append(run)
            for words in run.iterfind(f"{_W}t"):
                words.tag = f"{_W}delText"
                words.set(_SPACE, "preserve")

    def _insert(self, change: Replacement, run: _Element) -> None:
        insertion = run.makeelement(f"{_W}ins", self.stamp.attributes(next(self.numbers)))
        insertion.append(_run_like(run, change.text))
        if change.start == change.stop == 0:
            self._outside(run, behind=False).addprevious(insertion)
        else:
            place = self._outside(run, behind=True)
            while (after := place.getnext()) is not None and after in self._own:
                place = after
            place.addnext(insertion)
        self._own.add(insertion)

    def _outside(self, run: _Element, *, behind: bool) -> _Element:
        """The place of an insertion next to a run: the deletion around it, and no other reviewer's insertion."""
        place, parent = run, run.getparent()
        if parent is not None and parent.tag == f"{_W}del":
            place, parent = parent, parent.getparent()
        if parent is None or parent.tag not in _INSERTIONS:
            return place
        return self._split(parent, place, behind=behind)

    def _split(self, outer: _Element, place: _Element, *, behind: bool) -> _Element:
        """Another's insertion, parted in two before or behind `place`: the half that begins or ends there."""
        rest = list(place.itersiblings()) if behind else [place, *place.itersiblings()]
        if not rest or len(rest) == len(outer):
            return outer
        half = outer.makeelement(outer.tag, {**attributes_of(outer), f"{_W}id": str(next(self.numbers))})
        outer.addnext(half)
        half.extend(rest)
        return outer if behind else half


def _touched(pieces: Pieces, change: Replacement) -> tuple[Stretch, ...]:
    """The pieces that a change replaces; for an insertion the one before it, which lends it its look."""
    if change.start < change.stop:
        return pieces.between(change.start, change.stop)
    return (pieces.at(max(0, change.start - 1)),)


def _run(piece: Stretch) -> _Element:
    run = piece.element.getparent()
    assert run is not None  # can_replace has seen it
    return run


def _run_like(run: _Element, text: str) -> _Element:
    """A run that looks like another one; a change of format that is tracked there isn't one here."""
    new = run.makeelement(run.tag, {})
    properties = deepcopy(run.find(f"{_W}rPr"))
    if properties is not None:
        for change in properties.findall(f"{_W}rPrChange"):
            properties.remove(change)
        new.append(properties)
    words = run.makeelement(f"{_W}t", {_SPACE: "preserve"})
    words.text = clean(text)
    new.append(words)
    return new
