"""The codes that readers give while a file is read (YAML, its schema, imported documents), for the manual."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from planforge.model import Severity
from planforge.rules._lexicon import lexicon
from planforge.yaml_io.faults import FAULTS


@dataclass(frozen=True, slots=True)
class ReaderCode:
    """What a reader's code means, and what to do."""

    name: str
    severity: Severity
    meaning: str
    advice: str


@cache
def reader_codes() -> Mapping[str, ReaderCode]:
    """All of them: names from the YAML reader itself, the rest from data/readers.yaml."""
    return {code: _reader_code(code, entry) for code, entry in lexicon("readers").items()}


def _reader_code(code: str, entry: Mapping[str, str]) -> ReaderCode:
    name, severity = FAULTS[code] if code in FAULTS else (entry["name"], _severity(entry["severity"]))
    return ReaderCode(name, severity, entry["meaning"], entry["advice"])


def _severity(word: str) -> Severity:
    return "error" if word == "error" else "warning" if word == "warning" else "info"
