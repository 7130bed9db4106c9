"""Where a web page's document begins: at the line that repeats what the page itself calls its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from planforge.importers.reader import kinds
from planforge.importers.reader.parts.feet import is_signature_and_date
from planforge.importers.reader.tables import columns
from planforge.model import Paragraph
from planforge.text.numbering import leading_marker

#: Paragraphs: the longest navigation met above a document. Characters: what is shorter may be a link of it.
_HEAD, _SHORTEST = 300, 8
_OFFICE = re.compile(r"[\u4e00-\u9fff]{2,6}[省市州县区旗]|中共|中央|国务院|国家|全国")
_BLANK = re.compile(r"\s+")
_BETWEEN = re.compile(r"[_|｜]|\s[-—–]+\s|[-—–]{2,}|-(?=[^-]{2,20}$)")
#: Numbers of sections and items; lists of links have 1. and 2.
_SECTIONS = ("一、", "（一）", "第一章", "第一条", "第一部分")


def find(paragraphs: Sequence[Paragraph], title: str) -> int:
    """The number of paragraphs above the page's title; 0 where none repeats it or the document begins above it."""
    whole = _BLANK.sub("", title)
    if len(whole) < _SHORTEST:
        return 0
    above = list(takewhile(lambda paragraph: not _repeats(paragraph, whole), paragraphs[:_HEAD]))
    found = len(above) < min(len(paragraphs), _HEAD)
    while above and _is_issuer(above[-1]):
        above.pop()
    return len(above) if found and not any(map(_is_document, above)) else 0


def named(title: str) -> str:
    """The title of a document in what its page calls itself (…实施意见_示例市人民政府); empty where it names none."""
    pieces = (piece.strip() for piece in _BETWEEN.split(title))
    return next((piece for piece in pieces if len(piece) >= _SHORTEST and kinds.is_title_end(piece)), "")


def _repeats(paragraph: Paragraph, title: str) -> bool:
    words = _BLANK.sub("", paragraph.text.value)
    return len(words) >= _SHORTEST and words in title


def _is_issuer(paragraph: Paragraph) -> bool:
    """Whether a line is the name of an office that the title begins with, set on a line of its own."""
    return _OFFICE.match(paragraph.text.value) is not None and kinds.is_signature(paragraph.text.value)


def _is_document(paragraph: Paragraph) -> bool:
    """Whether it is running text, a section, a table of tasks, or of a head: a letterhead, a 文号, recipients, who
    issues it and when."""
    if paragraph.table is not None:
        return columns.tasks(paragraph.table) is not None
    text = paragraph.text
    own = kinds.letterhead(text) or kinds.doc_number(text) or kinds.is_recipients(text.value)
    own = own or is_signature_and_date(text.value)
    marker = leading_marker(text.value)
    return bool("。" in text.value or own) or (marker is not None and marker.style in _SECTIONS)
