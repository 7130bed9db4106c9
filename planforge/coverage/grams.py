"""Character grams: how alike two texts are without cutting Chinese into words."""

from __future__ import annotations

import re
import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, chain, repeat
from operator import add, sub, truediv

from planforge.coverage.parts import Parts

#: One shared concept (媒体 for 报纸) counts as much as this many characters of the text.
CONCEPT_WEIGHT = 1.0

_RUN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Grams:
    """The grams of a text, each once and in order, and their weights; kept flat, for there are very many."""

    names: tuple[str, ...]
    weights: array[float]

    @classmethod
    def of(cls, counted: dict[str, float]) -> Grams:
        # Texts share most of their grams: interned, these are kept once, take less room and are found faster.
        return cls(tuple(map(sys.intern, counted)), array("d", counted.values()))

    def __iter__(self) -> Iterator[tuple[str, float]]:
        return zip(self.names, self.weights, strict=True)


def count(parts: Parts) -> Grams:
    """The grams of 1 to 3 characters of a text and its concepts, each with the mean weight of its characters."""
    grams: dict[str, float] = defaultdict(float)
    for run in _RUN.finditer(parts.text):
        sums = [0.0, *accumulate(parts.weights[run.start() : run.end()])]
        means = [map(truediv, map(sub, sums[size:], sums), repeat(size)) for size in (1, 2, 3)]
        for gram, weight in zip(_of_run(run[0]), chain.from_iterable(means), strict=True):
            grams[gram] += weight
    for concept in parts.concepts:
        grams["#" + concept] += CONCEPT_WEIGHT
    return Grams.of(grams)


def _of_run(run: str) -> list[str]:
    pairs = list(map(add, run, run[1:]))
    return [*run, *pairs, *map(add, pairs, run[2:])]


def merge(several: Iterable[Grams]) -> Grams:
    """The grams of several texts taken as one."""
    whole: dict[str, float] = defaultdict(float)
    for grams in several:
        for gram, weight in grams:
            whole[gram] += weight
    return Grams.of(whole)
