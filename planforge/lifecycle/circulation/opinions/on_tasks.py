"""Changes of whole sections and tasks as opinions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.lifecycle.circulation.opinions.telling import Placed, day_of, named
from planforge.lifecycle.circulation.returned.copies import Copy
from planforge.lifecycle.circulation.whole_tasks.finding import Restructured
from planforge.lifecycle.circulation.whole_tasks.in_words import TaskWords
from planforge.lifecycle.fingerprints import plain
from planforge.model import Document
from planforge.model.opinions import Opinion, OpinionKind, TaskProposal
from planforge.ooxml.review.reviewed import Line

#: Behind all that is said about a line itself.
_BEHIND = 1 << 20


def on_tasks(copy: Copy, whole: Sequence[Restructured], plan: Document, unit: str) -> Iterator[Placed]:
    """The opinions of `unit` that these changes are, each with its place."""
    words = TaskWords(plan)
    yield from (_opinion(copy, each, each.proposal, words, unit) for each in whole if each.proposal)


def _opinion(copy: Copy, change: Restructured, proposal: TaskProposal, words: TaskWords, unit: str) -> Placed:
    place, name = words.place(proposal)
    pieces = [piece for line in _lines_of(copy, change) for piece in (*line.pieces, line.joined) if piece]
    made = [piece for piece in pieces if piece.state != "same"]
    tracked = bool(made) and not set(copy.gone) & set(change.lines)
    date = day_of(max((piece.date for piece in made), default=""))
    kind: OpinionKind = "revision" if tracked else "edit"
    passage, content = "\n".join(change.passage), words.content(proposal)
    author = named(piece.author for piece in made)
    opinion = Opinion(place, name, passage, unit, author, date, kind, content, proposal)
    return (change.at, 0 if change.lines else _BEHIND), opinion


def _lines_of(copy: Copy, change: Restructured) -> Iterator[Line]:
    """The returned lines that a change of whole tasks was made in."""
    written, own = set(map(plain, change.written)), set(change.lines or (change.at,) if change.passage else ())
    for matched, line in copy.lines():
        told = any(plain(words) in written for words in line.after.split("\n") if words.strip())
        if told or (matched.line in own and not matched.is_new):
            yield line
