"""Pages that lie on their side or stand on their head, as a scanner or a printer left them: turned until they read."""

from __future__ import annotations

from collections import Counter
from math import atan2, degrees
from typing import Any


def upright(page: Any) -> Any:
    """The page (pdfplumber's), turned so that most of its lines run from left to right."""
    angles = Counter(_angle(char["matrix"]) for char in page.chars)
    angle = angles.most_common(1)[0][0] if angles else 0
    if not angle:
        return page
    source, rotation = page.page_obj, (page.rotation + angle) % 360
    source.attrs, source.rotate = {**source.attrs, "Rotate": rotation}, rotation  # pdfplumber reads one, pdfminer both
    turned = type(page)(page.pdf, source, page.page_number, page.initial_doctop)
    page.close()
    return turned


def _angle(matrix: tuple[float, ...]) -> int:
    """How far a letter is turned to the left, in steps of 90 degrees (ISO 32000-1, 9.4.4)."""
    along, up = matrix[:2]
    return round(degrees(atan2(up, along)) / 90) * 90 % 360
