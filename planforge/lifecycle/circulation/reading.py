"""One file that came back → its opinions, each at its place in the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planforge.lifecycle.circulation.changes import Hunk, compose
from planforge.lifecycle.circulation.endings import list_proposals, list_spot
from planforge.lifecycle.circulation.matching import Matched, match
from planforge.lifecycle.circulation.printed import Printed, Spot
from planforge.lifecycle.circulation.wording import around, changes_in_words, list_in_words, thread_in_words
from planforge.model import ListProposal, Opinion, OpinionKind, Proposal, Rewording, TextProposal
from planforge.ooxml.reviewed import Line, Range, Reviewed
from planforge.ooxml.threads import Thread
from planforge.schemas.names import record
from planforge.text.numbering import parse_marker

#: What people call the fields that lists stand in.
LIST_NAMES = {
    key: record("task").english(key).chinese[0] for key in ("lead", "support", "responsible", "deadlines", "targets")
}
#: What numbers of headings are made of.
_NUMBERS = re.compile(r"[（()）一二三四五六七八九十百第部分章节0-9.．、]*")
#: A line and a character of the plan's file, by which opinions are put in order.
Order = tuple[int, int]


class Reader:
    """Reads the opinions of one office's file against the plan as it was printed."""

    def __init__(self, printed: Printed, reviewed: Reviewed, threads: Sequence[Thread], unit: str) -> None:
        self._printed, self._reviewed, self._threads, self._unit = printed, reviewed, threads, unit
        self._matched, self._gone = match(printed.lines, [line.before for line in reviewed.lines])

    @property
    def likeness(self) -> float:
        """The share of the plan's lines that are in the file, from 0 to 1."""
        wanted = sum(1 for line in self._printed.lines if line.strip())
        return 1 - len(self._gone) / wanted if wanted else 0.0

    def opinions(self) -> Iterator[tuple[Order, Opinion]]:
        """All opinions with their places."""
        for matched, line in zip(self._matched, self._reviewed.lines, strict=True):
            yield from self._new_line(matched, line) if matched.is_new else self._changed(matched, line)
        for place in self._gone:
            words = self._printed.lines[place]
            yield self._by_hand(place, Hunk(0, len(words), words, "", (), "", False), "删去整段")
        for thread in self._threads:
            yield self._comment(thread)

    # Changes

    def _changed(self, matched: Matched, line: Line) -> Iterator[tuple[Order, Opinion]]:
        rest = []
        owned: dict[Spot, list[Hunk]] = {}
        composed = compose(self._printed.lines[matched.line], line)
        for hunk in filter(_says_something, composed.hunks):
            if self._renumbers(matched.line, hunk):
                continue
            spot = self._spot(matched.line, hunk)
            if spot is None or _is_new_item(hunk):
                rest.append(hunk)
            else:
                owned.setdefault(spot, []).append(hunk)
        for spot, hunks in owned.items():
            yield from self._in_list(spot, hunks) if spot.field == "ending" else self._in_text(spot, hunks)
        for hunk in rest:
            yield self._by_hand(matched.line, hunk, self._words(matched.line, hunk))
        if line.joined and line.after.strip():
            joined = Hunk(0, 0, "", "", (line.joined.author,), line.joined.date, True)
            yield self._by_hand(matched.line, joined, "本段与下一段合并")

    def _renumbers(self, line: int, hunk: Hunk) -> bool:
        """Whether a change only touches the number of a line: numbers follow from the order of the tasks."""
        first = next(self._printed.on(line), None)
        return first is not None and hunk.stop <= first.start and _NUMBERS.fullmatch(hunk.old + hunk.new) is not None

    def _spot(self, line: int, hunk: Hunk) -> Spot | None:
        """The spot that holds a change whole; at the border of two, the one before it."""
        found = (spot for spot in self._printed.on(line) if spot.start <= hunk.start and hunk.stop <= spot.stop)
        return next(found, None)

    def _in_text(self, spot: Spot, hunks: Sequence[Hunk]) -> Iterator[tuple[Order, Opinion]]:
        """A row for the changes of each sentence, or of sentences that a change ties together."""
        assert spot.field != "ending"
        base = self._printed.texts[spot.item, spot.field]
        shift = spot.offset - spot.start
        changes = [(Rewording(hunk.start + shift, hunk.stop + shift, hunk.new), hunk) for hunk in hunks]
        for start, stop, group in _by_sentence(base, changes):
            own = tuple(change for change, _ in group)
            proposal = TextProposal(spot.item, spot.field, base, start, stop, own)
            words = changes_in_words(base, own)
            yield self._opinion(spot.line, group[0][1].start, [hunk for _, hunk in group], words, proposal)

    def _in_list(self, spot: Spot, hunks: Sequence[Hunk]) -> Iterator[tuple[Order, Opinion]]:
        """A row for each list in the brackets that reads otherwise now."""
        line = self._printed.lines[spot.line]
        after, place = "", spot.start
        for hunk in hunks:
            after, place = after + line[place : hunk.start] + hunk.new, hunk.stop
        after += line[place : spot.stop]
        proposals = list_proposals(self._printed.tasks[spot.item], line[spot.start : spot.stop], after)
        for proposal in proposals:
            words = list_in_words(proposal.base, proposal.wanted, LIST_NAMES[proposal.field])
            yield self._opinion(spot.line, hunks[0].start, hunks, words, proposal)
        for hunk in hunks if not proposals else ():
            yield self._by_hand(spot.line, hunk, self._words(spot.line, hunk))

    def _new_line(self, matched: Matched, line: Line) -> Iterator[tuple[Order, Opinion]]:
        """A paragraph that the plan has not, tracked or not."""
        if words := line.after.strip():
            new = [piece for piece in line.pieces if piece.state == "new"]
            authors = tuple(dict.fromkeys(piece.author for piece in new if piece.author))
            date = max((piece.date for piece in new), default="")
            hunk = Hunk(0, 0, "", words, authors, date, not line.before.strip())
            yield self._by_hand(matched.line, hunk, f"增加一段：“{words}”")

    def _words(self, line: int, hunk: Hunk) -> str:
        if hunk.stop - hunk.start == len(self._printed.lines[line]) and not hunk.new:
            return "删去整段"
        return changes_in_words(self._printed.lines[line], [Rewording(hunk.start, hunk.stop, hunk.new)])

    def _by_hand(self, line: int, hunk: Hunk, words: str) -> tuple[Order, Opinion]:
        return self._opinion(line, hunk.start, [hunk], words, None)

    def _opinion(
        self, line: int, start: int, hunks: Sequence[Hunk], words: str, proposal: Proposal | None
    ) -> tuple[Order, Opinion]:
        authors = "、".join(dict.fromkeys(author for hunk in hunks for author in hunk.authors))
        kind: OpinionKind = "revision" if all(hunk.tracked for hunk in hunks) else "edit"
        date = max((hunk.date for hunk in hunks), default="")
        return (line, start), self._told(line, authors, date, kind, words, proposal)

    def _told(
        self, line: int, author: str, date: str, kind: OpinionKind, words: str, proposal: Proposal | None
    ) -> Opinion:
        region = self._printed.region(line)
        passage = proposal.passage if proposal else self._printed.lines[line] if line < len(self._printed.lines) else ""
        return Opinion(
            region.place, region.name, passage, self._unit, author, date.partition("T")[0], kind, words, proposal
        )

    # Comments

    def _comment(self, thread: Thread) -> tuple[Order, Opinion]:
        said = thread.comment
        found = self._reviewed.comments.get(said.id)
        if found is None or not self._matched:
            words = thread_in_words(thread, "")
            return (-1, 0), self._told(0, said.author, said.date, "comment", words, None)
        matched = self._matched[min(found.first, len(self._matched) - 1)]
        start, stop = self._base_range(matched, found)
        proposal = None if matched.is_new else self._remarked(matched.line, start, stop)
        quoted = self._reviewed.quoted(found)
        whole = proposal.passage if proposal else self._printed.lines[matched.line]
        words = thread_in_words(thread, "" if quoted.strip() == whole.strip() else quoted)
        opinion = self._told(matched.line, said.author, said.date, "comment", words, proposal)
        return (matched.line, start), opinion

    def _base_range(self, matched: Matched, found: Range) -> tuple[int, int]:
        """The characters of the plan's line that a comment's first line is about."""
        if matched.is_new or found.first >= len(self._reviewed.lines):
            return 0, 0
        places = compose(self._printed.lines[matched.line], self._reviewed.lines[found.first]).places
        start = places[min(found.start, len(places) - 1)]
        stop = places[min(found.stop, len(places) - 1)] if found.last == found.first else places[-1]
        return start, max(start, stop)

    def _remarked(self, line: int, start: int, stop: int) -> Proposal | None:
        """What of the plan a remark is about: the sentences, or the list; nothing that can be replaced elsewhere."""
        spots = [spot for spot in self._printed.on(line) if spot.start <= start < max(spot.stop, spot.start + 1)]
        spots = spots or [spot for spot in self._printed.on(line) if spot.start < stop and start < spot.stop]
        if not spots:
            return None
        spot = spots[0]
        if spot.field == "ending":
            return self._remarked_list(spot, start, stop)
        base = self._printed.texts[spot.item, spot.field]
        shift = spot.offset - spot.start
        first, last = around(base, max(start, spot.start) + shift, min(max(stop, start), spot.stop) + shift)
        return TextProposal(spot.item, spot.field, base, first, last)

    def _remarked_list(self, spot: Spot, start: int, stop: int) -> ListProposal | None:
        words = self._printed.lines[spot.line][spot.start : spot.stop]
        return list_spot(self._printed.tasks[spot.item], words, start - spot.start, stop - spot.start)


