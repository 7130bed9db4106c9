"""Who signs and when: a date alone on its line behind the text, and the short lines directly above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from planforge.model.pages import SetParagraph

_DATE = re.compile(r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日")
_STOP = re.compile("[。，；：:]")
#: Lines of names above a date, at most, and the longest of them.
_NAMES, _LONGEST_NAME = 5, 60
#: What a date stands behind: one above all of these belongs to a title.
_TEXT = frozenset({"正文", "一级", "二级", "三级", "四级"})


def signed(paragraphs: Sequence[SetParagraph]) -> tuple[SetParagraph, ...]:
    """The paragraphs, those of signatures with their elements."""
    found = list(paragraphs)
    written = [turn for turn, p in enumerate(found) if p.text.value.strip()]
    begun = next((place for place, turn in enumerate(written) if found[turn].element in _TEXT), len(written))
    for place, turn in enumerate(written[begun:], begun):
        if _is_plain(found[turn]) and _DATE.fullmatch(found[turn].text.value.strip()):
            above = reversed(written[max(begun, place - _NAMES) : place])
            for name in takewhile(lambda turn: _is_name(found[turn]), above):
                found[name] = replace(found[name], element="署名")
            found[turn] = replace(found[turn], element="成文日期")
    return tuple(found)


def _is_name(paragraph: SetParagraph) -> bool:
    words = paragraph.text.value.strip()
    return _is_plain(paragraph) and len(words) <= _LONGEST_NAME and not _STOP.search(words)


def _is_plain(paragraph: SetParagraph) -> bool:
    return paragraph.stand == "body" and not paragraph.element
