"""How high the offices of documents stand, one against the other."""

from __future__ import annotations

from typing import get_args

from planforge.model import Document, Level
from planforge.text.titles import level_of

#: From the highest down.
_LEVELS = get_args(Level)


def level_of_document(document: Document) -> Level | None:
    """The level that a document states, or that its first issuer's name tells."""
    first = next((issuer.value for issuer in document.issuers), "")
    return document.level or level_of(first)


def stands_lower(one: Document, other: Document) -> bool:
    """Whether the office of `one` is known to stand below that of `other`."""
    lower, upper = level_of_document(one), level_of_document(other)
    return bool(lower and upper) and _LEVELS.index(lower) > _LEVELS.index(upper)
