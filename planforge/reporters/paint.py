"""Colours of a text that goes to a terminal (ECMA-48, 8.3.117). What stands there lets these through and no others."""

from __future__ import annotations

from typing import Literal

Colour = Literal["red", "green", "yellow", "cyan", "faint", "struck"]
CODES: dict[Colour, str] = {
    "red": "31",
    "green": "32",
    "yellow": "33",
    "cyan": "36",
    "faint": "2",
    "struck": "31;9",
}


def paint(text: str, colour: Colour) -> str:
    """`text` between the code of its colour and the one that ends it."""
    return f"\x1b[{CODES[colour]}m{text}\x1b[0m"
