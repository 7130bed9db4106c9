"""What became of the superior documents' demands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planforge.lifecycle.covering import CoverageRequest, Covering, cover
from planforge.lifecycle.holding import hold as trace

if TYPE_CHECKING:
    from planforge.model import Trace

__all__ = [
    "CoverageRequest",
    "Covering",
    "compare",
    "cover",
    "report",
    "trace",
]


def report(held: Trace, form: str, *, colour: bool = False) -> str | bytes:
    """Coverage in a format (`text`, `json`, `html`, `markdown`; `xlsx` and `docx` are bytes).

    Raises InputError for another one.
    """
    from planforge.reporters import reporter

    content: str | bytes = reporter("coverage", form).report(held, colour=colour)
    return content


def compare(held: Trace, baseline: str) -> Trace:
    """`held` with what changed since the report at `baseline`, an earlier output in JSON.

    Raises InputError where that file is none.
    """
    from dataclasses import replace

    from planforge.lifecycle.baseline import changes_since

    return replace(held, changes=changes_since(held, baseline))
