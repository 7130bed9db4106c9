"""Character grams: how alike two texts are without cutting Chinese into words."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import add
from typing import TypeVar

from planforge.coverage.texts.characters import Names
from planforge.coverage.texts.parts import Row
from planforge.text.late import late

#: One shared concept (媒体 for 报纸) counts as much as this many characters of the text.
CONCEPT_WEIGHT = 1.0

_Number = TypeVar("_Number", int, float)

_WORDS = late(r"\w+")


@dataclass(frozen=True, slots=True)
class Grams:
    """The grams of a text, each once and in order, and the sums of the weights of their characters; kept flat, for
    there are very many.
    """

    names: tuple[str, ...]
    weights: array[float]


def count(row: Row, known: Names) -> list[Grams]:
    """The grams of 1 and 2 characters of each passage and its concepts, with the weights of their characters."""
    weights = (row.weights, list(map(add, row.weights, row.weights[1:])))
    numbers = (row.numbers.singles, row.numbers.pairs)
    counted = []
    for span, parts in zip(row.spans, row.parts, strict=True):
        words = [word.span() for word in _WORDS.finditer(row.text, *span)]
        summed = add_up(zip(known.of(_cut(numbers, words)), _cut(weights, words), strict=True))
        for concept in parts.concepts:
            name = sys.intern("#" + concept)
            summed[name] = summed.get(name, 0.0) + CONCEPT_WEIGHT
        counted.append(Grams(tuple(summed), array("d", list(summed.values()))))
    return counted


def _cut(columns: Sequence[list[_Number]], words: Iterable[tuple[int, int]]) -> list[_Number]:
    """What columns of one and two characters have for the stretches between other characters."""
    singles, pairs = columns
    cut: list[_Number] = []
    for start, end in words:
        cut += singles[start:end]
        cut += pairs[start : end - 1]
    return cut


def size(gram: str) -> int:
    """How many characters a gram has; a concept counts as one."""
    return 1 if gram.startswith("#") else len(gram)


def add_up(weights: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Each gram once, with the sum of its weights."""
    summed: dict[str, float] = {}
    for gram, weight in weights:
        if gram in summed:
            summed[gram] += weight
        else:
            summed[gram] = weight
    return summed
