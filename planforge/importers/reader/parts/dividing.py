"""The parts of a file: the notice around a document, the document itself, its foot, its attachments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.importers.reader import kinds
from planforge.importers.reader.parts.announced import announced_document, untitled_document
from planforge.importers.reader.parts.attachments import attachments, starts_attachment
from planforge.importers.reader.parts.ends import imprint_start, next_document, text_end
from planforge.importers.reader.parts.feet import ATTACHMENT
from planforge.importers.reader.parts.openings import title_length
from planforge.importers.reader.parts.part import Part, Parts
from planforge.model import Paragraph, Text


def divide(paragraphs: Sequence[Paragraph]) -> Parts:
    """Tell the notice, the document and its attachments apart."""
    start, length = announced_document(paragraphs)
    title = kinds.compact(Text.join([p.text for p in paragraphs[start : start + length]]))
    if not start:
        start, title = untitled_document(paragraphs)
    front = list(paragraphs[:start])
    while front and ATTACHMENT.fullmatch(front[-1].text.value) and not front[-1].table:
        front.pop()
    rest = paragraphs[start + length :]
    end = text_end(rest)
    begin = next((i for i in range(end, len(rest)) if starts_attachment(rest, i)), len(rest))
    stop = next_document(rest[:begin], end)
    others = tuple(_others(rest[stop:begin]))
    last = imprint_start(rest, begin)
    foot = (*rest[end:stop], *rest[last:])
    return Parts(tuple(front), title, tuple(rest[:end]), foot, tuple(attachments(rest[begin:last])), others)


def _others(paragraphs: Sequence[Paragraph]) -> Iterator[Part]:
    """The further documents of the file, each without the notice around it."""
    while paragraphs:
        start, length = announced_document(paragraphs)
        length = length or title_length(paragraphs)
        title = kinds.compact(Text.join([p.text for p in paragraphs[start : start + length]]))
        rest = paragraphs[start + length :]
        end = text_end(rest)
        yield Part(title, tuple(rest[:end]))
        paragraphs = rest[next_document(rest, max(end, 1)) :]
