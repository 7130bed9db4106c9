"""What a text is about, as a few numbers: of texts that say the same in other words they point the same way.

Each number is a sum over the characters and pairs of characters of the text. Their own numbers come from a table that
tests/coverage/learn_meaning.py learned from a model of sentences.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from functools import cache
from itertools import islice
from operator import add
from pathlib import Path

_DATA = Path(__file__).parent.parent / "data"

#: How many numbers a text has.
SIZE = 64
#: The table has each number as a byte, with this added.
_ZERO = 31
#: Numbers of two bytes, side by side in one integer, are added up at once, and a one above them that counts the grams.
#: So many grams fit: a page of text.
_MOST, _WIDE = 1000, 2 * SIZE
_ONE = 1 << 8 * _WIDE


def meaning_of(grams: Iterable[str]) -> array[int]:
    """The numbers of a text with these grams; of those that the table doesn't have nothing is known."""
    added = sum(map(_table().__getitem__, islice(grams, _MOST)))
    *sums, known = memoryview(added.to_bytes(_WIDE + 2, "little")).cast("H")
    ground = _ZERO * known
    return array("i", [number - ground for number in sums])


class _Table(dict[str, int]):
    """The numbers of each gram as one integer, made when they are first asked for; 0 for unknown ones."""

    def __init__(self) -> None:
        singles, pairs = (_DATA / "meaning.txt").read_text(encoding="utf-8").splitlines()
        grams = (*singles, *map(add, pairs[::2], pairs[1::2]))
        stored = (_DATA / "meaning.bin").read_bytes()
        self._wide = bytearray(2 * len(stored))
        self._wide[::2] = stored
        self._places = dict(zip(grams, range(0, len(self._wide), _WIDE), strict=True))

    def __missing__(self, gram: str) -> int:
        at = self._places.get(gram)
        number = 0 if at is None else int.from_bytes(self._wide[at : at + _WIDE], "little") + _ONE
        self[gram] = number
        return number


@cache
def _table() -> _Table:
    return _Table()
