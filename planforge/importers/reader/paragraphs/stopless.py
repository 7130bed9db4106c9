"""Numbers with a blank where their stop belongs: 一　总体要求, 1 加强领导。 They are numbers where they count up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from planforge.model import Paragraph, Text
from planforge.text.numbering import Style, leading_marker
from planforge.text.numerals import parse

_BLANK_AND_WORDS = r"[ \u3000\t\xa0]+(?=[\u4e00-\u9fff“《])"


@dataclass(frozen=True, slots=True)
class _Writing:
    """One way to write the numbers: what they look like, the stop that belongs there, the styles that rule it out, and
    how far they must count up to be believed."""

    number: re.Pattern[str]
    stop: str
    styles: tuple[Style, ...]
    fewest: int


_CHINESE = _Writing(re.compile(rf"([一二三四五六七八九十]{{1,3}}){_BLANK_AND_WORDS}"), "、", ("一、",), 2)
_ARABIC = _Writing(re.compile(rf"(\d{{1,2}}){_BLANK_AND_WORDS}"), ".", ("1.", "1、", "1.1"), 3)


def mark(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs, with the stop behind such numbers; none in a file that prints numbers of their kind in full."""
    result = list(paragraphs)
    for writing in (_CHINESE, _ARABIC):
        if any(_style(paragraph) in writing.styles for paragraph in result):
            continue
        stops = _stops(result, writing)
        result = [_with_stop(p, stop, writing) if stop else p for p, stop in zip(result, stops, strict=True)]
    return tuple(result)


def _style(paragraph: Paragraph) -> Style:
    marker = None if paragraph.table is not None else leading_marker(paragraph.text.value)
    return marker.style if marker else ""


def _stops(paragraphs: Sequence[Paragraph], writing: _Writing) -> list[int]:
    """For each paragraph where its number ends, 0 where it has none or one that isn't the next."""
    stops, last, most = [], 0, 0
    for paragraph in paragraphs:
        match = None if paragraph.table is not None else writing.number.match(paragraph.text.value)
        number = (parse(match[1]) or 0) if match else 0
        counts = match is not None and number in (1, last + 1)
        last = number if counts else last
        most = max(most, last)
        stops.append(match.end(1) if match and counts else 0)
    return stops if most >= writing.fewest else [0] * len(stops)


def _with_stop(paragraph: Paragraph, stop: int, writing: _Writing) -> Paragraph:
    text = paragraph.text
    words = text.slice(stop)
    blanks = len(words.value) - len(words.value.lstrip())
    return replace(paragraph, text=Text.join([text.slice(0, stop), words.slice(blanks)], writing.stop), broken=False)
