"""Documents on one line: what was saved without its line breaks is cut where headings, items and parts begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from planforge.importers.reader.kinds import DATE, is_title_end
from planforge.importers.reader.paragraphs import flat_table, run_in, runs
from planforge.importers.reader.paragraphs.runs import Place
from planforge.model import Paragraph, Text
from planforge.text.section_roles import SECTION_NAME

#: A line that holds this share of a file's characters, and this many, is a whole document.
_SHARE, _SHORTEST, _SHORTEST_TABLE, _FEWEST_MARKERS = 0.5, 500, 60, 3
_LONGEST_TAIL = 120
_BLANKS = re.compile(r"[\s\u3000\xa0]+")


def unfold(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs, with one that is a whole document cut into its own."""
    total = sum(len(p.text.value) for p in paragraphs)
    result: list[Paragraph] = []
    for paragraph in paragraphs:
        size = len(paragraph.text.value)
        whole = size > _SHARE * total and not paragraph.told and _is_long(paragraph.text)
        result += _cut(paragraph) if whole else [paragraph]
    return tuple(result)


def _is_long(text: Text) -> bool:
    """Whether a line is as long as papers are; a table of tasks may be short."""
    return len(text) >= _SHORTEST or (len(text) >= _SHORTEST_TABLE and flat_table.find(text) is not None)


def _cut(paragraph: Paragraph) -> list[Paragraph]:
    text = paragraph.text
    table = flat_table.find(text)
    places = runs.find(text.value) if table is None else []
    begin = table.start if table else places[0].start if places else 0
    if table is None and len(places) < _FEWEST_MARKERS:
        return [paragraph]
    head = [piece for part in _split(text.slice(0, begin), _BLANKS) for piece in run_in.divide(part, text.value)]
    lines = [replace(paragraph, text=piece, broken=False) for piece in head]
    if table is not None:
        tail = _split(text.slice(table.stop), _BLANKS)
        return [*lines, Paragraph(table=table.rows), *(replace(paragraph, text=piece, broken=False) for piece in tail)]
    said = {piece.value for piece in head}
    items = (piece for piece in _items(text, places) if piece.value not in said)  # a page's title may come again below
    return [*lines, *(replace(paragraph, text=piece, broken=False) for piece in items)]


def _items(text: Text, places: list[Place]) -> list[Text]:
    stops = [*(place.start for place in places[1:]), len(text.value)]
    items = [
        piece
        for place, stop in zip(places, stops, strict=True)
        for piece in _named(text.slice(place.start, stop), place.stop - place.start)
    ]
    return [*items[:-1], *_foot(items[-1])]


def _named(item: Text, start: int) -> list[Text]:
    """Heading and text of 一、总体目标到2027年…: a name that all documents have needs no stop to be known."""
    name = SECTION_NAME.match(item.value, start)
    return [item.slice(0, name.end()), item.slice(name.end())] if name else [item]


def _foot(last: Text) -> list[Text]:
    """The last item, and what stands behind its last sentence: signature, date, release."""
    date = list(DATE.finditer(last.value))
    end = max(last.value.rfind("。", 0, date[-1].start()), last.value.rfind("）", 0, date[-1].start())) if date else -1
    if end < 0 or len(last.value) - end > 200:
        return _tail(last)
    return [last.slice(0, end + 1), *_split(last.slice(end + 1), _BLANKS)]


def _tail(last: Text) -> list[Text]:
    """The last item, and what a page adds behind its last sentence: a source, a link, the title once more."""
    stop = last.value.rfind("。") + 1
    rest = last.slice(stop)
    added = rest.value[:1].isspace() or is_title_end(rest.value)
    if not stop or not added or len(rest) > _LONGEST_TAIL:
        return [last]
    return [last.slice(0, stop), *_split(rest, _BLANKS)]


def _split(text: Text, pattern: re.Pattern[str]) -> list[Text]:
    parts, start = [], 0
    for match in pattern.finditer(text.value):
        parts.append(text.slice(start, match.start()))
        start = match.end()
    return [part for part in [*parts, text.slice(start)] if part.value]
