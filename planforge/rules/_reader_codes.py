"""The codes that readers give while a file is read (YAML, its schema, imported documents), for the manual."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from planforge.model import Severity
from planforge.rules._lexicon import lexicon


@dataclass(frozen=True, slots=True)
class ReaderCode:
    """What a reader's code means, and what to do."""

    name: str
    severity: Severity
    meaning: str
    advice: str


@cache
def reader_codes() -> Mapping[str, ReaderCode]:
    """All of them, from data/readers.yaml."""
    return {code: ReaderCode(**entry) for code, entry in lexicon("readers").items()}
