"""Which characters of a text stand inside quotes or brackets, where no sentence ends and no list is cut."""

from __future__ import annotations

import re

from planforge.text.late import late

_PAIRS = {
    "“": "”",
    "‘": "’",
    "（": "）",
    "(": ")",
    "《": "》",
    "〈": "〉",
    "「": "」",
    "『": "』",
    "【": "】",
    "〔": "〕",
    "[": "]",
}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
_MARKS = late("[\n" + re.escape("".join(_PAIRS) + "".join(_CLOSERS)) + "]")
#: Deeper nesting is no writing but an attack; it is not followed.
_DEEPEST = 8


def enclosed(value: str) -> bytearray:
    """One byte for each character: 1 where it stands inside a pair of quotes or brackets (the pair itself included).

    A bracket that is never closed, or is closed only in another paragraph, encloses nothing: a slip of the pen must
    not swallow the rest of the text.
    """
    inside = bytearray(len(value))
    open_at: list[tuple[str, int]] = []
    for mark in _MARKS.finditer(value):
        index, character = mark.start(), mark[0]
        if character == "\n":
            open_at.clear()
        elif character in _PAIRS:
            if len(open_at) < _DEEPEST:
                open_at.append((character, index))
        else:
            _close(open_at, _CLOSERS[character], index, inside)
    return inside


def _close(open_at: list[tuple[str, int]], opener: str, index: int, inside: bytearray) -> None:
    """Close the innermost such bracket; what was opened within it and never closed is forgotten."""
    for depth in range(len(open_at) - 1, -1, -1):
        if open_at[depth][0] == opener:
            start = open_at[depth][1]
            del open_at[depth:]
            inside[start : index + 1] = b"\x01" * (index + 1 - start)
            return
