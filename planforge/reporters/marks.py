"""Which words of a text to mark: pieces of it, each with the name of its mark (empty for none)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

Piece = tuple[str, str]
Mark = tuple[int, int, str]
#: Single characters in common say nothing.
_SHORTEST = 2


def pieces(text: str, marks: Iterable[Mark]) -> list[Piece]:
    """`text` cut where marks (start, stop, name) begin and end; where they overlap the first in order wins."""
    chosen = [(max(0, start), min(stop, len(text)), name) for start, stop, name in marks]
    bounds = sorted({0, len(text), *(bound for start, stop, _ in chosen for bound in (start, stop))})
    found: list[Piece] = []
    for start, stop in pairwise(bounds):
        name = next((name for begin, end, name in chosen if begin <= start and stop <= end), "")
        found.append((text[start:stop], name))
    return found


def missing_words(text: str, missing: Sequence[str]) -> list[Mark]:
    """Marks named `missing` at the first place of each of the words."""
    places = ((text.find(word), len(word)) for word in missing if word)
    return [(start, start + length, "missing") for start, length in places if start >= 0]


def shared_words(text: str, other: str) -> list[Mark]:
    """Marks named `same` at the stretches of `text` that stand in `other` too, in the same order."""
    blocks = SequenceMatcher(None, text, other, autojunk=False).get_matching_blocks()
    return [(block.a, block.a + block.size, "same") for block in blocks if block.size >= _SHORTEST]
