"""What stands on a PDF's page: one printed line, or one table."""

from __future__ import annotations

from dataclasses import dataclass

Rows = list[list[str | None]]


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, or a table in its place; lengths in points, `top` from the top of the page."""

    text: str
    left: float
    right: float
    top: float
    size: float
    page: int
    width: float
    rows: Rows | None = None
