"""A reading as JSON: the contract of `planforge import --to json` (keys may be added, none renamed)."""

from __future__ import annotations

import json
from typing import Any

from planforge.model import (
    Attachment,
    Citation,
    Deadline,
    Diagnostic,
    Document,
    Indicator,
    Reading,
    Section,
    Target,
    Task,
    Units,
)

FORMAT = "json"
SUFFIX = ".json"


def render(document: Document, style: object = None, templates: object = None) -> bytes:
    """The document alone, without diagnostics, as UTF-8 JSON."""
    return dumps(to_dict(Reading(document)))


def dumps(content: dict[str, Any]) -> bytes:
    """UTF-8, indented by two, Chinese as it is, one line feed at the end."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def to_dict(reading: Reading) -> dict[str, Any]:
    """The document and its diagnostics under the contract's keys."""
    document = reading.document
    return {
        "kind": document.kind,
        "title": document.title.value,
        "doc_number": document.doc_number.value or None,
        "issuers": [name.value for name in document.issuers],
        "issued": document.issued.isoformat() if document.issued else None,
        "year": document.year,
        "level": document.level,
        "recipients": document.recipients.value or None,
        "preamble": document.preamble.value,
        "notice": _notice(document),
        "citations": [_citation(citation) for citation in document.citations],
        "indicators": [_indicator(indicator) for indicator in document.indicators],
        "sections": [_section(section) for section in document.sections],
        "attachments": [_attachment(attachment) for attachment in document.attachments],
        "diagnostics": [diagnostic_dict(diagnostic) for diagnostic in reading.diagnostics],
    }


def diagnostic_dict(diagnostic: Diagnostic) -> dict[str, Any]:
    """One finding in the form of `planforge check --format json`."""
    span = diagnostic.span
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "file": span.file,
        "line": span.start.line,
        "column": span.start.column,
        "end_line": span.end.line,
        "end_column": span.end.column,
        "where": diagnostic.where,
        "advice": diagnostic.advice,
        "fix": None,
    }


def _notice(document: Document) -> dict[str, Any] | None:
    notice = document.notice
    if notice is None:
        return None
    return {"title": notice.title.value, "recipients": notice.recipients.value, "text": notice.text.value}


def _citation(citation: Citation) -> dict[str, Any]:
    return {"title": citation.title, "doc_number": citation.doc_number}


def _indicator(indicator: Indicator) -> dict[str, Any]:
    return {
        "name": indicator.name.value,
        "unit": indicator.unit,
        "baseline": indicator.baseline,
        "target": indicator.target,
        "text": indicator.text,
        "units": _units(indicator.units),
    }


def _section(section: Section) -> dict[str, Any]:
    return {"role": section.role, **_task(section)}


def _task(task: Task) -> dict[str, Any]:
    return {
        "id": task.id,
        "marker": task.marker,
        "number": task.number,
        "heading": task.heading.value,
        "text": task.text.value,
        "closing": task.closing.value,
        "line": task.line,
        "units": _units(task.units),
        "deadlines": [_deadline(deadline) for deadline in task.deadlines],
        "targets": [_target(target) for target in task.targets],
        "clauses": [{"id": clause.id, "text": clause.text.value} for clause in task.clauses],
        "status": task.status,
        "progress": task.progress,
        "evidence": task.evidence,
        "note": task.note,
        "tasks": [_task(below) for below in task.tasks],
    }


def _units(units: Units) -> dict[str, list[str]]:
    roles = {"lead": units.lead, "support": units.support, "responsible": units.responsible}
    return {role: [name.value for name in names] for role, names in roles.items()}


def _deadline(deadline: Deadline) -> dict[str, Any]:
    date = deadline.date.isoformat() if deadline.date else None
    return {"text": deadline.text.value, "date": date, "recurs": deadline.recurs}


def _target(target: Target) -> dict[str, Any]:
    value = list(target.value) if isinstance(target.value, tuple) else target.value
    return {
        "text": target.text.value,
        "indicator": target.indicator,
        "op": target.op,
        "value": value,
        "unit": target.unit,
        "year": target.year,
        "baseline": target.baseline or None,
    }


def _attachment(attachment: Attachment) -> dict[str, Any]:
    return {
        "title": attachment.title.value,
        "sections": [_section(section) for section in attachment.sections],
        "tables": [[list(row) for row in table] for table in attachment.tables],
    }
