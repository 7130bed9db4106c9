"""Numbers glued to a unit list: in ……（责任单位：市教育局）三、加强保障 an item ends and a section begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from planforge.model import Paragraph, Text
from planforge.text.units import read_list
from planforge.text.units.names import bracketed

_NUMBER = re.compile(
    r"\s*(?=(?:[一二三四五六七八九十]{1,3}、|[（(](?:[一二三四五六七八九十]{1,3}|(?P<digits>\d{1,2}))[）)])[\u4e00-\u9fff])"
)
#: Where the items begin whose further numbers stand behind unit lists: 1.深化改革。（1）推行……（市编办牵头）（2）……
_FIRST = re.compile(r"(?<=[。；：:])\s*(?=[（(]1[）)][\u4e00-\u9fff])")


def part(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, each cut where a section or item begins right behind a unit list."""
    for paragraph in paragraphs:
        start = 0
        for stop in _places(paragraph.text) if paragraph.table is None and not paragraph.told else ():
            yield replace(paragraph, text=paragraph.text.slice(start, stop), broken=False)
            start = stop
        yield replace(paragraph, text=paragraph.text.slice(start)) if start else paragraph


def _places(text: Text) -> list[int]:
    numbers = {
        stop: number
        for start, stop in bracketed(text.value)
        if (number := _NUMBER.match(text.value, stop)) and _is_list(text, start, stop)
    }
    counted = min((stop for stop, number in numbers.items() if number["digits"]), default=0)
    first = _FIRST.search(text.value, 0, counted)
    return sorted([*([first.end()] if first else []), *numbers])


def _is_list(text: Text, start: int, stop: int) -> bool:
    closing = read_list(text.slice(start + 1, stop - 1))
    return closing is not None and bool(closing.units)
