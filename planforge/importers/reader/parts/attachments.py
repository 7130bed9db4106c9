"""The attachments behind a document: each begins with 附件1 and the like, or is a glossary."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planforge.importers.reader import kinds
from planforge.importers.reader.parts.feet import (
    ATTACHMENT,
    ATTACHMENT_MARK,
    GLOSSARY,
    is_attachment,
    is_signature_and_date,
)
from planforge.importers.reader.parts.openings import TITLE_LINES, declared_length, joined_title, title_length
from planforge.importers.reader.parts.part import Part
from planforge.model import Paragraph, Text
from planforge.text.numbering import leading_marker

_NOTE = 14


def attachments(paragraphs: Sequence[Paragraph], names: Sequence[Text] = ()) -> list[Part]:
    """The attachments of a file, from the first one that begins in these paragraphs; `names` are listed before them."""
    starts = [i for i in range(len(paragraphs)) if starts_attachment(paragraphs, i)]
    stops = [*starts[1:], len(paragraphs)]
    named = [_plain(name.value) for name in names]
    parts = (_attachment(paragraphs[start:stop], named) for start, stop in zip(starts, stops, strict=False))
    return [part for part in parts if part.title.value or part.paragraphs]


def starts_attachment(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a line begins an attachment; an item of the list of attachments under the text doesn't."""
    value = paragraphs[index].text.value.strip()
    if GLOSSARY.fullmatch(value) and not paragraphs[index].told:
        return not index or not is_attachment(paragraphs[index - 1].text.value)  # else it is that one's title
    paragraph = paragraphs[index]
    if paragraph.table or paragraph.told or paragraph.titled or not is_attachment(value):
        return False
    match = ATTACHMENT.fullmatch(value)
    if match is None:
        return False
    later = paragraphs[index + 1 :]
    if not match["colon"] or not (match["title"] or _lists(later)):
        return True
    if any(ATTACHMENT_MARK.fullmatch(p.text.value.strip()) for p in later[:_NOTE]):
        return False
    signed = any(kinds.is_date(p.text.value) or is_signature_and_date(p.text.value) for p in later[:_NOTE])
    return not signed and any(kinds.is_sentence(p.text.value) or p.table for p in later[:6])


def _lists(later: Sequence[Paragraph]) -> bool:
    """Whether a list of names begins on the line below 附件：."""
    marker = leading_marker(later[0].text.value) if later and not later[0].table else None
    return marker is not None and marker.style in ("1.", "1、") and marker.number == 1


def _attachment(paragraphs: Sequence[Paragraph], named: Sequence[str]) -> Part:
    head = paragraphs[0].text
    if GLOSSARY.fullmatch(head.value.strip()):
        return Part(head.strip(), tuple(paragraphs[1:]))
    match = ATTACHMENT.fullmatch(head.value.strip())
    if match and match["title"]:
        return Part(head.slice(head.value.find(match["title"])).strip(), tuple(paragraphs[1:]))
    below = paragraphs[1:]
    length = declared_length(below) or _named_length(below, named) or title_length(below)
    length = length or int(_is_plain_line(below))
    behind = paragraphs[1 + length : 2 + length]
    length += bool(length and behind and kinds.ends_title(behind[0].text.value))
    return Part(joined_title(paragraphs[1 : 1 + length]), tuple(paragraphs[1 + length :]))


def _named_length(paragraphs: Sequence[Paragraph], named: Sequence[str]) -> int:
    """The number of lines that make a title listed before the attachments; 0 where none do."""
    joined = ""
    for length, paragraph in enumerate(paragraphs[:TITLE_LINES], 1):
        joined += _plain(paragraph.text.value)
        if joined and joined in named:
            return length
    return 0


def _plain(title: str) -> str:
    return re.sub(r"\s", "", title)


def _is_plain_line(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a short line with neither stop nor number comes first."""
    value = paragraphs[0].text.value if paragraphs else ""
    return 0 < len(value) <= 40 and not kinds.is_text(value) and not kinds.is_recipients(value)
