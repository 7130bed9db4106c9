"""The rules on real documents: what a careful reader found is found, and clean prose is left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planforge.engine import run
from planforge.importers import read
from planforge.model import Diagnostic
from planforge.rules import RuleContext


def findings(path: Path) -> tuple[Diagnostic, ...]:
    reading = read(path.read_bytes(), path.name)
    return run(RuleContext(reading.document), reading.diagnostics)


def is_at(anomaly: dict[str, object], found: Diagnostic) -> bool:
    """Whether a finding stands at the words of an anomaly, or within them."""
    line, column, words = int(str(anomaly["line"])), int(str(anomaly["col"])), str(anomaly["text"])
    start = found.span.start
    return start.line == line and column <= start.column <= column + len(words)


@pytest.mark.parametrize(("number", "most_missing"), [("000", 0), ("003", 0)])
def test_every_error_and_most_warnings_of_a_careful_reader_are_found(
    shared: Path, number: str, most_missing: int
) -> None:
    (source,) = (shared / "seeds").glob(f"{number}-*")
    found = findings(source)
    anomalies = json.loads((shared / "gold" / f"anomalies-{number}.json").read_text("utf-8"))
    missed = [a for a in anomalies if not any(is_at(a, d) for d in found)]
    assert [a["text"] for a in missed if a["severity"] == "error"] == []
    assert len([a for a in missed if a["severity"] == "warn"]) <= most_missing


def test_clean_official_prose_gives_no_findings_of_warning_or_worse(shared: Path) -> None:
    found = findings(shared / "corpus" / "N01.txt")
    assert [d.message for d in found if d.severity != "info"] == []
