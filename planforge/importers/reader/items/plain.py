"""A document that numbers nothing: below its lead-in, each paragraph is an item."""

from __future__ import annotations

import re

from planforge.importers.reader import kinds
from planforge.importers.reader.items.tree import Node
from planforge.model import Kind, Text
from planforge.text.titles import kind_of
from planforge.text.units import find_lists

#: Kinds of document that hand out work. A notice of a meeting or a speech in plain paragraphs does not.
_HANDING_OUT: frozenset[Kind] = frozenset({"work_plan", "scheme", "programme", "strategy", "opinion"})
#: It says what was settled, as an award is.
_DECISION = re.compile("决定(?:的通知)?$")
_FEWEST = 2
_NO_ITEM = re.compile(r"[：:]$|^(?:附件|抄送|注[：:])")


def divide(root: Node, title: str) -> bool:
    """Make the paragraphs of a document without items its sections; False where it has some, or hands out no work."""
    if root.nodes or kind_of(title) not in _HANDING_OUT or _DECISION.search(title):
        return False
    paragraphs = [paragraph for paragraph in root.more if paragraph.value.strip()]
    start = 1 if paragraphs and not _names_who(paragraphs[0]) else 0
    items = paragraphs[start:]
    if len(items) < _FEWEST or not all(map(_is_item, items)):
        return False
    root.more = paragraphs[:start]
    root.nodes = [Node(place=item.slice(0, 1), more=[item]) for item in items]
    return True


def _names_who(paragraph: Text) -> bool:
    """Whether a paragraph names units for what it says: an item, and no lead-in."""
    return any(find_lists(paragraph))


def _is_item(paragraph: Text) -> bool:
    value = paragraph.value.strip()
    return kinds.is_sentence(value) and _NO_ITEM.search(value) is None
