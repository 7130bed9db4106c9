"""A name that no line of its column holds, in lines of about one length that tear no word."""

from __future__ import annotations

import math
from functools import lru_cache

from planforge.renderers.docx.measuring.words import Seams, seams
from planforge.text.widths import width

#: What counts against a way to tear a name: a further line, a line's end within a word, one beside no known word, and
#: one behind 和; besides, the square of how much longer or shorter than the others a line is, in characters.
_LINE, _TORN, _UNKNOWN, _JOINING = 3.0, 6.0, 2.0, 1.5
_FEWEST = 2
#: Characters: what is longer is no name, and turns over as text does.
_LONGEST = 80


@lru_cache(maxsize=1024)
def torn(name: str, room: float) -> tuple[str, ...]:
    """The lines, none wider than `room` full-width characters nor of a lone one; the whole name where that can't be."""
    if len(name) > _LONGEST:
        return (name,)
    least = math.ceil(width(name) / max(room, 1.0))
    ways = [way for count in (least, least + 1) if (way := _best(name, room, count))]
    return min(ways)[1] if ways else (name,)


def _best(name: str, room: float, count: int) -> tuple[float, tuple[str, ...]] | None:
    """The best of the ways to set a name in so many lines, with what counts against it."""
    usual, known = width(name) / count, seams(name)
    ways: dict[int, tuple[float, tuple[str, ...]]] = {0: (_LINE * count, ())}
    for turn in range(1, count + 1):
        longer: dict[int, tuple[float, tuple[str, ...]]] = {}
        for start, (cost, lines) in ways.items():
            for end in _ends(name, start, room, last=turn == count):
                line = name[start:end]
                way = (cost + (width(line) - usual) ** 2 / 2 + _against(name, end, known), (*lines, line))
                longer[end] = min(way, longer.get(end, way))
        ways = longer
    return ways.get(len(name))


def _ends(name: str, start: int, room: float, *, last: bool) -> list[int]:
    """Where a line from `start` may end, the last one behind the whole name and no other there."""
    most = len(name)
    if last:
        lone = len(name.rstrip("、")) - start < _FEWEST
        return [most] if not lone and width(name[start:]) <= room else []
    return [end for end in range(start + _FEWEST, most) if width(name[start:end]) <= room]


def _against(name: str, end: int, known: Seams) -> float:
    if end == len(name):
        return 0.0
    place = _TORN if end in known.within else 0.0 if end in known.between else _UNKNOWN
    return place + (_JOINING if name[end - 1] in "和与及暨" else 0.0)
