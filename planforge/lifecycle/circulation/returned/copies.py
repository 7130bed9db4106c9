"""A file that came back, held beside the plan as it was printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from planforge.lifecycle.circulation.returned.matching import Matched, match
from planforge.lifecycle.circulation.returned.printed import Printed
from planforge.lifecycle.circulation.returned.review import Review
from planforge.lifecycle.fingerprints import plain
from planforge.ooxml.review.reviewed import Line

#: How alike (0 to 1) a line has to be to one of the plan to speak for the file's being a copy.
_SAME_LINE = 0.6
_UNITS = re.compile(r"（[^（）]*(?:单位|时限)：[^（）]*）$")


@dataclass(frozen=True, slots=True)
class Copy:
    """`matched` has for each line of the review the plan's, `gone` are the plan's lines that didn't come back."""

    printed: Printed
    review: Review
    matched: tuple[Matched, ...]
    gone: tuple[int, ...]

    @classmethod
    def of(cls, printed: Printed, review: Review) -> Copy:
        """The review of one file, its lines found among those that were sent."""
        matched, gone = match(printed.lines, [line.before for line in review.reviewed.lines])
        return cls(printed, review, tuple(matched), tuple(gone))

    def lines(self) -> Iterator[tuple[Matched, Line]]:
        """The returned lines in their order, each with its line of the plan."""
        yield from zip(self.matched, self.review.reviewed.lines, strict=True)

    @property
    def likeness(self) -> float:
        """The share of what the plan's tasks say, by characters, whose lines came back much as they were, 0 to 1."""
        sent = self.printed.lines
        sizes = {spot.line: len(plain(sent[spot.line])) for spot in self.printed.spots if spot.item}
        known = {at.line for at, line in self.lines() if not at.is_new and _is_alike(sent[at.line], line)}
        return sum(size for turn, size in sizes.items() if turn in known) / max(1, sum(sizes.values()))

    @property
    def title(self) -> str:
        """The file's own title as it stood before tracked changes; empty where the file can't be told to have one."""
        paper = self.review.paper
        title = plain(paper.document.title.value) if paper else ""
        lines = (line for line in self.review.reviewed.lines if title and plain(line.after) == title)
        return next((plain(line.before) or title for line in lines), title)


def _is_alike(sent: str, line: Line) -> bool:
    """Whether a line came back much as it was; units and time limits in brackets are the same in many plans."""
    own, theirs = (_UNITS.sub("", plain(words)) for words in (sent, line.before))
    return fuzz.ratio(own, theirs) >= 100 * _SAME_LINE
