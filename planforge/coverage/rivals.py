"""Superior measures compete for the plan's: an answer belongs to the measure that it is most like."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from planforge.coverage.corpus import Measure
from planforge.coverage.match import ClausePair, LeafMatch, LeafPair, leaf_score

#: How much an answer loses for each point by which another superior measure is more like it.
CLAIM = 0.5


class Rivals:
    """For each of the plan's measures the superior ones that it is most like."""

    def __init__(self, matches: Iterable[LeafMatch]) -> None:
        self._best: dict[Measure, list[tuple[float, Measure]]] = {}
        for match in matches:
            for pairs in match.measures:
                for pair in pairs:
                    self._note(pair)

    def _note(self, pair: ClausePair) -> None:
        best = self._best.setdefault(pair.answer, [])
        if len(best) < 2 or pair.likeness > best[1][0]:
            best.append((pair.likeness, pair.measure))
            best.sort(key=lambda entry: -entry[0])
            del best[2:]

    def other(self, pair: ClausePair) -> float:
        """The likeness of the pair's answer to the superior measure, other than the pair's, that it is most like."""
        return next((like for like, measure in self._best.get(pair.answer, ()) if measure is not pair.measure), 0.0)

    def loss(self, pair: ClausePair) -> float:
        """By how much another superior measure is more like the pair's answer; 0 where none is."""
        return max(0.0, self.other(pair) - pair.likeness)

    def rivalry(self, pair: ClausePair) -> float:
        """The loss as a share of that other likeness: 0 where the pair's own measure has the best claim."""
        return self.loss(pair) / self.other(pair) if self.other(pair) else 0.0

    def settle(self, match: LeafMatch) -> LeafMatch:
        """A leaf's match ranked anew: an answer that another measure has the better claim to stands back."""
        measures = (sorted(pairs, key=lambda pair: CLAIM * self.loss(pair) - pair.score) for pairs in match.measures)
        counterparts = sorted(map(self._settled, match.counterparts), key=lambda pair: -pair.score)
        return replace(match, counterparts=tuple(counterparts), measures=tuple(map(tuple, measures)))

    def _settled(self, pair: LeafPair) -> LeafPair:
        values = [max(0.0, answer.likeness - CLAIM * self.loss(answer)) for answer in pair.answers]
        return replace(pair, score=leaf_score(pair.leaf, pair.whole, values))
