"""The superior's words that nothing in the plan answers."""

from __future__ import annotations

import re

from planforge.coverage.corpus import Leaf, Measure, Passage
from planforge.coverage.grams import count
from planforge.coverage.parts import analyse

#: A phrase is answered when the answer has at least this share of its weight.
ANSWERED = 0.45

_PHRASE = re.compile(r"[^，；。！？,;]+")


def missing_words(measure: Measure, answer: Leaf | None) -> tuple[str, ...]:
    """The phrases of a measure, cut at commas, of which the answering leaf says little; neighbours are given as one."""
    text = measure.clause.text.value
    if answer is None:
        return (text,)
    gaps: list[tuple[int, int]] = []
    for phrase in _PHRASE.finditer(text):
        if _held(phrase[0], measure, answer) >= ANSWERED:
            continue
        if gaps and phrase.start() == gaps[-1][1] + 1:
            gaps[-1] = (gaps[-1][0], phrase.end())
        else:
            gaps.append(phrase.span())
    return tuple(text[start:end].strip() for start, end in gaps)


def _held(phrase: str, measure: Measure, answer: Leaf) -> float:
    grams = count(analyse(phrase))
    return Passage({gram: measure.vector[gram] for gram in grams if gram in measure.vector}).within(answer)