def _says_something(hunk: Hunk) -> bool:
    """Blanks are layout; only a tracked break within a paragraph is meant: it parts the paragraph in two."""
    if hunk.old.strip() or hunk.new.strip():
        return True
    return hunk.tracked and "\n" in hunk.new + hunk.old


def _is_new_item(hunk: Hunk) -> bool:
    """Whether new words are paragraphs of their own that begin with a number: another task, no more of this one."""
    first, *others = hunk.new.split("\n")
    own = [first, *others[:-1]] if hunk.start == 0 else others
    return bool(others and any(map(parse_marker, own))) or "\n" in hunk.old


def _by_sentence(
    base: str, changes: Sequence[tuple[Rewording, Hunk]]
) -> Iterator[tuple[int, int, list[tuple[Rewording, Hunk]]]]:
    """The changes by the sentences that they touch; sentences that one change ties together are one group."""
    groups: list[tuple[int, int, list[tuple[Rewording, Hunk]]]] = []
    for change, hunk in changes:
        start, stop = around(base, change.start, change.stop)
        if groups and start < groups[-1][1]:
            first, last, group = groups[-1]
            groups[-1] = first, max(last, stop), [*group, (change, hunk)]
        else:
            groups.append((start, stop, [(change, hunk)]))
    yield from groups
