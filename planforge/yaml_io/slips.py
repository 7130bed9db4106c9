"""Slips of the keyboard that YAML reads as something else: found and mended in memory, line by line, before parsing."""

from __future__ import annotations

from planforge.model import Diagnostic
from planforge.yaml_io.source import Source


def mend(source: Source) -> tuple[Diagnostic, ...]:
    return ()
