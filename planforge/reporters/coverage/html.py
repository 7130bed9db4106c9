"""Coverage as one page: progress by section, a matrix of both documents' tasks, and the words of each measure."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from planforge.model import ClauseTrace, Task, Trace
from planforge.reporters.answers import with_targets
from planforge.reporters.changes import DIRECTIONS, change_words, changes_summary, sorted_changes
from planforge.reporters.coverage._broken import BROKEN, broken_words
from planforge.reporters.coverage._chains import chain_title, end_of, way_of
from planforge.reporters.coverage._matrix import Units, matrix_of, progress_of
from planforge.reporters.coverage._shortfalls import shortfalls
from planforge.reporters.marks import Piece, missing_words, pieces, shared_words
from planforge.reporters.page import render_page
from planforge.reporters.summary import (
    LINK_NAMES,
    STATUS_NAMES,
    count_statuses,
    share_words,
    status_counts,
    telling_counterparts,
    verdict_confidence,
    words_of_statuses,
)


def report(trace: Trace, *, colour: bool = False) -> str:
    """A page that needs nothing but itself; it filters by state and unit, and prints with all details open."""
    called = {function.__name__: function for function in _CALLED}
    tables = {"status_names": STATUS_NAMES, "link_names": LINK_NAMES, "directions": DIRECTIONS}
    totals = count_statuses(task.status for directive in trace.directives for task in directive.tasks)
    known = {task.id: task for task in trace.plan.walk()} if trace.plan else {}
    broken = {"broken_title": BROKEN, "broken": list(broken_words(trace))}
    return render_page(
        "coverage.html", trace=trace, units=Units.of(trace), known=known, totals=totals, **broken, **tables, **called
    )


def superior_pieces(clause: ClauseTrace, known: Mapping[str, Task]) -> list[Piece]:
    """The superior's words: those that nothing answers, and those that the nearest plan clause shares.

    `known` are the plan's tasks by their ids.
    """
    text = clause.text.value
    shared = shared_words(text, _nearest(clause, known))
    return pieces(text, [*missing_words(text, clause.missing), *shared])


def plan_pieces(clause: ClauseTrace, known: Mapping[str, Task]) -> list[Piece]:
    """The nearest plan clause's words: those that the superior's clause shares; none without such a clause."""
    text = _nearest(clause, known)
    return pieces(text, shared_words(text, clause.text.value))


def _nearest(clause: ClauseTrace, known: Mapping[str, Task]) -> str:
    best = clause.best
    return with_targets(best.text.value, known.get(best.task), clause.text.value) if best else ""


#: What the template calls, by the names that the functions have here.
_CALLED: tuple[Callable[..., object], ...] = (
    chain_title,
    change_words,
    changes_summary,
    end_of,
    matrix_of,
    plan_pieces,
    progress_of,
    share_words,
    shortfalls,
    sorted_changes,
    status_counts,
    superior_pieces,
    telling_counterparts,
    verdict_confidence,
    way_of,
    words_of_statuses,
)
