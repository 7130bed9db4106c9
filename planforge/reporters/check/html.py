"""A check as one page: the text of each file with the findings marked at their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from planforge.model import SEVERITIES, SEVERITY_NAMES, Diagnostic
from planforge.reporters.check._pictures import Pictures, figures, page_numbers
from planforge.reporters.marks import Piece, pieces
from planforge.reporters.page import render_page
from planforge.reporters.summary import counts, in_words


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file, cut into marked pieces, and the findings that begin on it with their numbers from 1."""

    number: int
    pieces: list[Piece]
    findings: list[tuple[int, Diagnostic]]


def report(
    diagnostics: Sequence[Diagnostic],
    sources: Mapping[str, str],
    *,
    colour: bool = False,
    pictures: Pictures | None = None,
) -> str:
    """A page that needs nothing but itself; it filters by severity and prints. `pictures` are the files' pages."""
    painted = pictures or {}
    pages = page_numbers(diagnostics, sources, painted)
    names = dict.fromkeys([*(d.span.file for d in diagnostics), *sources])
    files = [(name, list(_lines(name, diagnostics, sources.get(name, "")))) for name in names]
    return render_page(
        "check.html",
        diagnostics=diagnostics,
        files=files,
        pages=pages,
        figures={name: figures(name, painted, diagnostics, pages) for name in names},
        page_counts={name: found.count for name, found in painted.items()},
        counts=counts(diagnostics),
        summary=in_words(diagnostics),
        severity_names=SEVERITY_NAMES,
    )


def _lines(file: str, diagnostics: Sequence[Diagnostic], source: str) -> Iterator[Line]:
    text = source.splitlines()
    by_line: dict[int, list[tuple[int, Diagnostic]]] = {}
    for index, diagnostic in enumerate(diagnostics, 1):
        if diagnostic.span.file == file:
            by_line.setdefault(diagnostic.span.start.line, []).append((index, diagnostic))
    for number in sorted({*range(1, len(text) + 1), *by_line}):
        words = text[number - 1] if number <= len(text) else ""
        found = by_line.get(number, [])
        if words.strip() or found:
            yield Line(number, _marked(words, [diagnostic for _, diagnostic in found]), found)


def _marked(words: str, found: Sequence[Diagnostic]) -> list[Piece]:
    worst_first = sorted(found, key=lambda d: SEVERITIES.index(d.severity))
    return pieces(words, ((d.span.start.column - 1, _stop(d, words), d.severity) for d in worst_first))


def _stop(diagnostic: Diagnostic, words: str) -> int:
    """Where the mark ends on its first line; a finding of no length marks one character."""
    start, end = diagnostic.span.start, diagnostic.span.end
    return max(start.column, end.column - 1) if end.line == start.line else len(words)
