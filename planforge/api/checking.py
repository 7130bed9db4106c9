"""What is wrong with a document: findings, fixes, reports, comments in a Word file."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from planforge.lifecycle.checking import Check, CheckOptions, check
from planforge.lifecycle.checking.fixing import Change, fixes, make

if TYPE_CHECKING:
    from planforge.lifecycle.annotating import Annotated
    from planforge.lifecycle.checking.known import New
    from planforge.model import Diagnostic, Reading
    from planforge.model.pictures import PagePictures

__all__ = [
    "Change",
    "Check",
    "CheckOptions",
    "annotate",
    "can_paint",
    "check",
    "fixes",
    "known_findings",
    "make",
    "page_pictures",
    "report_checks",
    "report_diagnostics",
    "without_known",
]


def report_checks(
    checks: Sequence[Check], form: str, *, colour: bool = False, pictures: Mapping[str, PagePictures] | None = None
) -> str | bytes:
    """All checks in one report (`text`, `json`, `sarif`, `html`; `xlsx` is bytes).

    `html` may show `pictures`, the pages of files by their names. Raises InputError for another format.
    """
    found = tuple(d for each in checks for d in each.diagnostics)
    sources = {file: text for each in checks for file, text in each.sources.items()}
    if pictures and form == "html":
        from planforge.reporters.check import html

        return html.report(found, sources, pictures=pictures)
    return _report(found, sources, form, colour=colour)


def report_diagnostics(reading: Reading) -> str:
    """What a reader found, as text for a terminal."""
    return str(_report(reading.diagnostics, {reading.document.file: reading.source}, "text", colour=False))


def _report(found: Sequence[Diagnostic], sources: dict[str, str], form: str, *, colour: bool) -> str | bytes:
    from planforge.reporters import reporter

    content: str | bytes = reporter("check", form).report(found, sources, colour=colour)
    return content


def known_findings(checks: Sequence[Check]) -> str:
    """The content of a file for `without_known` that holds all findings of the checks."""
    from planforge.lifecycle.checking import known

    return known.write(checks)


def without_known(checks: Sequence[Check], baseline: str) -> New:
    """The checks without the findings that the file `baseline` holds, and how many those were.

    Raises InputError where that file is none that `known_findings` made.
    """
    from planforge.lifecycle.checking import known

    return known.without_known(checks, baseline)


def annotate(
    checked: Check, options: CheckOptions | None = None, reviewer: str = "", date: datetime.date | None = None
) -> Annotated:
    """A copy of the checked Word file with comments and tracked changes in a reviewer's name (核稿 by default).

    `options` are those of the check; without a `date` the marks bear that of the file's last change. Raises InputError
    for a file that is no DOCX.
    """
    from planforge.lifecycle import annotating

    default = annotating.Reviewer()
    signed = annotating.Reviewer(reviewer or default.name, date)
    return annotating.annotate(checked, options or CheckOptions(), signed)


def can_paint() -> bool:
    """Whether LibreOffice is there, which sets pages for pictures."""
    from planforge.ooxml.machine import libreoffice

    return libreoffice.program() is not None


def page_pictures(check: Check, style: str = "") -> PagePictures:
    """The pages of a checked file, painted. Raises InputError where LibreOffice is needed and isn't there."""
    from planforge.lifecycle.typesetting import picturing

    return picturing.pictures(check.path, check.document, style)
