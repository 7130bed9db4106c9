"""Targets in official Chinese: indicator, comparator, value, unit and year. docs/notes/quantities.md tells what counts."""

from planforge.text.quantities.targets import find_targets

__all__ = ["find_targets"]
