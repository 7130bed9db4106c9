"""What is left of each line of the plan in a file that came back, and which of its paragraphs are new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planforge.lifecycle.circulation.returned.copies import Copy
from planforge.lifecycle.circulation.returned.matching import Matched
from planforge.lifecycle.fingerprints import plain
from planforge.ooxml.review.reviewed import Line


@dataclass(frozen=True, slots=True)
class Written:
    """A paragraph as it reads with all changes accepted: the plan's line that it belongs to or stands behind.

    `fresh`: no word of it stood in the plan's line before.
    """

    line: int
    words: str
    fresh: bool


@dataclass(frozen=True, slots=True)
class Remains:
    """All paragraphs of a returned file; `joined` are lines of the plan whose paragraph was drawn up to the next."""

    written: tuple[Written, ...]
    joined: frozenset[int]

    @classmethod
    def of(cls, copy: Copy) -> Remains:
        """What the returned lines say, each with its place in the plan."""
        joined = (at.line for at, line in copy.lines() if line.joined and line.after.strip() and not at.is_new)
        return cls(tuple(_written(copy.lines())), frozenset(joined))

    def left(self, lines: Iterable[int]) -> list[Written]:
        """What is left of lines of the plan."""
        wanted = set(lines)
        return [each for each in self.written if each.line in wanted and not each.fresh]

    def fresh(self) -> Iterator[str]:
        """The new paragraphs, without blanks."""
        return (plain(each.words) for each in self.written if each.fresh)


def _written(pairs: Iterable[tuple[Matched, Line]]) -> Iterator[Written]:
    for matched, line in pairs:
        for words, old in _paragraphs(line):
            if words.strip():
                yield Written(matched.line, words.strip(), matched.is_new or not old.strip())


def _paragraphs(line: Line) -> Iterator[tuple[str, str]]:
    """Each paragraph of a line as it reads now, and those of its words that were there before."""
    words = old = ""
    for piece in line.pieces:
        first, *others = piece.text.split("\n") if piece.state != "gone" else [""]
        words, old = words + first, old + (first if piece.state == "same" else "")
        for part in others:
            yield words, old
            words, old = part, part if piece.state == "same" else ""
    yield words, old
