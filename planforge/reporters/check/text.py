"""A check as text for a terminal: each finding with its line and a caret under the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from planforge.model import SEVERITY_NAMES, Diagnostic, Severity
from planforge.reporters.paint import Colour, paint
from planforge.reporters.summary import in_words
from planforge.reporters.width import width

_COLOURS: Mapping[Severity, Colour] = {"error": "red", "warning": "yellow", "info": "cyan"}
#: Characters shown before and after the words of a finding; official paragraphs are long.
_BEFORE, _AFTER = 18, 24
_LONGEST_CARET = 60


def report(diagnostics: Sequence[Diagnostic], sources: Mapping[str, str], *, colour: bool = False) -> str:
    """Findings grouped by file, and a summary; ANSI colours only when asked."""
    lines: list[str] = []
    for file, group in groupby(diagnostics, key=lambda d: d.span.file):
        source = sources.get(file, "").splitlines()
        lines += [file or "（没有文件名）", *_file_lines(group, source, colour), ""]
    return "\n".join([*lines, in_words(diagnostics), ""])


def _file_lines(diagnostics: Iterator[Diagnostic], source: list[str], colour: bool) -> Iterator[str]:
    for diagnostic in diagnostics:
        yield "  " + _headline(diagnostic, colour)
        yield from _excerpt(diagnostic, source, colour)
        if diagnostic.advice:
            yield f"      改法：{diagnostic.advice}"
        if diagnostic.basis:
            yield f"      依据：{diagnostic.basis}"


def _headline(diagnostic: Diagnostic, colour: bool) -> str:
    start = diagnostic.span.start
    label = _paint(f"{SEVERITY_NAMES[diagnostic.severity]} {diagnostic.code}", diagnostic.severity, colour)
    where = f"（{diagnostic.where}）" if diagnostic.where else ""
    return f"{start.line}:{start.column} {label} {diagnostic.message}{where}"


def _excerpt(diagnostic: Diagnostic, source: list[str], colour: bool) -> Iterator[str]:
    """The source line around the words, and carets under them; nothing where the line isn't known."""
    start, end = diagnostic.span.start, diagnostic.span.end
    if not 1 <= start.line <= len(source) or not source[start.line - 1].strip():
        return
    line = source[start.line - 1].replace("\t", " ")
    first = min(start.column - 1, len(line))
    stop = min(end.column - 1 if end.line == start.line else len(line), len(line), first + _LONGEST_CARET)
    left, right = max(0, first - _BEFORE), min(len(line), max(stop, first + 1) + _AFTER)
    lead = ("…" if left else "") + line[left:first]
    gutter = f"{start.line:>6} | "
    yield gutter + lead + line[first:right] + ("…" if right < len(line) else "")
    carets = "^" * max(1, width(line[first:stop]))
    yield " " * 6 + " | " + " " * width(lead) + _paint(carets, diagnostic.severity, colour)


def _paint(text: str, severity: Severity, colour: bool) -> str:
    return paint(text, _COLOURS[severity]) if colour else text
