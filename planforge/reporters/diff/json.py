"""A comparison as JSON, for scripts; its keys are a contract."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from planforge.model import Document, StatusChange, Task
from planforge.model.changes import Comparison, NodeChange, Pieces
from planforge.reporters.diff._counts import changed, counts


def report(comparison: Comparison, *, colour: bool = False) -> str:
    """`{"before", "after", "parts": […], "changes": […], "coverage": […]|null, "summary": {…}}`."""
    content = {
        "before": _document(comparison.before),
        "after": _document(comparison.after),
        "parts": [{"name": part.name, "words": _words(part.words)} for part in comparison.parts],
        "changes": [_change(change) for change in changed(comparison)],
        "coverage": None if comparison.coverage is None else _coverage(comparison.coverage),
        "summary": counts(comparison),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _document(document: Document) -> dict[str, Any]:
    return {"title": document.title.value, "year": document.year, "file": document.file}


def _change(change: NodeChange) -> dict[str, Any]:
    return {
        "kinds": list(change.kinds),
        "before": _nodes(change.before, change.places),
        "after": _nodes(change.after, change.new_places),
        "heading": _words(change.heading),
        "text": _words(change.text),
        "items": [
            {"kind": item.kind, "name": item.name, "gone": list(item.gone), "new": list(item.new)}
            for item in change.items
        ],
    }


def _nodes(nodes: Sequence[Task], places: Sequence[str]) -> list[dict[str, Any]]:
    return [
        {"id": node.id, "where": where, "heading": node.heading.value}
        for node, where in zip(nodes, places, strict=True)
    ]


def _words(pieces: Pieces) -> list[dict[str, str]]:
    return [{"state": state, "text": words} for state, words in pieces]


def _coverage(changes: Sequence[StatusChange]) -> list[dict[str, Any]]:
    return [
        {"directive": each.directive, "id": each.id, "words": each.words, "before": each.before, "after": each.after}
        for each in changes
    ]
