"""Whether page 1 shows body text and no signature stands alone (GB/T 9704-2012, 7.3.3 and 7.3.5.3), counted in lines.

All lengths are in twips: `free` is what page 1 has below the title, `line` the pitch there, `depth` a whole page.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """A text that the signature follows: how many lines recipients, text, and 附件说明 and signature take."""

    before: int
    body: int
    end: int

    def shows(self, free: int, line: int) -> bool:
        """Whether page 1 shows text."""
        return free // line > self.before

    def stands(self, free: int, line: int, depth: int) -> bool:
        """Whether page 1 shows text, and the page of the signature does."""
        if not self.shows(free, line):
            return False
        carried = self.carried(free, line, depth)
        if carried:
            return carried + self.end <= depth // line
        return self.before + self.body + self.end <= free // line

    def settles(self, free: int, line: int, depth: int) -> bool:
        """As `stands`, even if a later page of the signature has a line more or less than is counted."""
        carried = self.carried(free, line, depth)
        sure = not carried or (carried > 1 and carried + self.end < depth // line)
        return sure and self.stands(free, line, depth)

    def carried(self, free: int, line: int, depth: int) -> int:
        """How many lines of text the last page has that has any, none where that is page 1."""
        rest = self.before + self.body - free // line
        return (rest - 1) % (depth // line) + 1 if rest > 0 else 0


@dataclass(frozen=True, slots=True)
class Opening:
    """The text of a document that sections follow: the lines of its recipients, and what it needs below them."""

    before: int
    needed: int

    def shows(self, free: int, line: int) -> bool:
        """Whether page 1 shows text."""
        return free - self.before * line >= self.needed

    def stands(self, free: int, line: int, depth: int) -> bool:
        """As `shows`: the signature's page is another one's business, and has text."""
        return self.shows(free, line)

    def settles(self, free: int, line: int, depth: int) -> bool:
        """As `stands`."""
        return self.stands(free, line, depth)

    def carried(self, free: int, line: int, depth: int) -> int:
        """None that matters to the signature."""
        return 0
