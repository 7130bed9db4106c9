"""Markdown that OCR, archives and chat programs leave in a text: `## ` before headings, `**` around bold words, tables
of `|`, and `- ` before the entries of a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from planforge.model import Paragraph, Text

_HEADING = re.compile(r"\s*(#{1,6})\s+(?=\S)")
_BOLD = re.compile(r"\*\*|__(?=\S)|(?<=\S)__|(?<!\*)\*(?=[^*\s][^*]*\*)|(?<=[^*\s])\*(?!\*)")
_ALL_BOLD = re.compile(r"\s*(\*\*|__)(?:(?!\1).)+\1\s*")
_QUOTE = re.compile(r"\s*>\s+")
#: A dash before an entry says nothing; in other texts dashes may be the author's.
_ENTRY = re.compile(r"\s*[-*+]\s+(?=\S)")
_ROW = re.compile(r"\s*\|.*\|\s*")
#: The line below the head of a table: | --- | :---: |
_RULE = re.compile(r"\s*\|(?:\s*:?-+:?\s*\|)+\s*")
_CELL = re.compile(r"\|((?:[^|\\]|\\.)*)(?=\|)")


def read(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """The paragraphs without marks, and tables of `|` as tables."""
    given = list(_with_tables(paragraphs))
    marked = any(p.table is None and _HEADING.match(p.text.value) for p in given)
    return [plain(_without_dash(p) if marked else p) for p in given]


def _with_tables(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    for is_row, run in groupby(paragraphs, lambda p: p.table is None and _ROW.fullmatch(p.text.value) is not None):
        rows = list(run)
        if is_row and len(rows) > 2 and _RULE.fullmatch(rows[1].text.value):
            yield Paragraph(table=_table([rows[0], *rows[2:]]))
        else:
            yield from rows


def _table(rows: Sequence[Paragraph]) -> tuple[tuple[Text, ...], ...]:
    """The cells; a row that is shorter than the longest is filled up with empty ones."""
    cells = [[row.text.slice(*found.span(1)).strip() for found in _CELL.finditer(row.text.value)] for row in rows]
    width = max(map(len, cells))
    return tuple((*row, *[Text()] * (width - len(row))) for row in cells)


def _without_dash(paragraph: Paragraph) -> Paragraph:
    entry = None if paragraph.table is not None else _ENTRY.match(paragraph.text.value)
    return replace(paragraph, text=paragraph.text.slice(entry.end())) if entry else paragraph


def plain(paragraph: Paragraph) -> Paragraph:
    """The paragraph without marks; a heading keeps its level, a line all in bold is told as such."""
    if paragraph.table is not None or paragraph.titled or not re.search(r"[#*_>]", paragraph.text.value):
        return paragraph
    text, level = paragraph.text, paragraph.level
    if quote := _QUOTE.match(text.value):
        text = text.slice(quote.end())
    if heading := _HEADING.match(text.value):
        text, level = text.slice(heading.end()), len(heading[1])
    bold = paragraph.bold or bool(_ALL_BOLD.fullmatch(text.value))
    return replace(paragraph, text=_without_bold(text), level=level, bold=bold)


def _without_bold(text: Text) -> Text:
    parts, start = [], 0
    for match in _BOLD.finditer(text.value):
        parts.append(text.slice(start, match.start()))
        start = match.end()
    return Text.join([*parts, text.slice(start)]) if start else text
