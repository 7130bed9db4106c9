"""How wide text is set in a face: some Latin fonts have widths of their own."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType

from planforge.styles import Face
from planforge.text.widths import of_character

#: The advances of ` ` to `~` in Times New Roman, in thousandths of its size.
_TIMES = """
250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 564 564
564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 611 333
278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500
444 480 200 480 541
"""
#: Latin fonts whose digits and letters aren't half as wide as a Chinese character, by character, in parts of the size.
_LATIN: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {"Times New Roman": {chr(code): int(part) / 1000 for code, part in enumerate(_TIMES.split(), ord(" "))}}
)
_NONE: Mapping[str, float] = MappingProxyType({})
#: Heavy Latin letters are wider than those of Times by this factor; some programs set a quarter of a character
#: between a Chinese character and a Latin one, though the file forbids it.
_HEAVY, _BETWEEN = 1.2, 0.25


def needed(text: str) -> float:
    """The room, in full-width characters, that a line takes in any face: a mark that turns over loses its end."""
    known = _LATIN["Times New Roman"]
    letters = sum(max(of_character(each), known.get(each, 0.0) * _HEAVY) for each in text)
    return letters + _BETWEEN * sum((one in known) != (other in known) for one, other in pairwise(text))


def advance(text: str, face: Face) -> float:
    """The advance of `text` set in `face`, in twips."""
    known = _LATIN.get(face.latin, _NONE)
    parts = sum(known[character] if character in known else of_character(character) for character in text)
    return parts * face.size * face.scale / 10 + len(text) * face.spacing
