"""Markdown that OCR and archives leave in a text: `## ` before headings, `**` around bold words."""

from __future__ import annotations

import re
from dataclasses import replace

from planforge.model import Paragraph, Text

_HEADING = re.compile(r"\s*(#{1,6})\s+(?=\S)")
_BOLD = re.compile(r"\*\*|__(?=\S)|(?<=\S)__|(?<!\*)\*(?=[^*\s][^*]*\*)|(?<=[^*\s])\*(?!\*)")
_ALL_BOLD = re.compile(r"\s*(\*\*|__)(?:(?!\1).)+\1\s*")
_QUOTE = re.compile(r"\s*>\s+")


def plain(paragraph: Paragraph) -> Paragraph:
    """The paragraph without marks; a heading keeps its level, a line all in bold is told as such."""
    if paragraph.table is not None or not re.search(r"[#*_>]", paragraph.text.value):
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
