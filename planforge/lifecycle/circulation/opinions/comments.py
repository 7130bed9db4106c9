"""Comments of a returned file as opinions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planforge.lifecycle.circulation.opinions.changes import compose
from planforge.lifecycle.circulation.opinions.remarks import Span, remarked_on
from planforge.lifecycle.circulation.opinions.telling import Placed, Teller
from planforge.lifecycle.circulation.opinions.wording import thread_in_words
from planforge.lifecycle.circulation.returned.copies import Copy
from planforge.lifecycle.fingerprints import plain
from planforge.ooxml.review.reviewed import Range
from planforge.ooxml.review.threads import Thread


def on_comment(copy: Copy, thread: Thread, teller: Teller) -> Placed:
    """A comment with its replies, at the words that it is about; before everything where it is about none."""
    said = thread.comment
    found = copy.review.reviewed.comments.get(said.id)
    if found is None or not copy.matched:
        words = thread_in_words(thread, "")
        return (-1, 0), teller.opinion(0, said.author, said.date, "comment", words, None)
    matched = copy.matched[min(found.first, len(copy.matched) - 1)]
    spans = () if matched.is_new else tuple(_spans(copy, found))
    remarked = remarked_on(copy.printed, spans)
    quoted = copy.review.reviewed.quoted(found)
    whole = remarked.passage or copy.printed.lines[matched.line]
    words = thread_in_words(thread, "" if plain(quoted) == plain(whole) else quoted)
    opinion = teller.opinion(matched.line, said.author, said.date, "comment", words, None)
    order = (matched.line, spans[0].start if spans else 0)
    return order, replace(opinion, passage=whole, proposal=remarked.proposal)


def _spans(copy: Copy, found: Range) -> Iterator[Span]:
    """The characters of the plan's lines that a comment is about."""
    lines = copy.review.reviewed.lines
    for turn in range(found.first, min(found.last + 1, len(lines))):
        matched = copy.matched[turn]
        if matched.is_new:
            continue
        places = compose(copy.printed.lines[matched.line], lines[turn]).places
        start = places[min(found.start, len(places) - 1)] if turn == found.first else 0
        stop = places[min(found.stop, len(places) - 1)] if turn == found.last else places[-1]
        yield Span(matched.line, start, max(start, stop))
