"""Headings that the file itself tells, as those do that were set from a plan: nobody has to guess where they end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planforge.model import Paragraph
from planforge.text.numbering import leading_marker

if TYPE_CHECKING:
    from planforge.importers.reader.items.tree import Node

#: What stands for a number before an item that has none.
DASH = re.compile(r"[—–\-－]{1,2}\s*|[•●◆■▪·★☆◎○◇□▶►➢➤✓√※▲△]\s*")
#: What a heading in line with its text ends with, or its text begins with where only a unit list follows.
_ENDS, _LIST = "。！？；：，、…", "（"


def heading(paragraph: Paragraph) -> str | None:
    """The words of the heading without its number, empty for an item that has none.

    None where the file doesn't tell, or tells the number alone: somebody wrote another heading.
    """
    if not paragraph.heading:
        return paragraph.heading
    number = leading_marker(paragraph.heading)
    dash = DASH.match(paragraph.heading)
    return paragraph.heading[number.length if number else dash.end() if dash else 0 :].strip() or None


def split(node: Node) -> bool:
    """Split a node's first paragraph into heading and text as told; False where nothing is, or it was written over."""
    if node.told is None or not _holds(node.first.value, node.told):
        node.told = None
        return False
    if node.told:
        size = len(node.told)
        node.heading = node.first.slice(0, size - (node.told[-1] == "。"))
        node.first = node.first.slice(size).strip()
    return True


def _holds(words: str, told: str) -> bool:
    """Whether the words still begin with that heading, and it ends as one: what was put in or behind it may be text."""
    behind = words[len(told) :].strip()
    ends = not told or told[-1] in _ENDS or not behind or behind[0] == _LIST
    return words.startswith(told) and ends and "。" not in told[:-1]
