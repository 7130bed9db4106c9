"""The text that positions in an imported file count in: a line for a line, or for a paragraph of Word and PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.model import Layout, Text

#: What ends a line for str.splitlines: within one it would move all lines below.
_BREAK = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def source_of(layout: Layout) -> str:
    """Every text of the layout at its own line and column; what the importer left out is blank."""
    rows: dict[int, str] = {}
    for text in _texts(layout):
        for line, column, words in _pieces(text):
            rows[line] = rows.get(line, "").ljust(column - 1)[: column - 1] + _BREAK.sub(" ", words.removesuffix("\n"))
    return "\n".join(rows.get(number, "") for number in range(1, max(rows, default=0) + 1))


def _texts(layout: Layout) -> Iterator[Text]:
    for paragraph in layout.paragraphs:
        yield paragraph.text
        for row in paragraph.table or ():
            yield from row


def _pieces(text: Text) -> Iterator[tuple[int, int, str]]:
    """The parts of a text that stand in one piece: line, column and characters, with the break that joins them."""
    ends = [*(anchor.offset for anchor in text.anchors[1:]), len(text.value)]
    for anchor, end in zip(text.anchors, ends, strict=False):
        yield anchor.line, anchor.column, text.value[anchor.offset : end]
