"""Reports, a package for each subject and in it one file a format; all have a `report`, as their package tells.

It returns text, or bytes where a format is binary (`xlsx`). What several subjects need stands beside the packages:
`summary` and `changes` have words and counts, `workbook`, `word_tables`, `page` and `jsonlines` what formats share.
"""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import Literal

from planforge.discovery import names
from planforge.model import InputError

Subject = Literal["check", "coverage", "diff", "status", "shares", "ledger", "opinions"]


def reporter(subject: Subject, form: str) -> ModuleType:
    """The module that reports on `subject` in a format. Raises InputError, naming those that exist, for another one."""
    known = formats(subject)
    if form not in known:
        raise InputError(f"没有“{form}”这种输出格式；可用的有：{'、'.join(known)}")
    return importlib.import_module(f"{__name__}.{subject}.{form}")


def formats(subject: Subject) -> tuple[str, ...]:
    """The formats that a subject can be reported in."""
    return names(importlib.import_module(f"{__name__}.{subject}"))
