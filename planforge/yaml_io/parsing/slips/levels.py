"""The levels of indentation that are open at a line, and where a line that fits none of them belongs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal[":", "-"]


@dataclass(frozen=True, slots=True)
class Level:
    """An open mapping (:) or list (-) and the column of its lines; `under`: the key that it belongs to."""

    indent: int
    kind: Kind
    under: str = ""


@dataclass(slots=True)
class Levels:
    """A stack of open levels. `opened` is the key that waits for its value on the lines below, None if none does."""

    stack: list[Level] = field(default_factory=list)
    opened: str | None = None
    _moves: dict[tuple[Kind, int], int] = field(default_factory=dict)

    @property
    def top(self) -> Level | None:
        return self.stack[-1] if self.stack else None

    def settle(self, kind: Kind, indent: int) -> int:
        """Makes a line's level the top one; gives its column: `indent`, or the nearest level's if it fits none."""
        if self.is_top(kind, indent):
            return indent
        before = list(self.stack)
        while self.stack and self._is_over(self.stack[-1], kind, indent):
            self.stack.pop()
        if self.is_top(kind, indent):
            return indent
        if len(self.stack) == len(before) and self._fits_below(kind, indent):
            self.push(kind, indent)
            return indent
        return self._nearest(before, kind, indent)

    def moved(self, kind: Kind, indent: int) -> int | None:
        """Where lines of this indentation were moved before, while that level is open."""
        column = self._moves.get((kind, indent))
        if column is None:
            return None
        levels = {(level.kind, level.indent) for level in self.stack}
        return column if (kind, column) in levels and (kind, indent) not in levels else None

    def fits(self, indent: int) -> bool:
        """Whether a line may begin in a column: below an open key, or in line with an open level."""
        if self.top and self.opened is not None:
            return indent > self.top.indent
        return any(level.indent == indent for level in self.stack)

    def continues(self, indent: int) -> bool:
        """Whether a line in a column goes on with the innermost open level."""
        return self.opened is None and self.top is not None and self.top.indent == indent

    def is_top(self, kind: Kind, indent: int) -> bool:
        """Whether a line of this indentation belongs to the innermost open level."""
        if not self.stack:
            return False
        top = self.stack[-1]
        return top.indent == indent and top.kind == kind

    def push(self, kind: Kind, indent: int) -> None:
        self.stack.append(Level(indent, kind, self.opened or ""))
        self.opened = None

    @staticmethod
    def _is_over(level: Level, kind: Kind, indent: int) -> bool:
        """A list may stand in the column of its key; a key in that column ends the list."""
        return level.indent > indent or (level.indent == indent and level.kind == "-" and kind == ":")

    def _fits_below(self, kind: Kind, indent: int) -> bool:
        if self.top is None:
            return True
        deeper = indent > self.top.indent or (kind == "-" and indent == self.top.indent)
        return self.opened is not None and deeper

    def _nearest(self, before: list[Level], kind: Kind, indent: int) -> int:
        alike = [index for index, level in enumerate(before) if level.kind == kind]
        if not alike:
            self.push(kind, indent)
            return indent
        nearest = min(alike, key=lambda index: (abs(before[index].indent - indent), -before[index].indent))
        self.stack = before[: nearest + 1]
        self._moves[kind, indent] = before[nearest].indent
        return before[nearest].indent
