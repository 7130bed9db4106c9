"""Whole paragraphs of a text that an office added, took out or joined, as opinions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planforge.lifecycle.circulation.opinions.changes import Hunk
from planforge.lifecycle.circulation.opinions.telling import Placed, Teller
from planforge.lifecycle.circulation.opinions.told import Told
from planforge.lifecycle.circulation.opinions.wording import around
from planforge.lifecycle.circulation.returned.matching import Matched
from planforge.lifecycle.circulation.returned.printed import Printed, Spot
from planforge.model.opinions import Rewording, TextProposal
from planforge.ooxml.review.reviewed import Line, Piece
from planforge.text.numbering import leading_marker

#: Fields that no paragraph can be put into, or taken out of.
_OF_ONE_LINE = ("ending", "heading", "title")


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Tells of paragraphs; what was `told` of whole tasks is left out."""

    printed: Printed
    told: Told
    teller: Teller

    def added(self, matched: Matched, line: Line) -> Iterator[Placed]:
        """Paragraphs that the plan has not, tracked or not, and no task of their own."""
        words = [each.strip() for each in line.after.split("\n") if not self.told.has(each)]
        if not words:
            return
        hunk = _of_new(line, words)
        content = f"增加一段：“{hunk.new}”"
        spot = next(reversed(list(self.printed.on(matched.line))), None)
        unclear = matched.line in self.told.settled or any(map(leading_marker, words))
        if spot is None or spot.field in _OF_ONE_LINE or unclear:
            yield self.teller.by_hand(matched.line, hunk, content)
        else:
            place = spot.offset + spot.stop - spot.start
            yield self._reworded(spot, Rewording(place, place, f"\n{hunk.new}"), hunk, content)

    def struck(self, line: int) -> Placed:
        """A paragraph that was taken out without tracking."""
        words = self.printed.lines[line]
        hunk, spots = Hunk(0, len(words), words, "", (), "", False), list(self.printed.on(line))
        if len(spots) != 1 or spots[0].field in _OF_ONE_LINE or line in self.told.unclear:
            return self.teller.by_hand(line, hunk, "删去整段")
        spot = spots[0]
        change = Rewording(spot.offset, spot.offset + spot.stop - spot.start, "")
        return self._reworded(spot, change, hunk, "删去整段")

    def joined(self, line: int, mark: Piece) -> Placed:
        """Two paragraphs of one text that became one."""
        hunk = Hunk(0, 0, "", "", (mark.author,), mark.date, True)
        ends = [list(self.printed.on(each)) for each in (line, line + 1)]
        if not all(ends) or (ends[0][-1].item, ends[0][-1].field) != (ends[1][0].item, ends[1][0].field):
            return self.teller.by_hand(line, hunk, "本段与下一段合并")
        last, first = ends[0][-1], ends[1][0]
        change = Rewording(last.offset + last.stop - last.start, first.offset, "")
        return self._reworded(last, change, hunk, "本段与下一段合并")

    def _reworded(self, spot: Spot, change: Rewording, hunk: Hunk, words: str) -> Placed:
        assert spot.field != "ending"
        base = self.printed.texts[spot.item, spot.field]
        start, stop = around(base, change.start, change.stop)
        start, stop = min(start, change.start), max(stop, change.stop)
        proposal = TextProposal(spot.item, spot.field, base, start, stop, (change,))
        return self.teller.on_change(spot.line, [hunk], words, proposal)


def _of_new(line: Line, words: list[str]) -> Hunk:
    """New paragraphs as one change; they are tracked where nothing of the line stood there before."""
    new = [piece for piece in line.pieces if piece.state == "new"]
    authors = tuple(dict.fromkeys(piece.author for piece in new if piece.author))
    date = max((piece.date for piece in new), default="")
    return Hunk(0, 0, "", "\n".join(words), authors, date, not line.before.strip())
