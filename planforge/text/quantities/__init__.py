"""Targets in official Chinese: indicator, comparator, value, unit, year (what counts: docs/notes/quantities.md)."""

from planforge.text.quantities.targets import find_targets
from planforge.text.quantities.wording import reached

__all__ = ["find_targets", "reached"]
