"""Coverage as one page: progress by section, a matrix of both documents' tasks, and the words of each measure."""

from __future__ import annotations

from planforge.model import ClauseTrace, Trace
from planforge.reporters.changes import DIRECTIONS, change_words, changes_summary, sorted_changes
from planforge.reporters.coverage._chains import chain_title, end_of, way_of
from planforge.reporters.coverage._matrix import Units, matrix_of, progress_of
from planforge.reporters.coverage._shortfalls import shortfalls
from planforge.reporters.marks import Piece, missing_words, pieces, shared_words
from planforge.reporters.page import render_page
from planforge.reporters.summary import (
    LINK_NAMES,
    STATUS_NAMES,
    share_words,
    shown_confidence,
    status_counts,
    telling_counterparts,
    words_of_statuses,
)


def report(trace: Trace, *, colour: bool = False) -> str:
    """A page that needs nothing but itself; it filters by state and unit, and prints with all details open."""
    return render_page(
        "coverage.html",
        trace=trace,
        units=Units.of(trace),
        status_names=STATUS_NAMES,
        shown_confidence=shown_confidence,
        link_names=LINK_NAMES,
        share_words=share_words,
        status_counts=status_counts,
        words_of_statuses=words_of_statuses,
        telling_counterparts=telling_counterparts,
        progress_of=progress_of,
        matrix_of=matrix_of,
        shortfalls=shortfalls,
        chain_title=chain_title,
        end_of=end_of,
        way_of=way_of,
        directions=DIRECTIONS,
        sorted_changes=sorted_changes,
        changes_summary=changes_summary,
        change_words=change_words,
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
