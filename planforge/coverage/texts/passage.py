"""Passages as they are compared: each gram weighs by how much its characters tell and by how rare it is."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter, mul

from planforge.coverage.texts.characters import Names
from planforge.coverage.texts.grams import Grams, count
from planforge.coverage.texts.meaning import meaning_of
from planforge.coverage.texts.parts import Parts, analyse


class Pieces:
    """Passages that are taken apart together, when one of them is first looked at: a process takes apart what it
    compares and no more.
    """

    def __init__(self, texts: Sequence[str], names: Names) -> None:
        self._texts, self._names = texts, names

    @cached_property
    def apart(self) -> Sequence[tuple[Parts, Grams]]:
        """The passages taken apart."""
        row = analyse(self._texts)
        return list(zip(row.parts, count(row, self._names), strict=True))


class Weighed(ABC):
    """Words as they are compared, by the weights of their grams."""

    @cached_property
    @abstractmethod
    def vector(self) -> Mapping[str, float]:
        """The weight of each gram."""

    @property
    @abstractmethod
    def known(self) -> Collection[str]:
        """The grams, for looking them up: they are sooner found than weighed."""

    @cached_property
    @abstractmethod
    def meaning(self) -> array[int]:
        """What the words are about, as `meaning_of` tells."""

    @cached_property
    def norm(self) -> float:
        return math.hypot(*self.vector.values()) or 1.0

    @cached_property
    def mass(self) -> float:
        return sum(self.vector.values()) or 1.0

    def weight(self, grams: Iterable[str]) -> float:
        """What some of this passage's grams weigh together."""
        return sum(map(self.vector.__getitem__, grams))

    def within(self, other: Weighed) -> float:
        """The share of this passage's weight that `other` has, too: 0 to 1."""
        return self.weight(filter(other.known.__contains__, self.vector)) / self.mass

    def likeness(self, other: Weighed) -> tuple[float, float]:
        """How alike two passages are (the cosine of their vectors, 0 to 1), and `within`, both at once."""
        ours, theirs = self.vector, other.vector
        shared = list(filter(theirs.__contains__, ours))
        held = values(ours, shared)
        product = sum(map(mul, held, values(theirs, shared)))
        return product / (self.norm * other.norm), sum(held) / self.mass

    @cached_property
    def _reach(self) -> float:
        return math.hypot(*self.meaning) or 1.0

    def nearness(self, other: Weighed) -> float:
        """How near the two are in meaning: the cosine of what they are about, -1 to 1, and 0 if nobody knows."""
        product: int = sum(map(mul, self.meaning, other.meaning))
        return product / (self._reach * other._reach)

    def release(self) -> None:
        """Forget what is quickly made again; kept for all passages of long documents, it would fill the memory."""
        vars(self).pop("vector", None)
        vars(self).pop("meaning", None)


@dataclass(frozen=True, eq=False)
class Passage(Weighed):
    """A heading or a clause as it is compared; `rarity` of a gram need not be known before `vector` is asked for."""

    pieces: Pieces = field(repr=False)
    place: int
    rarity: Mapping[str, float] = field(repr=False)

    @cached_property
    def parts(self) -> Parts:
        return self.pieces.apart[self.place][0]

    @property
    def grams(self) -> Grams:
        return self.pieces.apart[self.place][1]

    @cached_property
    def vector(self) -> Mapping[str, float]:
        grams = self.grams
        return dict(zip(grams.names, map(mul, grams.weights, values(self.rarity, grams.names)), strict=True))

    @property
    def known(self) -> Collection[str]:
        return vars(self).get("vector") or frozenset(self.grams.names)

    @cached_property
    def meaning(self) -> array[int]:
        """What the passage is about."""
        return meaning_of(self.grams.names)


def values(table: Mapping[str, float], grams: Sequence[str]) -> Sequence[float]:
    """What a table has for some grams."""
    return itemgetter(*grams)(table) if len(grams) > 1 else [table[gram] for gram in grams]
