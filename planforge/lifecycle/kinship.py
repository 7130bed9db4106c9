"""Whether a Word file that somebody brings is a copy of this very plan, as far as title and year tell."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from planforge.lifecycle.fingerprints import fingerprint, plain
from planforge.model import Document
from planforge.ooxml.parts.origin import Origin
from planforge.text.times import half_width

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年)")
#: Titles less alike than this (0 to 1), their years apart, are titles of different documents.
_SAME_TITLE = 0.5


def is_set_from(origin: Origin | None, plan: Document) -> bool:
    """Whether a file's own record says that it was set from a plan with this title."""
    return origin is not None and origin.parts.get("title") == fingerprint(plan.title.value)


def stranger(plan: Document, title: str, origin: Origin | None) -> str:
    """Why a file with this title seems to be no copy of the plan, for people; empty where it may be one."""
    if is_set_from(origin, plan):
        return ""
    if year := other_year(plan, title):
        return f"标题是{year}年的《{plain(title)}》"
    return f"标题是《{plain(title)}》" if is_other_title(plan, title) else ""


def other_year(plan: Document, title: str) -> str:
    """The year that a title names where it isn't the plan's; empty where it is, or where one of them names none."""
    ours, theirs = _years(plan.title.value) or ({str(plan.year)} if plan.year else set()), _years(title)
    return "、".join(sorted(theirs)) if ours and theirs and not ours & theirs else ""


def is_other_title(plan: Document, title: str) -> bool:
    """Whether a title, years apart, is another document's; a file without a title says nothing."""
    ours, theirs = (_YEAR.sub("", plain(each)) for each in (plan.title.value, title))
    return bool(ours and theirs) and fuzz.ratio(ours, theirs) < 100 * _SAME_TITLE


def _years(title: str) -> set[str]:
    return set(_YEAR.findall(half_width(plain(title))))
