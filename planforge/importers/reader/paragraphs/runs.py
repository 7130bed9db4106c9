"""Markers in running text that count up in turn: 一、 … （一） … 1. … within one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from planforge.text.numerals import parse

_CHINESE = "一二三四五六七八九十"
_MARKER = re.compile(
    rf"(?P<section>(?<![第之其统单同专万百千{_CHINESE}])[{_CHINESE}]{{1,3}}、)"
    rf"|(?P<task>[（(][{_CHINESE}]{{1,3}}[）)])"
    r"|(?P<item>(?<![\d.．])\d{1,2}[.．、](?!\d(?!\d{3}年)))"
    r"|(?P<point>[（(]\d{1,2}[）)])"
)
_STOPS = "。！？；：:.”）)】 \t\u3000\xa0"
_SHORTEST_HEADING, _LONGEST_HEADING = 4, 45
_DEPTHS = ("section", "task", "item", "point")
_SECTION, _TASK, _POINT = (_DEPTHS.index(name) for name in ("section", "task", "point"))
#: Characters that a section has at least, before the next one is known by its number alone.
_SHORTEST_SECTION = 30
#: （二）项, （三）所列: the number of an item that is spoken of.
_CITED = "项款条点所的中、，至"


@dataclass(frozen=True, slots=True)
class Place:
    """A marker in running text: where it begins and ends, its depth (0 一、 1 （一） 2 1. 3 （1）) and number."""

    start: int
    stop: int
    depth: int
    number: int


def find(value: str, *, anywhere: bool = False) -> list[Place]:
    """The markers that count up in turn, each behind a stop or a heading; `anywhere`: all but （1） behind any sign."""
    found: list[Place] = []
    last: dict[int, int] = {}
    for place in _candidates(value):
        if anywhere and place.depth == _POINT:
            continue
        if _is_next(place, last, found) and (anywhere or _stands_free(place, value, found)):
            found.append(place)
            last[place.depth] = place.number
    return found


def _candidates(value: str) -> Iterator[Place]:
    for match in _MARKER.finditer(value):
        number = parse(match[0].strip("（）()、.．"))
        depth = next(n for n, name in enumerate(_DEPTHS) if match[name])
        if number is not None:
            yield Place(match.start(), match.end(), depth, number)


def _is_next(place: Place, last: dict[int, int], found: list[Place]) -> bool:
    """Whether the number follows the last of its depth, or begins anew below a marker further out.

    A section may come twice in a row: a table repeats it at the head of a page.
    """
    before = last.get(place.depth, 0)
    if place.number == before + 1:
        return True
    if place.depth == 0:
        return place.number == before and before > 0
    return place.number == 1 and bool(found) and found[-1].depth < place.depth


def _stands_free(place: Place, value: str, found: list[Place]) -> bool:
    before = value[place.start - 1 : place.start]
    if place.depth == _POINT:
        return before == "。" if place.number > 1 else bool(found) and _is_headed(place, value, found[-1])
    if before in _STOPS:  # as nothing at all is
        return True
    if found and place.depth > found[-1].depth:
        near = place.start - found[-1].stop <= _LONGEST_HEADING
        return near and "。" not in value[found[-1].stop : place.start]
    return place.number > 2 and _goes_on(place, value, found[-1])


def _goes_on(place: Place, value: str, before: Place) -> bool:
    """Whether a third or later number needs no stop before it: nothing but an item stands behind it."""
    behind = value[place.stop : place.stop + 1]
    if place.depth == _SECTION:
        return place.start - before.stop >= _SHORTEST_SECTION and behind not in _CHINESE
    return place.depth == before.depth == _TASK and behind not in _CITED


def _is_headed(place: Place, value: str, above: Place) -> bool:
    """Whether （1） stands right behind the heading of its item; within a sentence it counts parts of that."""
    near = _SHORTEST_HEADING <= place.start - above.stop <= _LONGEST_HEADING
    return near and re.search("[。；：]", value[above.stop : place.start]) is None
