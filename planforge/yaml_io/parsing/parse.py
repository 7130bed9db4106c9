"""Text → YAML nodes: slips are mended line by line first, what then can't be read is left out."""

from __future__ import annotations

from typing import NamedTuple

from yaml.nodes import Node

from planforge.model import Diagnostic
from planforge.yaml_io.parsing.compose import compose
from planforge.yaml_io.parsing.slips import mend
from planforge.yaml_io.parsing.source import Source


class Parsed(NamedTuple):
    """The root node of a file, if it has any, its lines as they were read, and what is wrong with them as typed."""

    root: Node | None
    lines: Source
    slips: tuple[Diagnostic, ...]
    syntax: tuple[Diagnostic, ...]

    @property
    def errors(self) -> list[Diagnostic]:
        """What makes the nodes other than they were meant."""
        return [fault for fault in (*self.slips, *self.syntax) if fault.severity == "error"]


def parse(text: str, file: str, keys: frozenset[str] | None = None) -> Parsed:
    """The nodes of a file of these `keys` (default: a document's). Raises InputError for nesting beyond the limits."""
    lines = Source.of(text, file)
    slips = mend(lines, keys)
    root, syntax = compose(lines)
    return Parsed(root, lines, slips, syntax)
