"""Changes within a line of the plan as opinions: by the sentences of a text, or by the lists in an ending."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from planforge.lifecycle.circulation.opinions.changes import Hunk, compose
from planforge.lifecycle.circulation.opinions.endings import list_proposals
from planforge.lifecycle.circulation.opinions.telling import Placed, Teller
from planforge.lifecycle.circulation.opinions.told import Told
from planforge.lifecycle.circulation.opinions.wording import around, changes_in_words, list_in_words
from planforge.lifecycle.circulation.returned.printed import Printed, Spot
from planforge.model.opinions import ListProposal, Rewording, TextProposal
from planforge.ooxml.review.reviewed import Line
from planforge.schemas.names import record
from planforge.text.numbering import leading_marker

#: What people call the fields that lists stand in.
_LIST_NAMES = {
    key: record("task").english(key).chinese[0] for key in ("lead", "support", "responsible", "deadlines", "targets")
}
#: What numbers of headings are made of.
_NUMBERS = re.compile(r"[（()）一二三四五六七八九十百第部分章节0-9.．、]*")

_Reworded = tuple[Rewording, Hunk]


@dataclass(frozen=True, slots=True)
class Lines:
    """Tells of lines; what was `told` of whole tasks is left out."""

    printed: Printed
    told: Told
    teller: Teller

    def changed(self, number: int, line: Line) -> Iterator[Placed]:
        """What was changed within a line of the plan, in the spots that it touches; the rest is for people."""
        rest: list[Hunk] = []
        owned: dict[Spot, list[Hunk]] = {}
        for hunk in self._changes(number, line):
            spot = self._spot(number, hunk)
            if spot is None and set(hunk.old + hunk.new) == {"。"}:
                continue  # printing's own stop between a heading and its text
            if spot is None or _is_new_item(hunk) or number in self.told.unclear:
                rest.append(hunk)
            else:
                owned.setdefault(spot, []).append(hunk)
        for spot, hunks in owned.items():
            yield from self._in_list(spot, hunks) if spot.field == "ending" else self._in_text(spot, hunks)
        yield from (self._by_hand(number, hunk) for hunk in rest)

    def _changes(self, number: int, line: Line) -> Iterator[Hunk]:
        """The changes of a line that say something, and more than another number."""
        composed = compose(self.printed.lines[number], line)
        for hunk in filter(_says_something, map(self._untold, composed.hunks)):
            if not self._renumbers(number, hunk):
                yield hunk

    def _untold(self, hunk: Hunk) -> Hunk:
        """A change without the new paragraphs that are told as tasks of their own."""
        words = hunk.new.split("\n")
        rest = [each for each in words if not each.strip() or not self.told.has(each)]
        return hunk if rest == words else replace(hunk, new="\n".join(filter(str.strip, rest)))

    def _renumbers(self, line: int, hunk: Hunk) -> bool:
        """Whether a change only touches the number of a line: numbers follow from the order of the tasks."""
        first = next(self.printed.on(line), None)
        return first is not None and hunk.stop <= first.start and _NUMBERS.fullmatch(hunk.old + hunk.new) is not None

    def _spot(self, line: int, hunk: Hunk) -> Spot | None:
        """The spot that holds a change whole; at the border of two, the one before it."""
        found = (spot for spot in self.printed.on(line) if spot.start <= hunk.start and hunk.stop <= spot.stop)
        return next(found, None)

    def _in_text(self, spot: Spot, hunks: Sequence[Hunk]) -> Iterator[Placed]:
        """A row for the changes of each sentence, or of sentences that a change ties together."""
        assert spot.field != "ending"
        base = self.printed.texts[spot.item, spot.field]
        shift = spot.offset - spot.start
        changes = [(Rewording(hunk.start + shift, hunk.stop + shift, hunk.new), hunk) for hunk in hunks]
        for start, stop, group in _by_sentence(base, changes):
            own = tuple(change for change, _ in group)
            proposal = TextProposal(spot.item, spot.field, base, start, stop, own)
            yield self.teller.on_change(spot.line, [hunk for _, hunk in group], changes_in_words(base, own), proposal)

    def _in_list(self, spot: Spot, hunks: Sequence[Hunk]) -> Iterator[Placed]:
        """A row for each list in the brackets that reads otherwise now."""
        line = self.printed.lines[spot.line]
        after = _applied(line, spot, hunks)
        proposals = list_proposals(self.printed.tasks[spot.item], line[spot.start : spot.stop], after)
        if _swallow(proposals, hunks):
            proposals = ()
        for proposal in proposals:
            words = list_in_words(proposal.base, proposal.wanted, _LIST_NAMES[proposal.field])
            yield self.teller.on_change(spot.line, hunks, words, proposal)
        yield from (self._by_hand(spot.line, hunk) for hunk in hunks if not proposals)

    def _by_hand(self, number: int, hunk: Hunk) -> Placed:
        line = self.printed.lines[number]
        if hunk.stop - hunk.start == len(line) and not hunk.new:
            return self.teller.by_hand(number, hunk, "删去整段")
        return self.teller.by_hand(number, hunk, changes_in_words(line, [Rewording(hunk.start, hunk.stop, hunk.new)]))


def _applied(line: str, spot: Spot, hunks: Sequence[Hunk]) -> str:
    """The words of a spot with these changes made."""
    after, place = "", spot.start
    for hunk in hunks:
        after, place = after + line[place : hunk.start] + hunk.new, hunk.stop
    return after + line[place : spot.stop]


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


def _by_sentence(base: str, changes: Sequence[_Reworded]) -> Iterator[tuple[int, int, list[_Reworded]]]:
    """The changes by the sentences that they touch; sentences that one change ties together are one group."""
    groups: list[tuple[int, int, list[_Reworded]]] = []
    for change, hunk in changes:
        start, stop = around(base, change.start, change.stop)
        if groups and start < groups[-1][1]:
            first, last, group = groups[-1]
            groups[-1] = first, max(last, stop), [*group, (change, hunk)]
        else:
            groups.append((start, stop, [(change, hunk)]))
    yield from groups
