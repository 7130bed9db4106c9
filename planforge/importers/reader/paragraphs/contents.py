"""Tables of contents: their lines repeat the headings and are no part of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planforge.model import Paragraph

_TITLE = re.compile(r"目\s*录|目\s*次|contents", re.I)
_ENTRY = re.compile(r".{2,80}?(?:\s*[.．·…。—-]{3,}\s*|\t+\s*|\s{3,})\d{1,3}\s*")
_PAGE = re.compile(r"[\s.．·…—-]*\d{0,3}\s*$")
_LONGEST = 80


def drop(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs without tables of contents: lines with leaders to a page number, and what stands under 目录."""
    kept: list[Paragraph] = []
    entries: set[str] = set()
    inside = False
    for paragraph in paragraphs:
        value = paragraph.text.value.strip()
        if _TITLE.fullmatch(value):
            inside, entries = True, set()
        elif (paragraph.table is None and _ENTRY.fullmatch(value)) or (inside and _is_entry(paragraph, entries)):
            entries.add(_PAGE.sub("", value))
        else:
            inside = False
            kept.append(paragraph)
    return tuple(kept)


def _is_entry(paragraph: Paragraph, entries: set[str]) -> bool:
    """A short line that doesn't begin the list of headings anew, as the text itself does."""
    value = paragraph.text.value.strip()
    if paragraph.table is not None or len(value) > _LONGEST or re.search("[。；，]$|。", value):
        return False
    return not value or _PAGE.sub("", value) not in entries
