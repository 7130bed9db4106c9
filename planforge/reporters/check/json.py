"""A check as JSON, for scripts; its keys are a contract."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from planforge.model import Diagnostic, Fix, Span
from planforge.reporters.jsonlines import dumps
from planforge.reporters.summary import counts

#: Down to the fields of a finding, each on its line.
DEPTH = 3


def report(diagnostics: Sequence[Diagnostic], sources: Mapping[str, str], *, colour: bool = False) -> str:
    """`{"diagnostics": […], "summary": {"error", "warning", "info"}}`; lines and columns count from 1."""
    content = {"diagnostics": [diagnostic_object(d) for d in diagnostics], "summary": counts(diagnostics)}
    return dumps(content, DEPTH)


def diagnostic_object(diagnostic: Diagnostic) -> dict[str, Any]:
    """A finding as JSON writes it."""
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "file": diagnostic.span.file,
        **_place(diagnostic.span),
        "where": diagnostic.where,
        "advice": diagnostic.advice,
        "basis": diagnostic.basis,
        "fix": _fix(diagnostic.fix) if diagnostic.fix else None,
    }


def _place(span: Span) -> dict[str, int]:
    start, end = span.start, span.end
    return {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{**_place(edit.span), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}
