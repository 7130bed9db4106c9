"""The 台账: a plan as a workbook to fill in, and what was filled in."""

from __future__ import annotations

from planforge.lifecycle.ledger import Taken, export, take_back, write

__all__ = ["Taken", "diff", "export", "take_back", "write"]


def diff(taken: Taken) -> str:
    """What a ledger changes in the plan's file, as `diff -u` shows it."""
    from planforge.fix import file_diff

    return file_diff(taken.source, taken.after, taken.path)
