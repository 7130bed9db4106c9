"""Which lines make the head of a document: its letterhead, or a title with what stands below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from planforge.importers.reader import kinds
from planforge.importers.reader.parts.feet import ATTACHMENT_MARK, is_foot
from planforge.model import Paragraph, Text
from planforge.text.numbering import leading_marker

#: A title takes so many lines at most, and a head, with all that pages print above it, so many paragraphs.
TITLE_LINES = 4
HEAD = 60

#: Where the title of a document stands, and its number of lines.
Place = tuple[int, int]


def starts_issue(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a letterhead or a title with a 文号 or recipients below it stands first: the head of a document."""
    if paragraphs and _is_letterhead(paragraphs):
        return True
    length = title_length(paragraphs)
    if not length or length == len(paragraphs) or len(paragraphs[0].text.value) < 8:
        return False
    below = paragraphs[length].text
    return kinds.doc_number(below) is not None or (below.value.startswith("各") and kinds.is_recipients(below.value))


def _is_letterhead(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether 发文机关标志 (…文件) stands first with a 文号 alone below it, or a 文号 alone with a title below it."""
    value = paragraphs[0].text.value
    if len(value) > HEAD or kinds.is_sentence(value) or leading_marker(value):
        return False
    if _is_doc_number(paragraphs[0].text):
        return title_length(paragraphs[1:]) > 0
    return re.search(r"文\s?件$|文\s?件\s", value) is not None and any(_is_doc_number(p.text) for p in paragraphs[1:3])


def _is_doc_number(line: Text) -> bool:
    """Whether a 文号 stands alone."""
    number = kinds.doc_number(line)
    return number is not None and number.value == line.value.strip()


def starts_another(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a title with numbered text behind it follows the foot: another document in the same file."""
    length = title_length(paragraphs)
    return length > 0 and has_items(paragraphs[length:])


def has_items(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether more than one of the next lines bears a number."""
    return sum(not p.table and leading_marker(p.text.value) is not None for p in paragraphs[:HEAD]) > 1


def title_length(paragraphs: Sequence[Paragraph]) -> int:
    """The number of lines that make a title: those that the file itself sets as one, else short ones without a stop, to
    one that ends as titles do."""
    return declared_length(paragraphs) or _worded_length(paragraphs)


def declared_length(paragraphs: Sequence[Paragraph]) -> int:
    """The number of lines that the file itself sets as a title; 0 where it doesn't."""
    return sum(1 for _ in takewhile(lambda paragraph: paragraph.titled, paragraphs))


def joined_title(lines: Sequence[Paragraph]) -> Text:
    """The lines of a title as one; the blanks in one that the file itself sets as such are its author's."""
    title = Text.join([line.text for line in lines])
    return title if lines and lines[0].titled else kinds.compact(title)


def declared_titles(paragraphs: Sequence[Paragraph]) -> list[Place]:
    """The titles that the file itself sets as such, in order, but for those of attachments."""
    pairs = enumerate(pairwise([Paragraph(), *paragraphs]))
    begins = (i for i, (above, p) in pairs if p.titled and not (above.titled or _marks_attachment(above)))
    return [(index, declared_length(paragraphs[index:])) for index in begins]


def _marks_attachment(paragraph: Paragraph) -> bool:
    return ATTACHMENT_MARK.fullmatch(paragraph.text.value.strip()) is not None


def _worded_length(paragraphs: Sequence[Paragraph]) -> int:
    """The number of lines that make a title by their words."""
    for index, paragraph in enumerate(paragraphs[:TITLE_LINES]):
        value = paragraph.text.value
        ruled_out = paragraph.table or kinds.is_sentence(value) or (index == 0 and value[:1] in "（(【[")
        if ruled_out or leading_marker(value) or is_foot(paragraphs, index):
            return 0
        if kinds.is_title_end(value):
            return index + 1
    return 0
