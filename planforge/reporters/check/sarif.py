"""A check as SARIF 2.1.0, which code hosts and editors show at the lines."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from planforge import __version__
from planforge.manual import titles
from planforge.model import Diagnostic, Edit, Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def report(diagnostics: Sequence[Diagnostic], sources: Mapping[str, str], *, colour: bool = False) -> str:
    """One run with its rules, results, regions and fixes; columns count Unicode code points."""
    codes = sorted({d.code for d in diagnostics})
    names = titles()
    rules = [_rule(code, names.get(code, code)) for code in codes]
    driver = {"name": "PlanForge", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(d, codes.index(d.code)) for d in diagnostics],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, name: str) -> dict[str, Any]:
    return {"id": code, "shortDescription": {"text": name}, "help": {"text": f"planforge explain {code}"}}


def _result(diagnostic: Diagnostic, rule: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": "。".join(filter(None, (diagnostic.message, diagnostic.advice)))},
        "locations": [_location(diagnostic)],
    }
    if diagnostic.fix:
        changes = _changes(diagnostic.fix.edits)
        result["fixes"] = [{"description": {"text": diagnostic.fix.title}, "artifactChanges": changes}]
    return result


def _location(diagnostic: Diagnostic) -> dict[str, Any]:
    span = diagnostic.span
    physical = {"artifactLocation": _artifact(span.file), "region": _region(span)}
    location: dict[str, Any] = {"physicalLocation": physical}
    if diagnostic.where:
        location["logicalLocations"] = [{"fullyQualifiedName": diagnostic.where}]
    return location


def _changes(edits: Sequence[Edit]) -> list[dict[str, Any]]:
    files = dict.fromkeys(edit.span.file for edit in edits)
    return [
        {
            "artifactLocation": _artifact(file),
            "replacements": [
                {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
                for edit in edits
                if edit.span.file == file
            ],
        }
        for file in files
    ]


def _artifact(file: str) -> dict[str, str]:
    return {"uri": quote(file.replace("\\", "/"))}


def _region(span: Span) -> dict[str, int]:
    start, end = span.start, span.end
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}
