"""Where text came from: every piece of a document can point at its own characters in the user's file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file, in characters from 1 (for DOCX and PDF the paragraph number is the line)."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file; `end` is exclusive."""

    file: str = ""
    start: Position = Position()
    end: Position = Position()


@dataclass(frozen=True, slots=True)
class Anchor:
    """From `offset` of a text on, its characters stand at `line`, `column` and following of the file."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Text:
    """A string that knows its place. Two texts are equal when their words are, wherever they came from.

    `anchors` are sorted by offset; a text joined from broken lines has one for each line.
    """

    value: str = ""
    file: str = field(default="", compare=False)
    anchors: tuple[Anchor, ...] = field(default=(), compare=False)

    @classmethod
    def at_place(cls, value: str, file: str, line: int, column: int = 1) -> Text:
        """A text that stands in one piece at a place."""
        return cls(value, file, (Anchor(0, line, column),))

    @classmethod
    def join(cls, parts: Iterable[Text], separator: str = "") -> Text:
        """One text of several; a separator belongs to no place of its own and points behind the part before it."""
        value, file = "", ""
        anchors: list[Anchor] = []
        for index, part in enumerate(parts):
            if index:
                value += separator
            shift = len(value)  # none for the first part, which may have grown long line by line
            anchors += (Anchor(a.offset + shift, a.line, a.column) for a in part.anchors) if shift else part.anchors
            value += part.value
            file = file or part.file
        return cls(value, file, tuple(anchors))

    def __reduce__(self) -> tuple[Callable[..., Text], tuple[Any, ...]]:
        """Goes from process to process without the anchor of its own that nearly every text has: half of the work."""
        if len(self.anchors) != 1 or self.anchors[0].offset:
            return Text, (self.value, self.file, self.anchors)
        (anchor,) = self.anchors
        return _at_place, (self.value, self.file, anchor.line, anchor.column)

    def __str__(self) -> str:
        return self.value

    def __len__(self) -> int:
        return len(self.value)

    def at(self, offset: int) -> Position:
        """The place of the character at `offset`; a text without anchors stands at the head of its file."""
        index = bisect_right(self.anchors, offset, key=lambda a: a.offset) - 1
        if index < 0:
            return Position(self.anchors[0].line, self.anchors[0].column) if self.anchors else Position()
        anchor = self.anchors[index]
        return Position(anchor.line, anchor.column + offset - anchor.offset)

    def span(self, start: int = 0, stop: int | None = None) -> Span:
        """The stretch of the file under `[start:stop]`; its end lies behind the last character, on that one's line."""
        stop = len(self.value) if stop is None else stop
        begin = self.at(start)
        if stop <= start:
            return Span(self.file, begin, begin)
        last = self.at(stop - 1)
        return Span(self.file, begin, Position(last.line, last.column + 1))

    def slice(self, start: int, stop: int | None = None) -> Text:
        """The part `[start:stop]` (counted from 0, not negative), with its own place."""
        stop = len(self.value) if stop is None else min(stop, len(self.value))
        start = min(start, stop)
        return Text(self.value[start:stop], self.file, self._anchors_of(start, stop))

    def _anchors_of(self, start: int, stop: int) -> tuple[Anchor, ...]:
        """The anchors of the part `[start:stop]`; most texts have but one, at the head."""
        if not self.anchors:
            return ()
        last = self.anchors[-1]
        if last.offset <= start:
            return (Anchor(0, last.line, last.column + start - last.offset),)
        place = self.at(start)
        low = bisect_right(self.anchors, start, key=lambda a: a.offset)
        high = bisect_left(self.anchors, stop, key=lambda a: a.offset)
        within = (Anchor(a.offset - start, a.line, a.column) for a in self.anchors[low:high])
        return (Anchor(0, place.line, place.column), *within)

    def strip(self, characters: str | None = None) -> Text:
        """Without blanks (or `characters`) at both ends."""
        if self.value == self.value.strip(characters):
            return self
        left = len(self.value) - len(self.value.lstrip(characters))
        return self.slice(left, max(left, len(self.value.rstrip(characters))))


#: By a name of its own, which pickle looks up once for all texts.
_at_place = Text.at_place
