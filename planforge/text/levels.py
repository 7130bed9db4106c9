"""How high the offices of documents stand, one against the other."""

from __future__ import annotations

import re
from typing import get_args

from planforge.model import Document, Level
from planforge.text.titles import level_of

#: From the highest down.
_LEVELS = get_args(Level)
#: 示例工业园区, 云溪产城融合示范区: such a zone may rank as a township or as a city, its name doesn't tell.
_ZONE = re.compile(r"(?:园|开发|示范|试验|合作|保税|高新|经开|新)区|管委会|管理委员会")


def level_of_document(document: Document) -> Level | None:
    """The level that a document states, or that its first issuer's name tells; None for a zone's, which vary."""
    first = next((issuer.value for issuer in document.issuers), "")
    if _ZONE.search(first or document.title.value):
        return None
    return document.level or level_of(first)


def stands_lower(one: Document, other: Document) -> bool:
    """Whether the office of `one` is known to stand below that of `other`."""
    lower, upper = level_of_document(one), level_of_document(other)
    return bool(lower and upper) and _LEVELS.index(lower) > _LEVELS.index(upper)
