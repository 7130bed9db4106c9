"""What counts as red."""

from __future__ import annotations


def is_red(colour: str) -> bool:
    """Whether RRGGBB (or `red`) is a red as headers are printed in."""
    if colour.lower() == "red":
        return True
    try:
        red, green, blue = (int(colour[i : i + 2], 16) for i in (0, 2, 4))
    except ValueError:
        return False
    return red >= 150 and green <= 90 and blue <= 90
