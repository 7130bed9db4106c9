"""What a web page adds to a document: navigation, share buttons, counters, what it states of the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from planforge.importers.reader import kinds
from planforge.importers.reader.paragraphs import noise, page_foot, page_title, particulars, reported
from planforge.model import Paragraph, Text
from planforge.text.numbering import leading_marker

#: What stands for a counter that no script filled in; among the text it is a cell that holds nothing.
_EMPTY = re.compile(r"[-—–－]{1,2}次?")
_HEAD = 40
#: Characters, addresses aside: what is longer is text.
_LONGEST = 400
_LONGEST_BUTTON = 5
_WORDS = re.compile("[\u4e00-\u9fff]{2}")
_ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Page:
    """A document without its page's furniture; `facts` holds what the page states, by the model's names.

    `around` is what was taken for news about the document and for the page's foot, `within` what was taken for its
    buttons and links between the paragraphs that were kept.
    """

    paragraphs: tuple[Paragraph, ...]
    facts: dict[str, Text] = field(default_factory=dict)
    around: tuple[Paragraph, ...] = ()
    within: tuple[Paragraph, ...] = ()


def clear(paragraphs: Sequence[Paragraph], title: str = "") -> Page:
    """Cut navigation, counters and tables of particulars; keep what the latter say.

    `title` is what the file itself calls its title: nothing above the line that repeats it is the document's.
    """
    kept: list[Paragraph] = []
    cut: list[_Cut] = []
    facts: dict[str, Text] = {}
    report, named = reported.find(paragraphs)
    begin = max(page_title.find(paragraphs, title), report)
    column = particulars.take_column(paragraphs[: begin + _HEAD], facts)
    end = page_foot.find(paragraphs, bool(title))
    text = next((i for i, p in enumerate(paragraphs[:end]) if i >= begin and "。" in p.text.value), end)
    for index, paragraph in enumerate(paragraphs[:end]):
        unfilled = index < min(text, begin + _HEAD) and _EMPTY.fullmatch(paragraph.text.value.strip()) is not None
        stated = unfilled or index in column or _is_furniture(paragraph, index < begin + _HEAD, facts)
        if index >= begin and not stated:
            kept.append(paragraph)
        elif index >= begin and _is_worded(paragraph):
            cut.append((len(kept), paragraph))
    called = named if named.value else Text(page_title.named(title))
    if called.value:
        facts.setdefault("title", called)
    return Page(tuple(kept), facts, (*paragraphs[:report], *paragraphs[end:]), _within(kept, cut))


#: How many paragraphs were kept above one that was cut, and that one.
_Cut = tuple[int, Paragraph]


def _is_worded(paragraph: Paragraph) -> bool:
    """Whether a line that was cut is words of a page, and more than a button (打印) or a part of its particulars."""
    value = paragraph.text.value.strip()
    return len(value) > _LONGEST_BUTTON and noise.is_noise(value) and _WORDS.search(value) is not None


def _within(kept: Sequence[Paragraph], cut: Sequence[_Cut]) -> tuple[Paragraph, ...]:
    """Those that were cut below the first item and above the last text."""
    texts = [index for index, p in enumerate(kept) if p.table or kinds.is_text(p.text.value)] if cut else []
    first = next((index for index in texts if leading_marker(kept[index].text.value)), len(kept))
    return tuple(p for above, p in cut if first < above <= texts[-1])


def _is_furniture(paragraph: Paragraph, near_head: bool, facts: dict[str, Text]) -> bool:
    if paragraph.table is not None:
        return particulars.take_table(paragraph.table, facts)
    return not paragraph.titled and _is_noise(paragraph.text, near_head, facts)


def _is_noise(text: Text, near_head: bool, facts: dict[str, Text]) -> bool:
    value = text.value.strip()
    if not value or len(_ADDRESS.sub("", value)) > _LONGEST:
        return False
    return noise.is_noise(value) or ((near_head or len(value) < 60) and particulars.take_line(text, facts))
