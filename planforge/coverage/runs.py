"""How much of a superior clause its answer says again in one piece, character by character."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planforge.coverage.corpus import Measure

#: Runs that weigh this much (in characters that count whole) are as long as need be.
LONG = 8.0


def longest_run(measure: Measure, answer: Measure) -> float:
    """The weight of the heaviest stretch of `measure` that `answer` has in one piece, of `LONG`: 0 to 1."""
    weights = measure.parts.weights
    runs = (sum(weights[start:end]) for start, end in _runs(measure.parts.text, answer.vector))
    return min(max(runs, default=0.0), LONG) / LONG


def _runs(text: str, known: Mapping[str, float]) -> Iterator[tuple[int, int]]:
    """Start and end of the stretches of `text` whose pairs of characters are all known, and their triples, too."""
    pairs = [place for place in range(len(text) - 1) if text[place : place + 2] in known]
    start = last = -2
    for place in pairs:
        if place != last + 1 or text[last : last + 3] not in known:
            if start >= 0:
                yield start, last + 2
            start = place
        last = place
    if start >= 0:
        yield start, last + 2
