"""The characters of a text as numbers, one and two at a time.

The numbers of a whole text are made in a few steps, where strings would be made and hashed one by one.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

#: What stands for a character of more than one UTF-16 unit: these are too rare to be told apart.
_OTHER = "\ufffd"


@dataclass(frozen=True, slots=True)
class Numbers:
    """At each place of a text the character that stands there, alone and with the next one, as numbers made of their
    UTF-16 units, the first one lowest.
    """

    singles: list[int]
    pairs: list[int]

    @classmethod
    def of(cls, text: str) -> Numbers:
        """Those of `text`."""
        units = _units(text)
        pairs = array("H", bytes(4 * len(text)))
        pairs[0::2] = units
        pairs[1:-2:2] = units[1:]
        return cls(units.tolist(), memoryview(pairs).cast("B").cast("I").tolist())


def _units(text: str) -> array[int]:
    units = array("H", text.encode("utf-16-le", "surrogatepass"))
    return units if len(units) == len(text) else _units("".join(c if c <= "\uffff" else _OTHER for c in text))


def number(characters: str) -> int:
    """The number of one or two characters."""
    return int.from_bytes(characters.encode("utf-16-le"), "little")


class Names(dict[int, str]):
    """Numbers as characters: the very same string for the same number, which is found faster than an equal one."""

    def __missing__(self, number: int) -> str:
        characters = number.to_bytes(4, "little").decode("utf-16-le", "surrogatepass").rstrip("\0")
        self[number] = characters
        return characters

    def of(self, numbers: Sequence[int]) -> Sequence[str]:
        """The characters of some numbers."""
        return itemgetter(*numbers)(self) if len(numbers) > 1 else [self[number] for number in numbers]
