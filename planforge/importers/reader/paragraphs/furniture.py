"""What a web page adds to a document: navigation, share buttons, counters, what it states of the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from planforge.importers.reader.paragraphs import noise, page_foot, page_title, particulars, reported
from planforge.model import Paragraph, Text

#: What stands for a counter that no script filled in.
_EMPTY = re.compile(r"[-—–－]{1,2}次?")
_HEAD = 40
#: Characters, addresses aside: what is longer is text.
_LONGEST = 400
_ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Page:
    """A document without its page's furniture; `facts` holds what the page states, by the model's names.

    `around` is what was taken for news about the document and for the page's foot.
    """

    paragraphs: tuple[Paragraph, ...]
    facts: dict[str, Text] = field(default_factory=dict)
    around: tuple[Paragraph, ...] = ()


def clear(paragraphs: Sequence[Paragraph], title: str = "") -> Page:
    """Cut navigation, counters and tables of particulars; keep what the latter say.

    `title` is what the file itself calls its title: nothing above the line that repeats it is the document's.
    """
    kept: list[Paragraph] = []
    facts: dict[str, Text] = {}
    report, named = reported.find(paragraphs)
    begin = max(page_title.find(paragraphs, title), report)
    column = particulars.take_column(paragraphs[: begin + _HEAD], facts)
    end = page_foot.find(paragraphs, bool(title))
    for index, paragraph in enumerate(paragraphs[:end]):
        stated = index in column or _is_furniture(paragraph, index < begin + _HEAD, facts)
        if index >= begin and not stated:
            kept.append(paragraph)
    called = named if named.value else Text(page_title.named(title))
    if called.value:
        facts.setdefault("title", called)
    return Page(tuple(kept), facts, (*paragraphs[:report], *paragraphs[end:]))


def _is_furniture(paragraph: Paragraph, near_head: bool, facts: dict[str, Text]) -> bool:
    if paragraph.table is not None:
        return particulars.take_table(paragraph.table, facts)
    return _is_noise(paragraph.text, near_head, facts)


def _is_noise(text: Text, near_head: bool, facts: dict[str, Text]) -> bool:
    value = text.value.strip()
    if not value or len(_ADDRESS.sub("", value)) > _LONGEST:
        return False
    if near_head and _EMPTY.fullmatch(value):
        return True
    return noise.is_noise(value) or ((near_head or len(value) < 60) and particulars.take_line(text, facts))
