"""Names of parts that lost their numbers: a copy leaves out 一、 where Word itself counts, and （一） stands below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from planforge.importers.reader import kinds
from planforge.model import Paragraph
from planforge.text.numbering import Style, leading_marker
from planforge.text.units.lists import LABEL

#: Characters of such a name, and how many there must be: a lone line may be anything.
_SHORTEST, _LONGEST, _FEWEST = 4, 30, 2
_NO_NAME = re.compile(r"[。！？；：:;!?]|[，、,]$|^(?:附件|注|各|[—–\-•●◆■（(]|\d)")
#: Items that stand below parts; what has numbers of another kind has parts of its own.
_BELOW: tuple[Style, ...] = ("（一）", "1.", "1、")


def mark(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, such names as headings; all as they were where the first item has none above it."""
    styles = [_style(p) for p in paragraphs]
    outer = next((style for style in styles if style), "")
    first = styles.index(outer) if outer in _BELOW else 0
    names = [i for i in range(len(paragraphs) - 1) if styles[i + 1] == outer and _is_name(paragraphs, styles, i)]
    if outer not in _BELOW or len(names) < _FEWEST or names[0] != first - 1:
        return list(paragraphs)
    named = frozenset(names)
    return [replace(p, level=1) if i in named else p for i, p in enumerate(paragraphs)]


def _style(paragraph: Paragraph) -> Style:
    """The style of a paragraph's number; of a heading by the file's own word, which needs none, one of no item."""
    if paragraph.table is not None:
        return ""
    if paragraph.level or paragraph.told:
        return "第一部分"
    marker = leading_marker(paragraph.text.value)
    return marker.style if marker and marker.style != "一是" else ""


def _is_name(paragraphs: Sequence[Paragraph], styles: Sequence[Style], index: int) -> bool:
    """Whether a short line without a stop stands behind a whole sentence, and is no list of units, date or title."""
    value = paragraphs[index].text.value
    if paragraphs[index].table is not None or styles[index] or not _SHORTEST <= len(value) <= _LONGEST:
        return False
    above = paragraphs[index - 1] if index else Paragraph()
    closed = not index or above.table is not None or above.text.value[-1:] in tuple("。！；：）〕)")
    other = _NO_NAME.search(value) or LABEL.match(value) or kinds.is_date(value) or kinds.is_signature(value)
    return closed and not other
