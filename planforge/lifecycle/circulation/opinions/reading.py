"""One file that came back → its opinions, each at its place in the plan."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lifecycle.circulation.opinions.comments import on_comment
from planforge.lifecycle.circulation.opinions.lines import Lines
from planforge.lifecycle.circulation.opinions.on_tasks import on_tasks
from planforge.lifecycle.circulation.opinions.paragraphs import Paragraphs
from planforge.lifecycle.circulation.opinions.telling import Placed, Teller
from planforge.lifecycle.circulation.opinions.told import Told
from planforge.lifecycle.circulation.returned.copies import Copy
from planforge.lifecycle.circulation.whole_tasks.finding import Sent, restructured


def opinions_in(copy: Copy, sent: Sent, unit: str) -> Iterator[Placed]:
    """All opinions of the office `unit` in its file: on whole tasks, on words, and in comments."""
    teller = Teller(copy.printed, unit)
    paper = copy.review.paper
    whole = restructured(sent, paper, copy) if paper else ()
    yield from on_tasks(copy, whole, sent.plan, unit)
    yield from _on_words(copy, Told.by(whole), teller)
    yield from (on_comment(copy, thread, teller) for thread in copy.review.threads)


def _on_words(copy: Copy, told: Told, teller: Teller) -> Iterator[Placed]:
    lines, paragraphs = Lines(copy.printed, told, teller), Paragraphs(copy.printed, told, teller)
    for matched, line in copy.lines():
        if matched.is_new or matched.line in told.settled:
            yield from paragraphs.added(matched, line)
            continue
        yield from lines.changed(matched.line, line)
        if line.joined and line.after.strip():
            yield paragraphs.joined(matched.line, line.joined)
    yield from (paragraphs.struck(place) for place in copy.gone if place not in told.settled)
