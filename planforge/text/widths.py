"""How wide text is set, in full-width characters."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

#: Ambiguous in Unicode, full-width in a Chinese font.
_FULL = frozenset("“”‘’—…·×÷±°℃§〇①②③④⑤⑥⑦⑧⑨⑩★→")


def width(text: str) -> float:
    """The advance of `text` in full-width characters, with digits and Latin letters that are half as wide."""
    return sum(map(of_character, text))


@lru_cache(maxsize=8192)
def of_character(character: str) -> float:
    """The advance of one character."""
    return 1.0 if unicodedata.east_asian_width(character) in "WF" or character in _FULL else 0.5
