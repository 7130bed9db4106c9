"""The phrases of a clause, cut at commas, and which of the superior's nothing answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import repeat

from planforge.coverage.texts.characters import Names
from planforge.coverage.texts.corpus import Leaf, Measure
from planforge.coverage.texts.grams import count
from planforge.coverage.texts.parts import analyse
from planforge.text.late import late

#: A phrase is answered when the answer has at least this share of its weight.
ANSWERED = 0.45
#: Characters of a stretch that is looked at for what a number in it counts; a text without marks may be all one.
LONGEST = 500

_PHRASE = late(r"[^，；。：！？,;:!?\s]+")


def phrases(text: str) -> Iterator[re.Match[str]]:
    """The stretches between commas, semicolons and stops."""
    return _PHRASE.finditer(text)


def begins(text: str, end: int, marks: str) -> int:
    """Where the stretch begins that goes on at `end`: behind the last of some marks, or `LONGEST` characters before."""
    start = max(0, end - LONGEST)
    return max(start, max(map(text.rfind, marks, repeat(start), repeat(end))) + 1)


def missing_words(measure: Measure, answer: Leaf | None) -> tuple[str, ...]:
    """The phrases of which the answering leaf says little, neighbours as one; all of it where there is none."""
    text = measure.clause.text.value
    if answer is None:
        return (text,)
    gaps: list[tuple[int, int]] = []
    for phrase in phrases(text):
        if _held(phrase[0], measure, answer) < ANSWERED:
            start = gaps.pop()[0] if gaps and phrase.start() <= gaps[-1][1] + 1 else phrase.start()
            gaps.append((start, phrase.end()))
    return tuple(text[start:end] for start, end in gaps)


def least_answered(measure: Measure, answer: Leaf) -> tuple[str, ...]:
    """The phrase of which the answering leaf says least; none for a clause without words."""
    found = (phrase[0] for phrase in phrases(measure.clause.text.value))
    least = min(found, key=lambda phrase: _held(phrase, measure, answer), default="")
    return (least,) if least else ()


def _held(phrase: str, measure: Measure, answer: Leaf) -> float:
    """The share of a phrase's weight that the answering leaf has.

    A phrase without words (——) asks for nothing.
    """
    grams = filter(measure.known.__contains__, count(analyse([phrase]), Names())[0].names)
    weights = {gram: measure.vector[gram] for gram in grams}
    known = answer.known
    told = sum(weight for gram, weight in weights.items() if gram in known)
    return told / sum(weights.values()) if weights else 1.0
