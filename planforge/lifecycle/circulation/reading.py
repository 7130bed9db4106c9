"""One file that came back → its opinions, each at its place in the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from planforge.lifecycle.circulation.changes import Hunk, compose
from planforge.lifecycle.circulation.endings import list_proposals
from planforge.lifecycle.circulation.matching import Matched, match
from planforge.lifecycle.circulation.printed import Printed, Spot
from planforge.lifecycle.circulation.remains import Remains
from planforge.lifecycle.circulation.remarks import Span, remarked_on
from planforge.lifecycle.circulation.restructuring import Restructured, Sent, restructured
from planforge.lifecycle.circulation.review import Review
from planforge.lifecycle.circulation.task_words import TaskWords
from planforge.lifecycle.circulation.wording import around, changes_in_words, list_in_words, thread_in_words
from planforge.lifecycle.fingerprints import plain
from planforge.model import ListProposal, Opinion, OpinionKind, Rewording, SpotProposal, TaskProposal, TextProposal
from planforge.ooxml.reviewed import Line, Piece, Range
from planforge.ooxml.threads import Thread
from planforge.schemas.names import record
from planforge.text.numbering import leading_marker

#: What people call the fields that lists stand in.
LIST_NAMES = {
    key: record("task").english(key).chinese[0] for key in ("lead", "support", "responsible", "deadlines", "targets")
}
#: How alike (0 to 1) a line has to be to one of the plan to speak for the file's being a copy.
_SAME_LINE = 0.6
_UNITS = re.compile(r"（[^（）]*(?:单位|时限)：[^（）]*）$")
#: What numbers of headings are made of.
_NUMBERS = re.compile(r"[（()）一二三四五六七八九十百第部分章节0-9.．、]*")
#: A line and a character of the plan's file, by which opinions are put in order.
Order = tuple[int, int]
#: Behind all that is said about a line itself.
_BEHIND = 1 << 20


class Reader:
    """Reads the opinions of one office's file against the plan as it was printed."""

    def __init__(self, printed: Printed, sent: Sent, review: Review, unit: str) -> None:
        self._printed, self._sent, self._unit = printed, sent, unit
        self._reviewed, self._threads, self._paper = review.reviewed, review.threads, review.paper
        self._matched, self._gone = match(printed.lines, [line.before for line in self._reviewed.lines])
        self._settled: frozenset[int] = frozenset()
        self._unclear: frozenset[int] = frozenset()
        self._written = ""

    @property
    def likeness(self) -> float:
        """The share of what the plan's tasks say, by characters, whose lines came back much as they were, 0 to 1."""
        lines = self._printed.lines
        sizes = {spot.line: len(plain(lines[spot.line])) for spot in self._printed.spots if spot.item}
        pairs = zip(self._matched, self._reviewed.lines, strict=True)
        known = {matched.line for matched, line in pairs if not matched.is_new and _is_alike(lines[matched.line], line)}
        return sum(size for turn, size in sizes.items() if turn in known) / max(1, sum(sizes.values()))

    @property
    def title(self) -> str:
        """The file's own title as it stood before tracked changes; empty where the file can't be told to have one."""
        title = plain(self._paper.document.title.value) if self._paper else ""
        lines = (line for line in self._reviewed.lines if title and plain(line.after) == title)
        return next((plain(line.before) or title for line in lines), title)

    def opinions(self) -> Iterator[tuple[Order, Opinion]]:
        """All opinions with their places."""
        whole = self._restructured()
        self._settled = frozenset(line for each in whole for line in each.lines if not each.unclear)
        self._unclear = frozenset(line for each in whole for line in each.lines if each.unclear)
        self._written = "\n".join(plain(words) for each in whole for words in each.written)
        words = TaskWords(self._sent.plan)
        yield from (self._on_tasks(each, each.proposal, words) for each in whole if each.proposal)
        for matched, line in zip(self._matched, self._reviewed.lines, strict=True):
            yield from self._new_line(matched, line) if matched.is_new else self._changed(matched, line)
        yield from (self._struck(place) for place in self._gone if place not in self._settled)
        yield from map(self._comment, self._threads)

    # Whole sections and tasks

    def _restructured(self) -> tuple[Restructured, ...]:
        if self._paper is None:
            return ()
        return restructured(self._sent, self._paper, Remains.of(self._matched, self._reviewed.lines))

    def _on_tasks(self, change: Restructured, proposal: TaskProposal, words: TaskWords) -> tuple[Order, Opinion]:
        place, name = words.place(proposal)
        pieces = [piece for line in self._lines_of(change) for piece in (*line.pieces, line.joined) if piece]
        made = [piece for piece in pieces if piece.state != "same"]
        tracked = bool(made) and not set(self._gone) & set(change.lines)
        author = "、".join(dict.fromkeys(piece.author for piece in made if piece.author))
        date = max((piece.date for piece in made), default="").partition("T")[0]
        kind: OpinionKind = "revision" if tracked else "edit"
        passage, content = "\n".join(change.passage), words.content(proposal)
        opinion = Opinion(place, name, passage, self._unit, author, date, kind, content, proposal)
        return (change.at, 0 if change.lines else _BEHIND), opinion

    def _lines_of(self, change: Restructured) -> Iterator[Line]:
        """The returned lines that a change of whole tasks was made in."""
        written, own = set(map(plain, change.written)), set(change.lines or (change.at,) if change.passage else ())
        for matched, line in zip(self._matched, self._reviewed.lines, strict=True):
            told = any(plain(words) in written for words in line.after.split("\n") if words.strip())
            if told or (matched.line in own and not matched.is_new):
                yield line

    # Changes

    def _changed(self, matched: Matched, line: Line) -> Iterator[tuple[Order, Opinion]]:
        if matched.line in self._settled:
            yield from self._new_line(matched, line)
            return
        rest = []
        owned: dict[Spot, list[Hunk]] = {}
        composed = compose(self._printed.lines[matched.line], line)
        for hunk in filter(_says_something, map(self._untold, composed.hunks)):
            if self._renumbers(matched.line, hunk):
                continue
            spot = self._spot(matched.line, hunk)
            if spot is None and set(hunk.old + hunk.new) == {"。"}:
                continue  # printing's own stop between a heading and its text
            if spot is None or _is_new_item(hunk) or matched.line in self._unclear:
                rest.append(hunk)
            else:
                owned.setdefault(spot, []).append(hunk)
        for spot, hunks in owned.items():
            yield from self._in_list(spot, hunks) if spot.field == "ending" else self._in_text(spot, hunks)
        for hunk in rest:
            yield self._by_hand(matched.line, hunk, self._words(matched.line, hunk))
        if line.joined and line.after.strip():
            yield self._joined(matched.line, line.joined)

    def _untold(self, hunk: Hunk) -> Hunk:
        """A change without the new paragraphs that are told as tasks of their own."""
        words = hunk.new.split("\n")
        rest = [each for each in words if not each.strip() or plain(each) not in self._written]
        return hunk if rest == words else replace(hunk, new="\n".join(filter(str.strip, rest)))

    def _joined(self, line: int, mark: Piece) -> tuple[Order, Opinion]:
        """Two paragraphs of one text that became one."""
        hunk = Hunk(0, 0, "", "", (mark.author,), mark.date, True)
        ends = [list(self._printed.on(each)) for each in (line, line + 1)]
        if not all(ends) or (ends[0][-1].item, ends[0][-1].field) != (ends[1][0].item, ends[1][0].field):
            return self._by_hand(line, hunk, "本段与下一段合并")
        last, first = ends[0][-1], ends[1][0]
        change = Rewording(last.offset + last.stop - last.start, first.offset, "")
        return self._reworded(last, change, hunk, "本段与下一段合并")

    def _struck(self, line: int) -> tuple[Order, Opinion]:
        """A paragraph that was taken out without tracking."""
        words = self._printed.lines[line]
        hunk, spots = Hunk(0, len(words), words, "", (), "", False), list(self._printed.on(line))
        if len(spots) != 1 or spots[0].field in ("ending", "heading", "title") or line in self._unclear:
            return self._by_hand(line, hunk, "删去整段")
        spot = spots[0]
        change = Rewording(spot.offset, spot.offset + spot.stop - spot.start, "")
        return self._reworded(spot, change, hunk, "删去整段")

    def _reworded(self, spot: Spot, change: Rewording, hunk: Hunk, words: str) -> tuple[Order, Opinion]:
        """An opinion on whole paragraphs of a text."""
        assert spot.field != "ending"
        base = self._printed.texts[spot.item, spot.field]
        start, stop = around(base, change.start, change.stop)
        proposal = TextProposal(
            spot.item, spot.field, base, min(start, change.start), max(stop, change.stop), (change,)
        )
        return self._opinion(spot.line, hunk.start, [hunk], words, proposal)

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
        proposals = () if _swallow(proposals, hunks) else proposals
        for proposal in proposals:
            words = list_in_words(proposal.base, proposal.wanted, LIST_NAMES[proposal.field])
            yield self._opinion(spot.line, hunks[0].start, hunks, words, proposal)
        for hunk in hunks if not proposals else ():
            yield self._by_hand(spot.line, hunk, self._words(spot.line, hunk))

    def _new_line(self, matched: Matched, line: Line) -> Iterator[tuple[Order, Opinion]]:
        """Paragraphs that the plan has not, tracked or not, and no task of their own."""
        words = [each.strip() for each in line.after.split("\n") if plain(each) not in self._written]
        if not words:
            return
        new = [piece for piece in line.pieces if piece.state == "new"]
        authors = tuple(dict.fromkeys(piece.author for piece in new if piece.author))
        date = max((piece.date for piece in new), default="")
        hunk = Hunk(0, 0, "", "\n".join(words), authors, date, not line.before.strip())
        told = f"增加一段：“{hunk.new}”"
        spot = next(reversed(list(self._printed.on(matched.line))), None)
        unclear = matched.line in self._settled or any(map(leading_marker, words))
        if spot is None or spot.field in ("ending", "heading", "title") or unclear:
            yield self._by_hand(matched.line, hunk, told)
        else:
            place = spot.offset + spot.stop - spot.start
            yield self._reworded(spot, Rewording(place, place, f"\n{hunk.new}"), hunk, told)

    def _words(self, line: int, hunk: Hunk) -> str:
        if hunk.stop - hunk.start == len(self._printed.lines[line]) and not hunk.new:
            return "删去整段"
        return changes_in_words(self._printed.lines[line], [Rewording(hunk.start, hunk.stop, hunk.new)])

    def _by_hand(self, line: int, hunk: Hunk, words: str) -> tuple[Order, Opinion]:
        """What only a person can do, with the reason."""
        order, opinion = self._opinion(line, hunk.start, [hunk], words, None)
        place = opinion.place
        outside = "附件" if place.startswith("附件") else "版头、落款" if place == "全文" else ""
        return order, replace(opinion, note=f"{outside}里的改动不写回" if outside else "看不准改的是哪一项")

    def _opinion(
        self, line: int, start: int, hunks: Sequence[Hunk], words: str, proposal: SpotProposal | None
    ) -> tuple[Order, Opinion]:
        authors = "、".join(dict.fromkeys(author for hunk in hunks for author in hunk.authors))
        kind: OpinionKind = "revision" if all(hunk.tracked for hunk in hunks) else "edit"
        date = max((hunk.date for hunk in hunks), default="")
        return (line, start), self._told(line, authors, date, kind, words, proposal)

    def _told(
        self, line: int, author: str, date: str, kind: OpinionKind, words: str, proposal: SpotProposal | None
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
        spans = () if matched.is_new else tuple(self._spans(found))
        remarked = remarked_on(self._printed, spans)
        quoted = self._reviewed.quoted(found)
        whole = remarked.passage or self._printed.lines[matched.line]
        words = thread_in_words(thread, "" if plain(quoted) == plain(whole) else quoted)
        opinion = self._told(matched.line, said.author, said.date, "comment", words, None)
        order = (matched.line, spans[0].start if spans else 0)
        return order, replace(opinion, passage=whole, proposal=remarked.proposal)

    def _spans(self, found: Range) -> Iterator[Span]:
        """The characters of the plan's lines that a comment is about."""
        for turn in range(found.first, min(found.last + 1, len(self._reviewed.lines))):
            matched = self._matched[turn]
            if matched.is_new:
                continue
            places = compose(self._printed.lines[matched.line], self._reviewed.lines[turn]).places
            start = places[min(found.start, len(places) - 1)] if turn == found.first else 0
            stop = places[min(found.stop, len(places) - 1)] if turn == found.last else places[-1]
            yield Span(matched.line, start, max(start, stop))


def _is_alike(sent: str, line: Line) -> bool:
    """Whether a line came back much as it was; units and time limits in brackets are the same in many plans."""
    own, theirs = (_UNITS.sub("", plain(words)) for words in (sent, line.before))
    return fuzz.ratio(own, theirs) >= 100 * _SAME_LINE


def _says_something(hunk: Hunk) -> bool:
    """Blanks are layout; only a tracked break within a paragraph is meant: it parts the paragraph in two."""
    if hunk.old.strip() or hunk.new.strip():
        return True
    return hunk.tracked and "\n" in hunk.new + hunk.old


def _is_new_item(hunk: Hunk) -> bool:
    """Whether new words are paragraphs of their own that begin with a number: another task, no more of this one."""
    first, *others = hunk.new.split("\n")
    own = [first, *others[:-1]] if hunk.start == 0 else others
    return bool(others and any(map(leading_marker, own))) or "\n" in hunk.old


def _swallow(proposals: Sequence[ListProposal], hunks: Sequence[Hunk]) -> bool:
    """Whether an item went because of words that are read as none (9月底新词前): taken as lists they would be lost."""
    wanted = "、".join(each for proposal in proposals for each in proposal.wanted)
    shorter = any(len(proposal.wanted) < len(proposal.base) for proposal in proposals)
    return shorter and any(hunk.new.strip() and hunk.new not in wanted for hunk in hunks)


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
