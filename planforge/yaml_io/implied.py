"""What a title or heading tells where the author wrote no more: the kind of a document, its year, a section's role."""

from __future__ import annotations

import re

from planforge.model import Kind, Role
from planforge.schemas.words import WORDS
from planforge.text.times import half_width

_KINDS: dict[str, Kind] = {word: kind for kind, words in WORDS["kind"].items() for word in words if kind != "other"}  # type: ignore[misc]
#: A year that the title names alone; 2021—2025年 is a period.
_YEAR = re.compile(r"(?<!\d)(20\d\d)\s?年(?:度|工作)?(?!.*20\d\d)")
_PERIOD_BEFORE = re.compile(r"20\d\d年?\s?[—–\-~～至到]")
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("guidance", re.compile("总体要求|指导思想|基本原则|总体思路")),
    ("goals", re.compile("^(?:主要|工作|总体|发展|预期)?目标(?:任务)?$|主要目标|工作目标|总体目标|发展目标")),
    ("safeguards", re.compile("^(?:组织|工作)?保障(?:措施)?$|保障措施|组织保障|组织实施|工作要求|组织领导$")),
    ("background", re.compile("背景|形势|现状|发展基础|^基础")),
)


def kind(title: str) -> Kind:
    """The kind that the last word of a title names; a document whose title names none is `other`."""
    found = [(title.rfind(word) + len(word), len(word), kind) for word, kind in _KINDS.items() if word in title]
    return max(found, key=lambda each: each[:2])[2] if found else "other"


def year(title: str) -> int | None:
    """The year of a plan as its title gives it; None where it gives none, or a period."""
    written = half_width(title)
    match = _YEAR.search(written)
    return int(match[1]) if match and not _PERIOD_BEFORE.search(written) else None


def role(heading: str) -> Role:
    """What a section of this heading plays; most are tasks."""
    return next((role for role, pattern in _ROLES if pattern.search(heading)), "tasks")
