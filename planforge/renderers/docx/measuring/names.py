"""Names in narrow columns (牵头单位、完成时限): lines end between names, not within one that a line holds.

Neither Word nor LibreOffice can be told to keep Chinese characters together, so the lines end where this says.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from planforge.renderers.docx.measuring.tearing import torn
from planforge.text.widths import width

#: The share of the names that decides: one long name would take from the text what all rows need.
_NEARLY_ALL = 0.9
_HEADS = re.compile("单位|部门|时限")
#: A name with the mark behind it; what brackets hold (各县（市、区）) is one.
_NAME = re.compile(r"(?:（[^（）]*）|[^、])+、*|、+")


def heads(head: str) -> bool:
    """Whether a column with this head holds names."""
    return _HEADS.search(head) is not None


def room(cells: Iterable[str]) -> float:
    """The width that holds nearly all names in those cells, in full-width characters; the odd long one turns over,
    unless that would leave a lone character on a line.
    """
    widths = sorted(width(name) for cell in cells for name in _NAME.findall(cell))
    if not widths:
        return 0.0
    usual = widths[math.ceil(_NEARLY_ALL * len(widths)) - 1]
    return max(one for one in widths if one <= usual + 1)


def broken(names: str, room: float) -> str:
    """Names in lines of `room` full-width characters; one that is longer has lines of its own, and tears no word."""
    lines, full = [""], False
    for name in _NAME.findall(names):
        parts = torn(name, room) if width(name) > room else (name,)
        for part in parts:
            if lines[-1] and (full or len(parts) > 1 or width(lines[-1] + part) > room):
                lines.append("")
            lines[-1] += part
            full = len(parts) > 1
    return "\n".join(lines)
