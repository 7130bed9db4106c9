"""What speaks for and against a plan's clause being the counterpart of a superior one, as numbers from 0 to 1."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from planforge.coverage.corpus import Measure
from planforge.coverage.match import ClausePair, LeafMatch


@dataclass(frozen=True, slots=True)
class ClauseFeatures:
    """The evidence on a superior measure and its best answer."""

    likeness: float  # cosine and held words of the two clauses
    held: float  # share of the superior's words in the best clause
    spread: float  # share of the superior's words in the best leaf
    context: float  # likeness of the two leaves
    concepts: float  # share of the superior's concepts in the best clause
    actions: float  # share of the superior's kinds of action in the best clause
    lead: float  # how far the best clause is ahead of the best one in another leaf
    rivalry: float  # how much better the best clause answers another superior measure
    actors: float  # 1 where the two name different bodies

    def values(self) -> tuple[float, ...]:
        """The numbers in their order, for the judge's weights."""
        return tuple(getattr(self, name) for name in self.__slots__)


class Rivals:
    """For each of the plan's measures the superior one that it is most like."""

    def __init__(self, matches: Iterable[LeafMatch]) -> None:
        self._best: dict[Measure, list[tuple[float, Measure]]] = {}
        for match in matches:
            for pairs in match.measures:
                for pair in pairs:
                    self._note(pair)

    def _note(self, pair: ClausePair) -> None:
        best = self._best.setdefault(pair.answer, [])
        best.append((pair.likeness, pair.measure))
        best.sort(key=lambda entry: -entry[0])
        del best[2:]

    def other(self, pair: ClausePair) -> float:
        """The likeness of the pair's answer to the superior measure, other than the pair's, that it is most like."""
        return next((like for like, measure in self._best.get(pair.answer, ()) if measure is not pair.measure), 0.0)


def clause_features(pairs: tuple[ClausePair, ...], rivals: Rivals) -> ClauseFeatures:
    """The evidence on a measure whose pairs, best first, are `pairs`; there is at least one."""
    best = pairs[0]
    other = next((pair.score for pair in pairs if pair.leaf is not best.leaf), 0.0)
    ours, theirs = best.measure.parts, best.answer.parts
    return ClauseFeatures(
        likeness=best.likeness,
        held=best.measure.within(best.answer),
        spread=best.measure.within(best.leaf),
        context=best.context,
        concepts=_share(frozenset(ours.concepts), frozenset(theirs.concepts)),
        actions=_share(ours.actions, theirs.actions),
        lead=(best.score - other) / (best.score or 1.0),
        rivalry=max(0.0, rivals.other(best) - best.likeness) / (rivals.other(best) or 1.0),
        actors=float(bool(ours.actors and theirs.actors and not ours.actors & theirs.actors)),
    )


def _share(wanted: frozenset[str], found: frozenset[str]) -> float:
    return len(wanted & found) / len(wanted) if wanted else 0.5
