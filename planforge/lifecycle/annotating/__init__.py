"""Writes the findings of a check into a copy of the user's Word file: comments, and tracked changes for safe fixes."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planforge import fix
from planforge.files import read_bytes
from planforge.importers import docx
from planforge.lifecycle.annotating.copy import Copy
from planforge.lifecycle.annotating.places import Places
from planforge.lifecycle.checking import Check, CheckOptions, check_reading
from planforge.lifecycle.loading import load_bytes
from planforge.model import SEVERITY_NAMES, Diagnostic, InputError
from planforge.ooxml.review.comments import Comment
from planforge.ooxml.review.revisions import Reviser, Stamp

#: Stands for the date of a file that doesn't tell when it was changed: a clock would make two runs differ.
_NO_DATE = datetime.datetime(1970, 1, 1)
#: Each round mends what overlapped with the one before.
_MOST_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Reviewer:
    """In whose name a file is annotated; without a date, the marks bear the one of the file's last change."""

    name: str = "核稿"
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Annotated:
    """A reviewed file, with the number of its new comments and of the findings that it mends by tracked changes."""

    content: bytes
    comments: int
    fixes: int


def annotate(check: Check, options: CheckOptions, reviewer: Reviewer | None = None) -> Annotated:
    """The Word file of `check` with its findings in it; all else in the file stays as it was.

    Each finding on the file itself becomes a comment at its words, or on its paragraph where they have no place of
    their own (a number that Word makes, something that is missing). `options` are those of the check: fixes that
    overlap wait for another one. Raises InputError for a file that is no DOCX.
    """
    copy = Copy(_docx(check.path), check.path)
    stamp = _stamp(reviewer or Reviewer(), copy)
    found = [d for d in check.diagnostics if d.span.file == check.document.file]
    notes = [Comment(number, tuple(_lines(d))) for number, d in zip(copy.comment_numbers(), found, strict=False)]
    made = _write(copy, found, notes, stamp)
    content = copy.finish(notes, stamp) if notes else copy.data
    fixes, waiting = len(made.fixed), made.waiting
    for _ in range(_MOST_ROUNDS if waiting else 0):
        copy = Copy(content, check.path)
        again = check_reading(check.path, load_bytes(content, check.document.file), options)
        made = _write(copy, [d for d in again.diagnostics if _name(d) in waiting], (), stamp)
        if not made.fixed:
            break
        content, fixes, waiting = copy.finish((), stamp), fixes + len(made.fixed), made.waiting
    return Annotated(content, len(notes), fixes)


@dataclass(frozen=True, slots=True)
class _Made:
    """The findings that are mended by tracked changes, and those that wait for a round of their own."""

    fixed: tuple[Diagnostic, ...]
    waiting: frozenset[tuple[str, str, int]]


def _write(copy: Copy, found: Sequence[Diagnostic], notes: Sequence[Comment], stamp: Stamp) -> _Made:
    """Mark the findings with their notes, if there are any, and track the fixes that can be made at once."""
    places = Places(copy.paragraphs, copy.numbered)
    makeable = tuple(places.with_makeable_fixes(found))
    fixed = fix.chosen(makeable)
    edits = sorted((e for d in fixed if d.fix for e in d.fix.edits), key=lambda edit: edit.span)
    places.cut([d.span for d in found] if notes else (), edits)
    for note, diagnostic in zip(notes, found, strict=False):
        places.mark(diagnostic.span, note.number)
    places.replace(edits, Reviser(stamp, copy.change_numbers()))
    waiting = (d for d in makeable if d.fix and d.fix.safe and d not in fixed)
    return _Made(fixed, frozenset(map(_name, waiting)))


def _name(diagnostic: Diagnostic) -> tuple[str, str, int]:
    """What stays the same of a finding when its line is mended elsewhere."""
    return diagnostic.code, diagnostic.span.file, diagnostic.span.start.line


def _docx(path: str) -> bytes:
    if path == "-":
        raise InputError("从标准输入读的文件不能批注。请先存成 .docx 文件。")
    data = read_bytes(path)
    if not docx.recognises(data, path):
        ways = "YAML 要点先用 planforge render 排成 Word；其他文件用 Word 或 WPS 另存为 .docx"
        raise InputError(f"{path}：只有 .docx 文件能批注。{ways}。")
    return data


def _stamp(reviewer: Reviewer, copy: Copy) -> Stamp:
    date = reviewer.date
    moment = datetime.datetime(date.year, date.month, date.day) if date else copy.last_change() or _NO_DATE
    return Stamp(reviewer.name, moment.isoformat(timespec="seconds") + "Z")


def _lines(diagnostic: Diagnostic) -> Iterator[str]:
    where = f"（{diagnostic.where}）" if diagnostic.where else ""
    yield f"{SEVERITY_NAMES[diagnostic.severity]} {diagnostic.code}：{diagnostic.message}{where}"
    if diagnostic.advice:
        yield f"改法：{diagnostic.advice}"
    if diagnostic.basis:
        yield f"依据：{diagnostic.basis}"
