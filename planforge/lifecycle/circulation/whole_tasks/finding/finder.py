"""A returned file beside the plan → what became of whole sections and tasks."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lifecycle.circulation.returned.copies import Copy
from planforge.lifecycle.circulation.returned.paper import Paper
from planforge.lifecycle.circulation.whole_tasks.finding.come_and_gone import added, removed
from planforge.lifecycle.circulation.whole_tasks.finding.comparison import Comparison
from planforge.lifecycle.circulation.whole_tasks.finding.elsewhere import elsewhere
from planforge.lifecycle.circulation.whole_tasks.finding.merged_and_split import merged, split
from planforge.lifecycle.circulation.whole_tasks.finding.remains import Remains
from planforge.lifecycle.circulation.whole_tasks.finding.restructured import Restructured, Sent
from planforge.lifecycle.circulation.whole_tasks.finding.rewritten import replaced


def restructured(sent: Sent, edited: Paper, copy: Copy) -> tuple[Restructured, ...]:
    """What became of whole nodes, where the lines of a copy and its outline `edited` tell the same."""
    return tuple(_all(Comparison.of(sent, edited, Remains.of(copy))))


def _all(both: Comparison) -> Iterator[Restructured]:
    """Each kind of change leaves to the next what it doesn't settle; what none does is unclear."""
    for kind in (merged, split, replaced, removed, added, elsewhere):
        yield from kind(both)
    for node in both.sent.plan.walk():
        if both.is_missing(node):
            yield Restructured(None, tuple(both.lines(node)), unclear=True)
