"""Reports on a check and on coverage, one file a format.

Check reporters (`text`, `json`, …) have `report(diagnostics, sources, *, colour=False)`, where `sources` maps a file
to its text (what stands on each line; a file without one is shown without its lines). Coverage reporters
(`coverage_text`, …) have `report(trace, *, colour=False)`. All return text, or bytes where a format is binary (`xlsx`).
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Literal

from planforge.discovery import names
from planforge.model import InputError

Subject = Literal["check", "coverage"]
_PREFIX = "coverage_"


def reporter(subject: Subject, form: str) -> ModuleType:
    """The module that reports on `subject` in a format. Raises InputError, naming those that exist, for another one."""
    known = formats(subject)
    if form not in known:
        raise InputError(f"没有“{form}”这种输出格式；可用的有：{'、'.join(known)}")
    name = form if subject == "check" else _PREFIX + form
    return importlib.import_module(f"{__name__}.{name}")


def formats(subject: Subject) -> tuple[str, ...]:
    """The formats that a subject can be reported in."""
    found = names(sys.modules[__name__])
    if subject == "coverage":
        return tuple(name.removeprefix(_PREFIX) for name in found if name.startswith(_PREFIX))
    return tuple(name for name in found if not name.startswith(_PREFIX))
