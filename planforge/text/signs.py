"""What stands before an item: a number, or a sign in the place of one."""

from __future__ import annotations

import re

from planforge.text.numbering import leading_marker

#: What stands for a number before an item that has none.
SIGN = re.compile(r"[—–\-－]{1,2}\s*|[•●◆■▪·★☆◎○◇□▶►➢➤✓√※▲△]\s*")


def leading_sign(line: str) -> str:
    """The number or sign that a reader takes a line to begin with, as printed; empty where there is none."""
    marker = leading_marker(line)
    if marker is not None:
        return marker.text
    sign = SIGN.match(line)
    return sign[0].strip() if sign else ""
