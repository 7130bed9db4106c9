"""Headings, numbers and targets that the file itself tells, as those do that were set from a plan: nobody has to guess
where they end."""

from __future__ import annotations

import re
from dataclasses import replace

from planforge.model import Paragraph, Text
from planforge.text.numbering import Marker, leading_marker, lone_marker
from planforge.text.signs import SIGN

#: The words of one target among several.
_TARGET = re.compile("[^；。]+")
#: What a heading in line with its text ends with, or its text begins with where only a unit list follows.
_ENDS, _LIST = "。！？；：，、…", "（"


def heading(paragraph: Paragraph) -> str | None:
    """The words of the heading without its number, empty for an item that has none.

    None where the file doesn't tell, or tells the number alone: somebody wrote another heading.
    """
    if not paragraph.heading:
        return paragraph.heading
    found = number(paragraph, paragraph.heading)
    return paragraph.heading[found.length if found else sign(paragraph, paragraph.heading) :].strip() or None


def number(paragraph: Paragraph, words: str) -> Marker | None:
    """The number that the words of a paragraph begin with: what the file tells to be one, or else what looks so."""
    seen = leading_marker(words)
    return _told(paragraph.sign or paragraph.number, words) or (None if seen and seen.text == paragraph.plain else seen)


def _told(printed: str, words: str) -> Marker | None:
    """A number that the file tells, where the words still begin with it."""
    marker = lone_marker(printed)
    if marker is None or marker.length < len(printed):  # words came into the bookmark behind the number
        return None
    return replace(marker, length=len(printed)) if words.startswith(printed) else None


def sign(paragraph: Paragraph, words: str) -> int:
    """How many characters at the head of an item's words stand in the place of its number."""
    if paragraph.sign and words.startswith(paragraph.sign):
        return len(paragraph.sign)
    found = SIGN.match(words)
    return found.end() if found and found[0].strip() != paragraph.plain else 0


def holds(words: str, told: str | None) -> bool:
    """Whether a first paragraph still begins with the heading told, and that ends as one.

    What was put in or behind a heading may be text.
    """
    if told is None:
        return False
    behind = words[len(told) :].strip()
    ends = not told or told[-1] in _ENDS or not behind or behind[0] == _LIST
    return words.startswith(told) and ends and "。" not in told[:-1]


def without_targets(paragraph: Paragraph) -> tuple[Paragraph, tuple[Text, ...]]:
    """The paragraph without the sentence that prints targets, and the words of each of them."""
    text, start = paragraph.text, paragraph.text.value.rfind(paragraph.targets)
    if not paragraph.targets or start < 0:
        return paragraph, ()
    stop = start + len(paragraph.targets)
    pieces = (text.slice(*found.span()).strip() for found in _TARGET.finditer(text.value, start, stop))
    rest = Text.join([text.slice(0, start), text.slice(stop)])
    return replace(paragraph, text=rest), tuple(piece for piece in pieces if piece.value)
