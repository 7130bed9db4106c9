"""How wide text stands on a terminal: a Chinese character takes two columns."""

from __future__ import annotations

import unicodedata


def width(text: str) -> int:
    """The columns that `text` takes."""
    return sum(_columns(character) for character in text)


def pad(text: str, columns: int) -> str:
    """`text` filled up with blanks, or cut with `…`, to take exactly `columns`."""
    cut = crop(text, columns)
    return cut + " " * (columns - width(cut))


def crop(text: str, columns: int) -> str:
    """`text`, cut with `…` where it takes more than `columns`."""
    if width(text) <= columns:
        return text
    kept, room = "", columns - width("…")
    for character in text:
        room -= _columns(character)
        if room < 0:
            break
        kept += character
    return kept + "…"


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1
