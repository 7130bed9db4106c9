"""Letters that scanning made of figures: 2O25年, 示政发〔2O25〕l2号. They are read as the figures they were."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from planforge.model import Paragraph, Text

_WORD = re.compile(r"(?<![A-Za-z\d])[\dOoIl](?:[\dOoIl.]*[\dOoIl])?(?![A-Za-z\d])")
_FIGURES = str.maketrans("OoIl", "0011")
#: So many in a file are no chance; one or two may be names (O2O).
_FEWEST = 3
#: A file may name many litres (5l, 10l): they prove nothing.
_LITRES = re.compile(r"[\d.]+l")


def mend(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[Text, ...]]:
    """The paragraphs of a plain text or PDF with figures for such letters, and the words as they stand in the file."""
    found = tuple(word for paragraph in paragraphs if _may_be_scanned(paragraph) for word in _misread(paragraph.text))
    if sum(_LITRES.fullmatch(word.value) is None for word in found) < _FEWEST:
        return tuple(paragraphs), ()
    return tuple(_mended(paragraph) if _may_be_scanned(paragraph) else paragraph for paragraph in paragraphs), found


def _may_be_scanned(paragraph: Paragraph) -> bool:
    return paragraph.table is None and paragraph.broken


def _misread(text: Text) -> Iterator[Text]:
    return (text.slice(*word.span()) for word in _WORD.finditer(text.value) if _is_misread(word[0]))


def _is_misread(word: str) -> bool:
    """Whether a word is a number but for some letters; no number begins with 0 but a fraction."""
    letters = sum(sign in "OoIl" for sign in word)
    return 0 < letters <= sum(map(str.isdecimal, word)) and (word[0] not in "Oo" or word[1] == ".")


def _mended(paragraph: Paragraph) -> Paragraph:
    """Each letter gives way to one figure, so that all keep their places."""
    value = _WORD.sub(lambda w: w[0].translate(_FIGURES) if _is_misread(w[0]) else w[0], paragraph.text.value)
    return replace(paragraph, text=replace(paragraph.text, value=value)) if value != paragraph.text.value else paragraph
