"""A comparison as one page: both documents side by side, with the words marked that went and came."""

from __future__ import annotations

from planforge.model.changes import Comparison
from planforge.reporters.changes import DIRECTIONS, change_words, sorted_changes
from planforge.reporters.diff._counts import KIND_NAMES, changed, counts, summary, words_after, words_before
from planforge.reporters.page import render_page


def report(comparison: Comparison, *, colour: bool = False) -> str:
    """A page that needs nothing but itself; it can show the changes alone, and prints."""
    coverage = sorted_changes(comparison.coverage) if comparison.coverage is not None else None
    return render_page(
        "diff.html",
        comparison=comparison,
        summary=summary(comparison),
        counts=counts(comparison),
        unchanged=len(comparison.nodes) - len(changed(comparison)),
        kind_names=KIND_NAMES,
        words_before=words_before,
        words_after=words_after,
        coverage=coverage,
        directions=DIRECTIONS,
        change_words=change_words,
    )
