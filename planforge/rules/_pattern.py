"""Patterns that rules look for, with the words that tell where one can't stand."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Pattern:
    """A regular expression that is compiled when a document first has a passage where it may match.

    `holds`: every passage with a match has at least one of these words (of a string: of its characters). The rarer
    they are, the fewer passages searched, and in most documents most patterns are never compiled. None: any
    passage may have a match.
    """

    source: str
    holds: Collection[str] | None = None

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.source)
