"""Words in centred lines that form a trapezoid or a diamond and never tear a word (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from planforge.renderers.docx.measuring.words import split
from planforge.text.widths import width

#: How far from where lines of one length would end they may, in characters.
_SLACK = 6.0
#: Longer titles are cut line by line: trying every shape would take too long, and nobody writes them.
_SHAPED, _MOST_LINES = 120, 9


def lines(words: str, most: float) -> list[str]:
    """The title's lines, none wider than `most` full-width characters. Line breaks of the author's own are kept."""
    given = [line.strip() for line in words.splitlines() if line.strip()]
    return [line for part in given for line in (_shape(part, most) if len(given) == 1 else _fill(split(part), most))]


def _shape(title: str, most: float) -> list[str]:
    if width(title) <= most:
        return [title]
    pieces = [part for piece in split(title) for part in _cut(piece, most)]
    least = -int(-width(title) // most)
    if len(pieces) > _SHAPED or least > _MOST_LINES:
        return _fill(pieces, most)
    choices = [lines for count in (least, least + 1) for lines in _ways(pieces, count, most)]
    return min(choices, key=_cost) if choices else _fill(pieces, most)


def _ways(pieces: Sequence[str], count: int, most: float) -> Iterable[list[str]]:
    """All ways to set the pieces in `count` lines that fit; only cuts near where a line may end are tried."""
    ends = list(accumulate(width(piece) for piece in pieces))
    near = [
        [place for place, end in enumerate(ends[:-1], 1) if abs(end - ends[-1] * cut / count) <= _SLACK]
        for cut in range(1, count)
    ]
    return _cuts(pieces, 0, [*near, [len(pieces)]], most)


def _cuts(pieces: Sequence[str], start: int, near: Sequence[Sequence[int]], most: float) -> Iterator[list[str]]:
    """The lines from piece `start` on, each of which ends at one of its places and fits."""
    ends, *others = near
    for end in ends:
        line = "".join(pieces[start:end]).strip()
        if not line or width(line) > most:
            continue
        if not others:
            yield [line]
        else:
            yield from ([line, *rest] for rest in _cuts(pieces, end, others, most))


def _cost(lines: Sequence[str]) -> float:
    """Low for a trapezoid or diamond of few, not too unequal lines; 的 begins no line unless it begins 的通知."""
    widths = [width(line) for line in lines]
    longest, shortest = max(widths), min(widths)
    unequal = (longest - shortest) / longest
    return (
        4.0 * (len(lines) - 2)
        + (0.0 if _is_shapely(widths) else 6.0)
        + (8.0 if longest - shortest < 2 else 0.0)
        + 6.0 * max(0.0, unequal - 0.35)
        + 2.0 * unequal
        + sum(1.5 for line in lines[1:] if line.startswith("的"))
        + sum(3.0 for line in lines if line[-1] in "和与及暨")
        + sum(1.0 for line in lines if line[-1] == "、")
        + sum(2.5 for line in lines[:-1] if _just_opened(line))
        + sum(1.2 for line in lines[:-1] if line[-1] in "省市县区")
        + sum(3.0 for line in lines for mark in line if mark in " \u3000")  # a blank between organs: turn over there
    )


def _just_opened(line: str) -> bool:
    """Whether the line ends within few characters of a 《 that it leaves open."""
    opened = line.rpartition("《")
    return bool(opened[1]) and "》" not in opened[2] and width(opened[2]) < 6


def _is_shapely(widths: Sequence[float]) -> bool:
    """Widths that rise, fall, or rise and then fall: no hourglass."""
    peak = widths.index(max(widths))
    rising = all(a <= b for a, b in pairwise(widths[: peak + 1]))
    falling = all(a >= b for a, b in pairwise(widths[peak:]))
    return rising and falling


def _fill(pieces: Iterable[str], most: float) -> list[str]:
    found = [""]
    for piece in (part for whole in pieces for part in _cut(whole, most)):
        if found[-1] and width(found[-1] + piece) > most:
            found.append("")
        found[-1] += piece
    return [line.strip() for line in found if line.strip()]


def _cut(piece: str, most: float) -> list[str]:
    """A piece that no line could hold, in pieces that fit."""
    if width(piece) <= most:
        return [piece]
    step = max(1, int(most))
    return [piece[i : i + step] for i in range(0, len(piece), step)]
