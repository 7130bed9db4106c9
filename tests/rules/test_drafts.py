"""Drafts with faults planted in them, each with the list of its faults: what is found, and at which words.

The lists were written before the rules saw the drafts. What no rule finds yet is in `missed`, so that it is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from planforge.engine import run
from planforge.lifecycle.loading import load
from planforge.model import Diagnostic
from planforge.rules import RuleContext

DRAFTS = Path(__file__).resolve().parents[1] / "data" / "drafts"
NAMES = sorted(path.stem for path in DRAFTS.glob("*.faults.yaml"))


def faults(name: str) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = yaml.safe_load((DRAFTS / f"{name}.yaml").read_text("utf-8"))
    return listed


def source(name: str) -> Path:
    return next(path for path in sorted(DRAFTS.glob(f"{name.removesuffix('.faults')}.*")) if path.stem != name)


def findings(name: str) -> tuple[Diagnostic, ...]:
    reading = load(str(source(name)))
    return run(RuleContext(reading.document), reading.diagnostics)


def stretch(text: str, fault: dict[str, Any]) -> tuple[int, int]:
    """Where the words of a fault stand: the last time within the words around them, which stand once in the draft."""
    assert text.count(fault["near"]) == 1, fault
    start = text.index(fault["near"]) + fault["near"].rindex(fault["words"])
    return start, start + len(fault["words"])


def found_at(text: str, found: tuple[Diagnostic, ...]) -> Iterator[tuple[int, int, Diagnostic]]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for d in found:
        start = starts[d.span.start.line - 1] + d.span.start.column - 1
        yield start, max(start + 1, starts[d.span.end.line - 1] + d.span.end.column - 1), d


@pytest.mark.parametrize("name", NAMES)
def test_planted_faults_are_found_at_their_words(name: str) -> None:
    text = source(name).read_text("utf-8")
    places = list(found_at(text, findings(name)))
    missed = []
    for fault in faults(name):
        start, stop = stretch(text, fault)
        if not any(begin < stop and start < end for begin, end, _ in places):
            missed.append(fault)
    assert [fault["words"] for fault in missed if not fault.get("missed")] == []


@pytest.mark.parametrize("name", NAMES)
def test_hardly_anything_is_told_beside_the_planted_faults(name: str) -> None:
    text = source(name).read_text("utf-8")
    planted = [stretch(text, fault) for fault in faults(name)]
    beside = [
        d.message
        for begin, end, d in found_at(text, findings(name))
        if d.severity != "info" and not any(start < end and begin < stop for start, stop in planted)
    ]
    assert len(beside) <= 2, beside
