"""Superior measures and leaves compete for the plan's: an answer belongs to the one that it is most like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import itemgetter

from planforge.coverage.matching.match import ClausePair, LeafMatch, LeafPair, leaf_score
from planforge.coverage.texts.passage import Weighed

#: How much an answer loses for each point by which another superior measure is more like it.
CLAIM = 0.5

#: For measures of the plan the two superior ones that each is most like, and how much (0 to 1), best first; and so
#: for its leaves.
Claims = dict[Weighed, Sequence[tuple[float, Weighed]]]


class Rivals:
    """For each of the plan's measures and leaves the superior ones that it is most like."""

    def __init__(self, matches: Iterable[LeafMatch] = ()) -> None:
        claims: defaultdict[Weighed, dict[Weighed, float]] = defaultdict(dict)
        for match in matches:
            for pairs in match.measures:
                for pair in pairs:
                    claims[pair.answer][pair.measure] = pair.likeness
            for counterpart in match.counterparts:
                claims[counterpart.other][match.leaf] = counterpart.score
        self.claims: Claims = {answer: _best(zip(each.values(), each, strict=True)) for answer, each in claims.items()}

    @classmethod
    def of(cls, claims: Iterable[Claims]) -> Rivals:
        """Those of several groups of superior leaves, in reading order."""
        rivals = cls()
        for group in claims:
            for answer, best in group.items():
                others = rivals.claims.get(answer)
                rivals.claims[answer] = _best((*others, *best)) if others else best
        return rivals

    def agree(self, others: Rivals) -> bool:
        """Whether `others` know of no other claims to the same measures and leaves."""
        return all(others.claims[answer] == best for answer, best in self.claims.items())

    def _other(self, answer: Weighed, own: Weighed) -> tuple[float, Weighed | None]:
        """The superior measure or leaf, not `own`, that an answer is most like, and how much so."""
        for claim in self.claims.get(answer, ()):
            if claim[1] is not own:
                return claim
        return 0.0, None

    def loss(self, pair: ClausePair) -> float:
        """By how much another superior measure is more like the pair's answer; 0 where none is."""
        return max(0.0, self._other(pair.answer, pair.measure)[0] - pair.likeness)

    def standing(self, pair: ClausePair) -> float:
        """The pair's score, less what it loses to another measure's claim; it may be below 0."""
        return pair.score - CLAIM * self.loss(pair)

    def rivalry(self, pair: ClausePair) -> float:
        """The loss as a share of that other likeness: 0 where the pair's own measure has the best claim."""
        return _lost(self._other(pair.answer, pair.measure)[0], pair.likeness)

    def taken(self, pair: ClausePair) -> float:
        """The same for the leaves of the two: 0 where the pair's own leaf has the best claim to the answering one."""
        return _lost(self._other(pair.leaf, pair.asked)[0], pair.context)

    def contested(self, pair: ClausePair) -> float:
        """The share, by weight, of what measure and answer have in common that the other measure has, too.

        An answer to two measures at once has words of its own for each of them.
        """
        _, other = self._other(pair.answer, pair.measure)
        if other is None or not pair.told:
            return 0.0
        measure = pair.measure
        theirs = filter(other.known.__contains__, measure.vector)
        return measure.weight(filter(pair.answer.known.__contains__, theirs)) / (pair.told * measure.mass)

    def settle(self, match: LeafMatch) -> LeafMatch:
        """A leaf's match ranked anew: an answer that another measure has the better claim to stands back."""
        measures = (sorted(pairs, key=self.standing, reverse=True) for pairs in match.measures)
        counterparts = sorted(map(self._settled, match.counterparts), key=lambda pair: -pair.score)
        return replace(match, counterparts=tuple(counterparts), measures=tuple(map(tuple, measures)))

    def _settled(self, pair: LeafPair) -> LeafPair:
        values = [max(0.0, answer.likeness - CLAIM * self.loss(answer)) for answer in pair.answers]
        score = leaf_score(pair.leaf, pair.whole, values)
        return LeafPair(pair.leaf, pair.other, pair.whole, score, pair.answers)


def _best(claims: Iterable[tuple[float, Weighed]]) -> Sequence[tuple[float, Weighed]]:
    """The two highest claims, of equal ones the first."""
    return sorted(claims, key=itemgetter(0), reverse=True)[:2]


def _lost(other: float, own: float) -> float:
    return max(0.0, other - own) / other if other else 0.0
