"""Where the text of a document ends, and where the next one in the same file begins."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.importers.reader import kinds
from planforge.importers.reader.parts.feet import IMPRINT, is_attachment, is_foot
from planforge.importers.reader.parts.openings import TITLE_LINES, starts_another, starts_issue
from planforge.model import Paragraph


def text_end(paragraphs: Sequence[Paragraph]) -> int:
    """Where the text of the document ends: at its signature, its (list of) attachments or another document."""
    begun = False
    for index, paragraph in enumerate(paragraphs):
        if paragraph.told:  # it is the file's own word that this is text
            begun = True
            continue
        if begun and starts_issue(paragraphs[index : index + TITLE_LINES + 2]):
            return index
        begun = begun or bool(paragraph.table) or kinds.is_text(paragraph.text.value)
        if begun and not paragraph.table and is_foot(paragraphs, index) and not _text_follows(paragraphs, index):
            return index
    return len(paragraphs)


def _text_follows(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether the body goes on behind a line that only looks like its foot (a date alone, say)."""
    value = paragraphs[index].text.value
    if not kinds.is_date(value):
        return False
    after = next((p.text.value for p in paragraphs[index + 1 : index + 2]), "")
    return bool(after) and kinds.is_sentence(after) and not (is_attachment(after) or IMPRINT.match(after))


def next_document(paragraphs: Sequence[Paragraph], start: int) -> int:
    """Where the next document of the file begins at or behind `start`; the end where there is none."""
    places = range(start, len(paragraphs))
    return next((i for i in places if starts_issue(paragraphs[i:]) or starts_another(paragraphs[i:])), len(paragraphs))


def imprint_start(paragraphs: Sequence[Paragraph], start: int) -> int:
    """Where the 版记 begins that ends a file, behind the attachments that begin at `start`."""
    place = len(paragraphs)
    while place > start and _is_imprint(paragraphs[place - 1]):
        place -= 1
    return place


def _is_imprint(paragraph: Paragraph) -> bool:
    value = paragraph.text.value.strip()
    return not (paragraph.table or paragraph.told) and (not value or IMPRINT.match(value) is not None)
