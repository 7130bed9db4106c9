"""How much of a superior clause its answer says again in one piece, character by character."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.coverage.texts.corpus import Measure
from planforge.text.late import late

#: Runs that weigh this much (in characters that count whole) are as long as need be.
LONG = 8.0
#: So many characters are looked for at once where a run goes on.
STRIDE = 6

_WORDS = late(r"\w+")


def longest_run(measure: Measure, answer: Measure) -> float:
    """The weight of the heaviest stretch of `measure` that `answer` has in one piece, of `LONG`: 0 to 1."""
    heaviest, weights = 0.0, measure.parts.weights
    for start, end in _runs(measure.parts.text, answer.parts.text):
        heaviest = max(heaviest, sum(weights[start:end]))
        if heaviest >= LONG:
            return 1.0
    return heaviest / LONG


def _runs(text: str, other: str) -> Iterator[tuple[int, int]]:
    """Start and end of the stretches of words in `text` whose pairs and triples of characters are all in `other`."""
    for words in _WORDS.finditer(text):
        start, stop = words.span()
        while start < stop - 1:
            if text[start : start + 2] in other:
                end = _end(text, start + 2, stop, other)
                yield start, end
                start = end - 1
            else:
                start += 1


def _end(text: str, end: int, stop: int, other: str) -> int:
    """Where the run ends of which the two characters before `end` are part."""
    while end + STRIDE <= stop and text[end - 2 : end + STRIDE] in other:
        end += STRIDE
    while end < stop and text[end - 2 : end + 1] in other:
        end += 1
    return end
