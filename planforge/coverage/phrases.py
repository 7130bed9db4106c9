"""The phrases of a clause, cut at commas: which of them a plan answers, and the words that nothing answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.coverage.corpus import Leaf, Measure, Passage
from planforge.coverage.grams import count
from planforge.coverage.parts import analyse

#: A phrase is answered when the answer has at least this share of its weight.
ANSWERED = 0.45

_PHRASE = re.compile(r"[^，；。：！？,;:!?\s]+")


def phrases_held(measure: Measure, answer: Leaf) -> Iterator[tuple[tuple[int, int], float]]:
    """Start and end of each phrase of a measure, and the share of its weight that `answer` has."""
    for phrase in _PHRASE.finditer(measure.clause.text.value):
        grams = count(analyse(phrase[0]))
        passage = Passage({gram: measure.vector[gram] for gram in grams if gram in measure.vector})
        yield phrase.span(), passage.within(answer)


def missing_words(measure: Measure, answer: Leaf | None) -> tuple[str, ...]:
    """The phrases of which the answering leaf says little, neighbours as one; all of it where there is none."""
    text = measure.clause.text.value
    if answer is None:
        return (text,)
    gaps: list[tuple[int, int]] = []
    for (start, end), held in phrases_held(measure, answer):
        if held >= ANSWERED:
            continue
        if gaps and start <= gaps[-1][1] + 1:
            start = gaps.pop()[0]
        gaps.append((start, end))
    return tuple(text[start:end] for start, end in gaps)
