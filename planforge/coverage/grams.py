"""Character grams: how alike two texts are without cutting Chinese into words."""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from operator import add

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


def count(parts: Parts) -> Grams:
    """The grams of 1 to 3 characters of a text and its concepts, each with the mean weight of its characters."""
    counted: dict[str, float] = {}
    for run in _RUN.finditer(parts.text):
        text, weights = run[0], parts.weights[run.start() : run.end()]
        pairs, sums = list(map(add, text, text[1:])), list(map(add, weights, weights[1:]))
        _note(counted, text, weights, 1)
        _note(counted, pairs, sums, 2)
        _note(counted, map(add, pairs, text[2:]), map(add, sums, weights[2:]), 3)
    for concept in parts.concepts:
        counted["#" + concept] = counted.get("#" + concept, 0.0) + CONCEPT_WEIGHT
    return Grams.of(counted)


def _note(counted: dict[str, float], grams: Iterable[str], sums: Iterable[float], size: int) -> None:
    for gram, weight in zip(grams, sums, strict=True):
        counted[gram] = counted.get(gram, 0.0) + weight / size
