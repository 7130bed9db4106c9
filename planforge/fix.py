"""Makes and applies the edits that findings propose."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from planforge.model import Diagnostic, Edit, Position, Span
from planforge.yaml_io.encoding import decode

#: Codes of what can't be read as YAML. Where only a person can tell what is meant, nothing else is put right.
_UNREADABLE = "Y"


def apply(source: str, diagnostics: Iterable[Diagnostic], file: str = "", *, unsafe: bool = False) -> str:
    """`source` with the fixes of the findings in `file` (any file, if empty) made; unsafe ones only when asked.

    A fix is made whole or not at all; of two that overlap the first in the order of the findings is made, so that a
    second run finds what is left.
    """
    lines = source.splitlines(keepends=True)
    starts = [0, *accumulate(map(len, lines))]
    edits = (e for d in chosen(diagnostics, file, unsafe=unsafe) for e in (d.fix.edits if d.fix else ()))
    for start, stop, text in sorted((_offsets(edit, starts, lines) for edit in edits), reverse=True):
        source = source[:start] + text + source[stop:]
    return source


def unified_diff(before: str, after: str, file: str) -> str:
    """What changes, as `diff -u` shows it; empty when nothing does."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    return "".join(_with_newlines(difflib.unified_diff(old, new, f"a/{file}", f"b/{file}")))


def file_diff(before: bytes, after: bytes, file: str) -> str:
    """The same for a YAML file as it is stored, whatever its encoding."""
    old, new = (decode(data, file)[0] for data in (before, after))
    return unified_diff(old, new, file)


def chosen(diagnostics: Iterable[Diagnostic], file: str = "", *, unsafe: bool = False) -> tuple[Diagnostic, ...]:
    """The findings whose fixes `apply` makes: whole, in one file, and none across another that comes before it."""
    made: list[Diagnostic] = []
    taken: list[Edit] = []
    for diagnostic in diagnostics:
        fix = diagnostic.fix
        if fix is None or not all(_can_be_made(edit, file) for edit in fix.edits):
            continue
        if not (fix.safe or unsafe):
            taken += fix.edits if diagnostic.code.startswith(_UNREADABLE) else ()
        elif not any(_overlap(edit.span, other.span) for edit in fix.edits for other in taken):
            made.append(diagnostic)
            taken += fix.edits
    return tuple(made)


def _can_be_made(edit: Edit, file: str) -> bool:
    """Words that a line break cuts are left alone: the break may be a page's end, or hold up the layout of YAML."""
    return edit.span.start.line == edit.span.end.line and file in ("", edit.span.file)


def _offsets(edit: Edit, starts: Sequence[int], lines: Sequence[str]) -> tuple[int, int, str]:
    return _offset(edit.span.start, starts, lines), _offset(edit.span.end, starts, lines), edit.text


def _offset(position: Position, starts: Sequence[int], lines: Sequence[str]) -> int:
    """Where a position lies in the source; one behind the end of its line or file counts as that end."""
    if position.line > len(lines):
        return starts[-1]
    return min(starts[position.line - 1] + position.column - 1, starts[position.line])


def _overlap(one: Span, other: Span) -> bool:
    """Two insertions at one place overlap as well: their order would be a guess."""
    return one.start == other.start or (one.start < other.end and other.start < one.end)


def _with_newlines(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else line + "\n\\ No newline at end of file\n"
