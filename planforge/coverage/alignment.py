"""Which of a superior clause's words its answer says again, character by character."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from planforge.coverage.corpus import Measure

#: Runs that weigh this much (in characters that count whole) are as long as need be.
LONG = 8.0


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a superior clause and its answer share words; all from 0 to 1.

    A character is told where it stands in a pair of characters that the answer has, too.
    """

    told: float  #: share of the clause that is told, by weight
    run: float  #: weight of the heaviest stretch that is told in one piece, of `LONG`
    rarest: float  #: how rare the rarest shared pair is: half its weight by that of the clause's mean pair, at most 1


NOTHING = Alignment(0.0, 0.0, 0.0)


def align(measure: Measure, answer: Measure) -> Alignment:
    """What of `measure` is told in `answer`."""
    text, weights = measure.parts.text, measure.parts.weights
    runs = list(_runs(text, answer.vector))
    if not runs:
        return NOTHING
    starts = (0, *(end for _, end in runs))  # neighbours may share a character, which counts once
    told = sum(sum(weights[max(start, free) : end]) for free, (start, end) in zip(starts, runs, strict=False))
    return Alignment(
        told=told / (sum(weights) or 1.0),
        run=min(max(sum(weights[start:end]) for start, end in runs), LONG) / LONG,
        rarest=_rarest(text, runs, measure.vector),
    )


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


def _rarest(text: str, runs: Sequence[tuple[int, int]], weights: Mapping[str, float]) -> float:
    shared = max(weights[text[place : place + 2]] for start, end in runs for place in range(start, end - 1))
    every = [weights[pair] for pair in map("".join, pairwise(text)) if pair in weights]
    return min(1.0, shared * len(every) / sum(every) / 2)
