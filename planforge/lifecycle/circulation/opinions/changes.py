"""What became of one line of the plan in a file that came back: tracked changes, and those that nobody tracked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from planforge.ooxml.review.reviewed import Line, Piece, State
from planforge.text.word_diff import word_diff

#: No paragraph of a plan has as many characters; a word for word comparison of more would take too long.
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a line as against the plan; `tracked` changes have an author, the others are told by comparison."""

    text: str
    state: State
    author: str = ""
    date: str = ""
    tracked: bool = True


@dataclass(frozen=True, slots=True)
class Hunk:
    """One change of a line: its characters `[start:stop]`, `old`, gave way to `new`."""

    start: int
    stop: int
    old: str
    new: str
    authors: tuple[str, ...]
    date: str
    tracked: bool


@dataclass(frozen=True, slots=True)
class Composed:
    """A line against the plan's: the hunks in order, and where in the plan's line each of its characters stands.

    `places` has one entry more than the returned line has characters, deleted and inserted ones included.
    """

    hunks: tuple[Hunk, ...]
    places: tuple[int, ...]


def compose(base: str, line: Line) -> Composed:
    """The changes that make the accepted words of a returned line out of the plan's line."""
    parts, places = _Composer(line).against(base)
    return Composed(tuple(_hunks(parts)), tuple(places))


class _Composer:
    """Walks a returned line beside its comparison with the plan's."""

    def __init__(self, line: Line) -> None:
        self._left = list(line.pieces)[::-1]
        self._parts: list[Part] = []
        self._places: list[int] = []
        self._base = 0

    def against(self, base: str) -> tuple[list[Part], list[int]]:
        before = "".join(piece.text for piece in reversed(self._left) if piece.state != "new")
        for kind, words in _compared(base, before):
            if kind == "gone":
                self._add(Part(words, "gone", tracked=False), len(words))
            else:
                self._take(len(words), in_base=kind == "same")
        self._take_new()
        self._places.append(self._base)
        return self._parts, self._places

    def _take(self, count: int, *, in_base: bool) -> None:
        """The next `count` characters that the line had before tracked changes."""
        while count:
            self._take_new()
            piece = self._left.pop()
            if len(piece.text) > count:
                self._left.append(replace(piece, text=piece.text[count:]))
                piece = replace(piece, text=piece.text[:count])
            count -= len(piece.text)
            self._fate(piece, in_base=in_base)

    def _fate(self, piece: Piece, *, in_base: bool) -> None:
        self._places += range(self._base, self._base + len(piece.text)) if in_base else [self._base] * len(piece.text)
        if in_base:
            self._add(Part(piece.text, piece.state, piece.author, piece.date), len(piece.text))
        elif piece.state == "same":
            self._add(Part(piece.text, "new", tracked=False), 0)

    def _take_new(self) -> None:
        while self._left and self._left[-1].state == "new":
            piece = self._left.pop()
            self._places += [self._base] * len(piece.text)
            self._add(Part(piece.text, "new", piece.author, piece.date), 0)

    def _add(self, part: Part, in_base: int) -> None:
        self._parts.append(part)
        self._base += in_base


def _compared(base: str, before: str) -> Sequence[tuple[State, str]]:
    if base == before:
        return [("same", base)]
    if len(base) + len(before) > _LONGEST:
        return [("gone", base), ("new", before)]
    return word_diff(base, before)


def _hunks(parts: Iterable[Part]) -> Iterator[Hunk]:
    base = 0
    for same, group in groupby(parts, key=lambda part: part.state == "same"):
        found = list(group)
        length = sum(len(part.text) for part in found if part.state != "new")
        if not same:
            yield _hunk(found, base, base + length)
        base += length


def _hunk(parts: Sequence[Part], start: int, stop: int) -> Hunk:
    old, new = ("".join(part.text for part in parts if part.state == state) for state in ("gone", "new"))
    authors = tuple(dict.fromkeys(part.author for part in parts if part.author))
    date = max((part.date for part in parts), default="")
    return Hunk(start, stop, old, new, authors, date, all(part.tracked for part in parts))
