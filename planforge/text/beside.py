"""Which units, time limits and targets stand in a node's own words, and which its author wrote out beside these: in the
list that closes a paragraph (（完成时限：6月底前）), a column of a table or a key of YAML.
"""

from __future__ import annotations

from collections.abc import Sequence

from planforge.model import Position, Span, Task, Text

#: A node's heading, text and closing, and where they stand.
Words = Sequence[tuple[Text, Span]]


def words_of(node: Task) -> Words:
    """What `lies_in` looks at."""
    return [(text, text.span()) for text in (node.heading, node.text, node.closing) if text.value]


def lies_in(text: Text, words: Words) -> bool:
    """Whether a text was found in one of those; texts that know no place are judged by their words."""
    if not text.anchors:
        return any(text.value in whole.value for whole, _ in words)
    place = text.at(0)
    within = (whole for whole, span in words if whole.anchors and span.start <= place < span.end)
    return any(_has(whole, place, text.value[:2]) for whole in within)


def _has(text: Text, place: Position, words: str) -> bool:
    """Whether a text has those words at a place; the cells of a PDF's row have their places in common."""
    offsets = (
        a.offset + place.column - a.column for a in text.anchors if a.line == place.line and a.column <= place.column
    )
    return any(text.value.startswith(words, offset) for offset in offsets)
