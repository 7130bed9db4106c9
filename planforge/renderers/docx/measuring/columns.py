"""How wide the columns of a table are, in full-width characters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

#: Texts up to this many characters never turn over while there is room; `_SPARE` is what keeps a line from breaking.
_SHORT, _SPARE = 5.0, 0.4
#: The part of a table that columns of names leave to long texts: they give way until it is free, or they are short.
_TEXTS = 0.1
#: Rows by which widths are judged, at most: evenly taken from a longer table.
_JUDGED = 200


def shared(
    heads: Sequence[float], names: Sequence[float | None], needs: Sequence[Sequence[float]], measure: float
) -> list[float]:
    """Widths that add up to `measure`: what `heads` and short texts need, then a character more where rows are high.

    `needs` are what the texts of each row take, the head's too. `names` is what a column of names needs so that its
    names stay whole, None for any other.
    """
    longest = [max(column) for column in zip(*needs, strict=True)]
    least = [min(need, _SHORT) if own is None else own for own, need in zip(names, longest, strict=True)]
    wanted = [max(pair) + _SPARE for pair in zip(heads, least, strict=True)]
    texts = sum(max(0.0, need - room) for own, need, room in zip(names, longest, wanted, strict=True) if own is None)
    rooms = _giving_way(wanted, names, sum(wanted) + min(texts, _TEXTS * measure) - measure)
    return _filled(_within(rooms, measure), needs, longest, measure)


def _giving_way(rooms: Sequence[float], names: Sequence[float | None], missing: float) -> list[float]:
    """Columns of names narrower by what is missing, as far as they are wider than short ones."""
    gives = [0.0 if own is None else max(0.0, room - _SHORT) for room, own in zip(rooms, names, strict=True)]
    part = min(1.0, max(0.0, missing) / (sum(gives) or 1.0))
    return [room - part * give for room, give in zip(rooms, gives, strict=True)]


def _within(rooms: Sequence[float], measure: float) -> list[float]:
    scale = min(1.0, measure / sum(rooms))
    return [room * scale for room in rooms]


def _filled(
    rooms: list[float], needs: Sequence[Sequence[float]], longest: Sequence[float], measure: float
) -> list[float]:
    """Every spare character goes to the column that makes the most rows high, the rest to all alike."""
    spare = measure - sum(rooms)
    judged = needs[:: len(needs) // _JUDGED + 1]
    while spare >= 1 and (highest := _highest(judged, rooms)) is not None:
        rooms[highest] += 1
        spare -= 1
    return [room + spare * need / (sum(longest) or 1.0) for room, need in zip(rooms, longest, strict=True)]


def _highest(needs: Sequence[Sequence[float]], rooms: Sequence[float]) -> int | None:
    """The column whose texts are the highest of their row most often; None where every text takes one line."""
    counts: Counter[int] = Counter()
    for row in needs:
        lines = [need // room for need, room in zip(row, rooms, strict=True)]
        most = max(lines)
        if most:
            counts[lines.index(most)] += 1
    return counts.most_common(1)[0][0] if counts else None
