"""Opinions of one office, made of what was changed on a line of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from planforge.lifecycle.circulation.opinions.changes import Hunk
from planforge.lifecycle.circulation.returned.printed import Printed
from planforge.model.opinions import Opinion, OpinionKind, SpotProposal

#: A line and a character of the plan's file, by which opinions are put in order.
Order = tuple[int, int]
Placed = tuple[Order, Opinion]


@dataclass(frozen=True, slots=True)
class Teller:
    """Words opinions of `unit` on the lines of the plan."""

    printed: Printed
    unit: str

    def on_change(self, line: int, hunks: Sequence[Hunk], words: str, proposal: SpotProposal | None) -> Placed:
        """The opinion that these changes of a line are, which `words` put for people."""
        authors = named(author for hunk in hunks for author in hunk.authors)
        kind: OpinionKind = "revision" if all(hunk.tracked for hunk in hunks) else "edit"
        date = max((hunk.date for hunk in hunks), default="")
        return (line, hunks[0].start), self.opinion(line, authors, date, kind, words, proposal)

    def by_hand(self, line: int, hunk: Hunk, words: str) -> Placed:
        """What only a person can do, with the reason."""
        order, opinion = self.on_change(line, [hunk], words, None)
        place = opinion.place
        outside = "附件" if place.startswith("附件") else "版头、落款" if place == "全文" else ""
        return order, replace(opinion, note=f"{outside}里的改动不写回" if outside else "看不准改的是哪一项")

    def opinion(
        self, line: int, author: str, date: str, kind: OpinionKind, words: str, proposal: SpotProposal | None
    ) -> Opinion:
        """What somebody says of a line of the plan; `date` is a moment as the file writes it."""
        region = self.printed.region(line)
        passage = proposal.passage if proposal else self.printed.lines[line] if line < len(self.printed.lines) else ""
        return Opinion(region.place, region.name, passage, self.unit, author, day_of(date), kind, words, proposal)


def named(authors: Iterable[str]) -> str:
    """Those who wrote, each once."""
    return "、".join(dict.fromkeys(author for author in authors if author))


def day_of(moment: str) -> str:
    """The day of a moment as Word files write it (2027-01-15T08:00:00Z)."""
    return moment.partition("T")[0]
