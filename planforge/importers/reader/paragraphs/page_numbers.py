"""Page numbers that scanning, or a copy from a PDF, left within a paragraph: 每人不超过3200— 1 —元 in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from planforge.model import Paragraph, Text

_DASH = "[-—–－一]"
_NUMBER = re.compile(
    rf"\s?{_DASH}{{1,2}}\s{{0,2}}(?P<number>\d{{1,3}})\s{{0,2}}{_DASH}{{1,2}}(?=[\u4e00-\u9fff“《（，。；、]|\s|$)\s?"
)
#: So many that count up by one are no chance: 3—5— alone may be a range that somebody mistyped.
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Place:
    """What looks like a page number: in which paragraph, from where to where."""

    paragraph: int
    start: int
    stop: int
    number: int


def drop(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs, without page numbers in their words where those count up through the file."""
    places = _counting(
        [place for index, p in enumerate(paragraphs) if _may_hold(p) for place in _places(index, p.text)]
    )
    result = list(paragraphs)
    for place in reversed(places):
        text = result[place.paragraph].text
        words = Text.join([text.slice(0, place.start), text.slice(place.stop)])
        result[place.paragraph] = replace(result[place.paragraph], text=words)
    return tuple(result)


def _may_hold(paragraph: Paragraph) -> bool:
    return paragraph.table is None and not paragraph.told and paragraph.broken


def _places(index: int, text: Text) -> Iterator[_Place]:
    for match in _NUMBER.finditer(text.value):
        yield _Place(index, *match.span(), int(match["number"]))


def _counting(places: Sequence[_Place]) -> list[_Place]:
    """The longest run of places whose numbers go up by one; none where that is short."""
    longest: dict[int, int] = {}
    before: list[int] = []
    ends: dict[int, int] = {}
    for index, place in enumerate(places):
        before.append(ends.get(place.number - 1, -1))
        length = longest.get(place.number - 1, 0) + 1
        if length >= longest.get(place.number, 0):
            longest[place.number], ends[place.number] = length, index
    if not longest or max(longest.values()) < _FEWEST:
        return []
    index, run = ends[max(longest, key=lambda number: longest[number])], []
    while index >= 0:
        run.append(places[index])
        index = before[index]
    return run[::-1]
