"""The 台账: a plan as a workbook to fill in, and what was filled in."""

from __future__ import annotations

from planforge.lifecycle.ledger import Taken, export, take_back, write

__all__ = ["Taken", "diff", "export", "take_back", "write"]


def diff(taken: Taken) -> str:
    """What a ledger changes in the plan's file, as `diff -u` shows it."""
    from planforge.fix import unified_diff
    from planforge.yaml_io.encoding import decode

    before, after = (decode(data, taken.path)[0] for data in (taken.source, taken.after))
    return unified_diff(before, after, taken.path)
