"""The rows of an attachment's tables, found in the lines of a Word file."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from planforge.lifecycle.circulation.returned.printed import Region
from planforge.model import Attachment

#: Characters of a row that it is called by.
_ROW = 40


class TableRows:
    """Finds rows, a cell a line, in the lines of one file."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = tuple(lines)
        self._standing: dict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(lines):
            self._standing[line].append(number)

    def regions(self, part: Attachment, line: int) -> Iterator[Region]:
        """The rows of an attachment from a line on, each called by its words: 60 alone tells nobody which row it is of.

        What stands behind the last one belongs to the attachment again.
        """
        start = line
        for row in (row for table in part.tables for row in table):
            cells = tuple(words for cell in row if (words := cell.strip()))
            head = self._head(cells, line) if cells else None
            if head is not None:
                name = "，".join(cells)
                yield Region(head, "附件", f"{part.title.value}：{name[:_ROW]}{'…' if len(name) > _ROW else ''}")
                line = head + len(cells)
        if line != start:
            yield Region(line, "附件", part.title.value)

    def _head(self, cells: tuple[str, ...], start: int) -> int | None:
        """The line from `start` on where a row begins; it is looked for by its rarest cell."""
        column = min(range(len(cells)), key=lambda each: len(self._standing.get(cells[each], ())))
        places = self._standing.get(cells[column], [])
        heads = (place - column for place in places[bisect_left(places, start + column) :])
        return next((head for head in heads if self._lines[head : head + len(cells)] == cells), None)
