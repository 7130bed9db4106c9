"""The parts of a file: the notice around a document, the document itself, its foot, its attachments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.importers.reader.parts import listed
from planforge.importers.reader.parts.announced import announced_documents, untitled_document
from planforge.importers.reader.parts.attachments import attachments, starts_attachment
from planforge.importers.reader.parts.ends import imprint_start, next_document, text_end
from planforge.importers.reader.parts.feet import ATTACHMENT
from planforge.importers.reader.parts.openings import Place, joined_title, title_length
from planforge.importers.reader.parts.part import Part, Parts
from planforge.model import Paragraph


def divide(paragraphs: Sequence[Paragraph]) -> Parts:
    """Tell the notice, the document and its attachments apart."""
    places = announced_documents(paragraphs)
    start, length = places[0] if places else (0, 0)
    title = joined_title(paragraphs[start : start + length])
    if not start:
        start, title = untitled_document(paragraphs)
    front = list(paragraphs[:start])
    while front and ATTACHMENT.fullmatch(front[-1].text.value) and not front[-1].table:
        front.pop()
    rest = paragraphs[start + length :]
    beside = _beside(rest, [(place - start - length, lines) for place, lines in places[1:]])
    end = beside[0] if beside else text_end(rest)
    begin = next((i for i in range(end, len(rest)) if starts_attachment(rest, i)), len(rest))
    stop = end if beside else next_document(rest[:begin], end)
    others = tuple(_others(rest[stop:begin], beside[1] if beside else 0))
    last = imprint_start(rest, begin)
    foot = (*rest[end:stop], *rest[last:])
    attached = attachments(rest[begin:last], listed.names((*front, *rest[end:begin])))
    return Parts(tuple(front), title, tuple(rest[:end]), foot, tuple(attached), others)


def _beside(rest: Sequence[Paragraph], places: Sequence[Place]) -> Place | None:
    """The next title that was announced with the document's, where nothing else ends the text above it."""
    return next((place for place in places if 0 < place[0] <= text_end(rest[: place[0]])), None)


def _others(paragraphs: Sequence[Paragraph], length: int = 0) -> Iterator[Part]:
    """The further documents of the file, each without its notice; `length`: lines of the first one's title."""
    while paragraphs:
        start, length = (0, length) if length else next(iter(announced_documents(paragraphs)), (0, 0))
        length = length or title_length(paragraphs)
        rest = paragraphs[start + length :]
        end = text_end(rest)
        yield Part(joined_title(paragraphs[start : start + length]), tuple(rest[:end]))
        paragraphs, length = rest[next_document(rest, max(end, 1)) :], 0
