"""How wide text is set, in full-width characters: digits and Latin letters are half as wide."""

from __future__ import annotations

import unicodedata

#: Ambiguous in Unicode, full-width in a Chinese font.
_FULL = frozenset("“”‘’—…·×÷±°℃§〇①②③④⑤⑥⑦⑧⑨⑩★→")


def width(text: str) -> float:
    """The advance of `text` in full-width characters."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WF" or c in _FULL else 0.5 for c in text)
