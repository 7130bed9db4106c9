"""Headings that the file itself tells, as those do that were set from a plan: nobody has to guess where they end."""

from __future__ import annotations

import re
from dataclasses import replace

from planforge.model import Paragraph
from planforge.text.numbering import Marker, leading_marker, lone_marker

#: What stands for a number before an item that has none.
DASH = re.compile(r"[—–\-－]{1,2}\s*|[•●◆■▪·★☆◎○◇□▶►➢➤✓√※▲△]\s*")
#: What a heading in line with its text ends with, or its text begins with where only a unit list follows.
_ENDS, _LIST = "。！？；：，、…", "（"


def heading(paragraph: Paragraph) -> str | None:
    """The words of the heading without its number, empty for an item that has none.

    None where the file doesn't tell, or tells the number alone: somebody wrote another heading.
    """
    if not paragraph.heading or paragraph.bare:
        return paragraph.heading
    number = leading_marker(paragraph.heading)
    dash = DASH.match(paragraph.heading)
    return paragraph.heading[number.length if number else dash.end() if dash else 0 :].strip() or None


def number(paragraph: Paragraph) -> Marker | None:
    """The number of an item without a heading, where the file tells that alone and nobody wrote another over it."""
    marker = lone_marker(paragraph.number)
    if marker is None or marker.length < len(paragraph.number):  # words came into the bookmark behind the number
        return None
    stands = paragraph.text.value.startswith(paragraph.number)
    return replace(marker, length=len(paragraph.number)) if stands else None


def holds(words: str, told: str | None) -> bool:
    """Whether a first paragraph still begins with the heading told, and that ends as one.

    What was put in or behind a heading may be text.
    """
    if told is None:
        return False
    behind = words[len(told) :].strip()
    ends = not told or told[-1] in _ENDS or not behind or behind[0] == _LIST
    return words.startswith(told) and ends and "。" not in told[:-1]
