"""Reports on a check, on coverage and on a comparison, one file a format.

Check reporters (`text`, `json`, …) have `report(diagnostics, sources, *, colour=False)`, where `sources` maps a file
to its text (what stands on each line; a file without one is shown without its lines). Coverage reporters
(`coverage_text`, …) have `report(trace, *, colour=False)`, those on a comparison of two documents (`diff_text`, …)
`report(comparison, *, colour=False)`, those on how the work stands (`status_text`, …)
`report(follow_up, grouping, *, colour=False)`. All return text, or bytes where a format is binary (`xlsx`).
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Literal

from planforge.discovery import names
from planforge.model import InputError

Subject = Literal["check", "coverage", "diff", "status", "shares", "ledger", "opinions"]
_PREFIXES: dict[Subject, str] = {
    "coverage": "coverage_",
    "diff": "diff_",
    "status": "status_",
    "shares": "shares_",
    "ledger": "ledger_",
    "opinions": "opinions_",
}


def reporter(subject: Subject, form: str) -> ModuleType:
    """The module that reports on `subject` in a format. Raises InputError, naming those that exist, for another one."""
    known = formats(subject)
    if form not in known:
        raise InputError(f"没有“{form}”这种输出格式；可用的有：{'、'.join(known)}")
    return importlib.import_module(f"{__name__}.{_PREFIXES.get(subject, '')}{form}")


def formats(subject: Subject) -> tuple[str, ...]:
    """The formats that a subject can be reported in."""
    found = names(sys.modules[__name__])
    if prefix := _PREFIXES.get(subject):
        return tuple(name.removeprefix(prefix) for name in found if name.startswith(prefix))
    return tuple(name for name in found if not name.startswith(tuple(_PREFIXES.values())))
