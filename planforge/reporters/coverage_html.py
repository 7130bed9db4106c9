"""Coverage as one page: a summary for each directive, its tasks, their counterparts, and the words of each clause."""

from __future__ import annotations

from planforge.model import ClauseTrace, Trace
from planforge.reporters._marks import Piece, missing_words, pieces, shared_words
from planforge.reporters._page import render_page
from planforge.reporters._summary import LINK_NAMES, STATUS_NAMES, status_counts, telling_counterparts


def report(trace: Trace, *, colour: bool = False) -> str:
    """A page that needs nothing but itself; it filters by state and prints with all details open."""
    return render_page(
        "coverage.html",
        trace=trace,
        status_names=STATUS_NAMES,
        link_names=LINK_NAMES,
        status_counts=status_counts,
        telling_counterparts=telling_counterparts,
        superior_pieces=_superior_pieces,
        plan_pieces=_plan_pieces,
    )


def _superior_pieces(clause: ClauseTrace) -> list[Piece]:
    """The superior's words: those that nothing answers, and those that the nearest plan clause shares."""
    text = clause.text.value
    shared = shared_words(text, clause.best.text.value) if clause.best else []
    return pieces(text, [*missing_words(text, clause.missing), *shared])


def _plan_pieces(clause: ClauseTrace) -> list[Piece]:
    if clause.best is None:
        return []
    text = clause.best.text.value
    return pieces(text, shared_words(text, clause.text.value))
