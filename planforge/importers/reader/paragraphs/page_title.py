"""Where a web page's document begins: at the line that repeats what the page itself calls its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from planforge.importers.reader import kinds
from planforge.model import Paragraph

#: Paragraphs: the longest navigation met above a document. Characters: what is shorter may be a link of it.
_HEAD, _SHORTEST = 300, 8
_OFFICE = re.compile(r"[\u4e00-\u9fff]{2,6}[省市州县区旗]|中共|中央|国务院|国家|全国")
_BLANK = re.compile(r"\s+")


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


def _repeats(paragraph: Paragraph, title: str) -> bool:
    words = _BLANK.sub("", paragraph.text.value)
    return len(words) >= _SHORTEST and words in title


def _is_issuer(paragraph: Paragraph) -> bool:
    """Whether a line is the name of an office that the title begins with, set on a line of its own."""
    return _OFFICE.match(paragraph.text.value) is not None and kinds.is_signature(paragraph.text.value)


def _is_document(paragraph: Paragraph) -> bool:
    """Whether a line is running text, or one of a document's head: a letterhead, a 文号, recipients."""
    text = paragraph.text
    own = kinds.letterhead(text) or kinds.doc_number(text) or kinds.is_recipients(text.value)
    return paragraph.table is None and bool("。" in text.value or own)
