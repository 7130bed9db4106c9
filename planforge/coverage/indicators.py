"""Whether two targets speak of one indicator: by its name and scope, and by the years that it counts."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from rapidfuzz import fuzz

from planforge.coverage import lexicon
from planforge.model import Target

#: Names alike to this degree (0 to 100) are one, where one contains the other at the lower.
SAME, CONTAINED = 85, 60

Pace = Literal["yearly", "so far", ""]

_YEARLY = re.compile(r"每年|年均|年新增|全年|年内|当年|年度新增")
_SO_FAR = re.compile(r"累计|总量|总数|五年内|三年内")
_YEAR = re.compile(r"20\d\d年(?:底|末)?前?|到20\d\d年|[\W_]+")


def same_indicator(one: str, other: str) -> bool:
    """Whether two names mean one indicator: alike but for scope and year, and with the same qualifiers."""
    first, second = plain_name(one), plain_name(other)
    if not first or not second or _qualifiers(first) != _qualifiers(second):
        return False
    likeness = fuzz.ratio(first, second)
    return likeness >= SAME or (likeness >= CONTAINED and (first in second or second in first))


def plain_name(name: str) -> str:
    """An indicator's name without year, scope and punctuation."""
    plain = _YEAR.sub("", name)
    for word in _words("scope"):
        plain = plain.replace(word, "")
    return plain


def pace(target: Target) -> Pace:
    """Whether a target counts one year, or all up to its year; empty where the text tells neither."""
    words = target.indicator + target.text.value
    if _SO_FAR.search(words):
        return "so far"
    return "yearly" if _YEARLY.search(words) else ""


def _qualifiers(name: str) -> frozenset[str]:
    return frozenset(word for word in _words("qualifiers") if word in name)


@cache
def _words(kind: str) -> tuple[str, ...]:
    return lexicon.named_list("indicators.txt", kind)
