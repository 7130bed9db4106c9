"""What speaks for and against a plan's clause being the counterpart of a superior one, as numbers from 0 to 1."""

from __future__ import annotations

import math
from collections.abc import Collection
from typing import NamedTuple

from planforge.coverage.alignment import align
from planforge.coverage.corpus import Leaf
from planforge.coverage.match import ClausePair, LeafMatch
from planforge.coverage.phrases import phrases
from planforge.coverage.rivals import Rivals

#: What is known of the actions and things of a clause that names none.
UNKNOWN = 0.5
#: The other leaves whose share of a measure's words tells what chance alone holds.
BACKGROUND = 8
#: A surplus of this much tells about as much more than none as one of double the size more than it.
TRACE = 0.03
#: A clause of more phrases than this is as long as can be.
MANY = 6


class ClauseFeatures(NamedTuple):
    """The evidence on a superior measure and its best answer, in the order of the judge's weights."""

    surplus: float  #: how much more of the superior's words the answering leaf holds than other leaves of the plan do
    told: float  #: share of the superior's words that the answer says again
    run: float  #: the longest stretch that it says again in one piece
    rarest: float  #: how rare the rarest words are that it says again
    things: float  #: share of the things that the superior names (concepts) in the answering leaf
    actions: float  #: share of the superior's kinds of action in the answering leaf
    phrases: float  #: how many phrases there are to answer
    rivalry: float  #: how much better the answer suits another superior measure
    contested: float  #: share of the common words that this other measure has, too
    home: float  #: 1 where the answer stands in the likeliest counterpart of the whole leaf


def clause_features(best: ClausePair, match: LeafMatch, rivals: Rivals) -> ClauseFeatures:
    """The evidence on a measure of `match` and its best answer."""
    ours = best.measure.parts
    alignment = align(best.measure, best.answer)
    return ClauseFeatures(
        surplus=_grown(best.measure.within(best.leaf) - _by_chance(best, match)),
        told=alignment.told,
        run=alignment.run,
        rarest=alignment.rarest,
        things=_share([f"#{name}" for name in set(ours.concepts)], best.leaf.vector.keys()),
        actions=_share(ours.actions, _actions(best.leaf)),
        phrases=min(MANY, sum(1 for _ in phrases(ours.text))) / MANY,
        rivalry=rivals.rivalry(best),
        contested=rivals.contested(best),
        home=float(match.counterparts[0].other is best.leaf),
    )


def _by_chance(best: ClausePair, match: LeafMatch) -> float:
    """The share of a measure's words that leaves hold which don't answer it."""
    others = [pair.other for pair in match.counterparts if pair.other is not best.leaf][:BACKGROUND]
    return sum(map(best.measure.within, others)) / len(others) if others else 0.0


def _grown(surplus: float) -> float:
    """A surplus on a logarithmic scale: the first words in common tell most."""
    return math.log1p(max(0.0, surplus) / TRACE) / math.log1p(1 / TRACE)


def _actions(leaf: Leaf) -> frozenset[str]:
    return frozenset().union(*(measure.parts.actions for measure in leaf.measures))


def _share(wanted: Collection[str], found: Collection[str]) -> float:
    return sum(one in found for one in wanted) / len(wanted) if wanted else UNKNOWN
