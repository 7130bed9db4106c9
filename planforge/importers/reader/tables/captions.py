"""Titles that stand in a table's first row: 附件2⏎任务分工表, set in one cell above all columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from planforge.importers.reader.tables.columns import split_lines
from planforge.model import Paragraph, Text

_MARK = re.compile(r"附\s?件\s?[\d一二三四五六七八九十]{0,2}\s*[：:]?")


def lift(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, with the mark and title of an attachment above the table whose first row holds them."""
    for paragraph in paragraphs:
        lines = _caption(paragraph)
        yield from (Paragraph(line, centred=True) for line in lines)
        yield replace(paragraph, table=paragraph.table[1:]) if paragraph.table and lines else paragraph


def _caption(paragraph: Paragraph) -> list[Text]:
    """The lines of a first row that is one merged cell and begins with the mark of an attachment."""
    row = paragraph.table[0] if paragraph.table else ()
    if len(row) < 2 or len(paragraph.table or ()) < 3 or any(cell is not row[0] for cell in row):
        return []
    lines = split_lines(row[0])
    return lines if lines and _MARK.fullmatch(lines[0].value) else []
