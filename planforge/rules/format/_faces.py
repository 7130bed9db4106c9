"""Fonts and sizes of an element against a style profile's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from planforge.model import Text
from planforge.model.pages import SetParagraph
from planforge.rules import Finding
from planforge.rules.format._fonts import same
from planforge.rules.format._found import once
from planforge.rules.format._words import look

if TYPE_CHECKING:
    from planforge.styles import Face

#: Words of a paragraph that are set alike: where they stand, their font and size.
Piece = tuple[Text, str, int]
_CHINESE = re.compile("[\u4e00-\u9fff]")


def heads(paragraphs: Iterable[SetParagraph]) -> Iterator[Piece]:
    """The headings: whole paragraphs, or what stands before the text that runs on."""
    for paragraph in paragraphs:
        yield from _pieces(paragraph, 0, paragraph.head)


def rests(paragraphs: Iterable[SetParagraph]) -> Iterator[Piece]:
    """What runs on behind a heading."""
    for paragraph in paragraphs:
        yield from _pieces(paragraph, paragraph.head + 1, len(paragraph.text.value))


def wholes(paragraphs: Iterable[SetParagraph]) -> Iterator[Piece]:
    """Whole paragraphs."""
    for paragraph in paragraphs:
        yield from _pieces(paragraph, 0, len(paragraph.text.value))


def _pieces(paragraph: SetParagraph, start: int, stop: int) -> Iterator[Piece]:
    """What of `[start:stop]` is set alike, where there is Chinese in it."""
    place = 0
    for (font, size), alike in groupby(paragraph.stretches, key=lambda stretch: (stretch.font, stretch.size)):
        length = sum(len(stretch.text) for stretch in alike)
        text = paragraph.text.slice(max(place, start), max(start, min(place + length, stop)))
        place += length
        if _CHINESE.search(text.value):
            yield text, font, size


def wrong_faces(pieces: Iterable[Piece], face: Face, name: str) -> Iterator[Finding]:
    """A finding for each look that isn't the face's; fonts of one design are alike."""
    wrong: dict[str, list[Text]] = defaultdict(list)
    for text, font, size in pieces:
        if not same(font, face.font) or size != face.size:
            wrong[look(font, size)].append(text)
    for found, texts in wrong.items():
        wanted = look(face.font, face.size)
        yield from once(texts, f"{name}用的是{found}，应当是{wanted}", name, f"选中这些文字，把字体字号设为{wanted}")
