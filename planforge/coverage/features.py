"""What speaks for and against a plan's clause being the counterpart of a superior one, as numbers from 0 to 1."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from planforge.coverage.match import ClausePair, LeafMatch
from planforge.coverage.phrases import phrases
from planforge.coverage.rivals import Rivals

#: What is known of the actions and things of a clause that names none.
UNKNOWN = 0.5
#: The other leaves whose share of a measure's words tells what chance alone holds.
BACKGROUND = 8


@dataclass(frozen=True, slots=True)
class ClauseFeatures:
    """The evidence on a superior measure and its best answer."""

    held: float  #: share of the superior's words, by weight, that stand in the answering leaf
    surplus: float  #: how much more that is than other leaves of the plan hold
    things: float  #: share of the things that the superior names (concepts) in the answer
    actions: float  #: share of the superior's kinds of action in the answer
    rivalry: float  #: how much better the answer suits another superior measure
    simplicity: float  #: 1 by the number of its phrases: the more of them, the more a given share proves
    home: float  #: 1 where the answer stands in the likeliest counterpart of the whole leaf

    def values(self) -> tuple[float, ...]:
        """The numbers in their order, for the judge's weights."""
        return astuple(self)


def clause_features(best: ClausePair, match: LeafMatch, rivals: Rivals) -> ClauseFeatures:
    """The evidence on a measure of `match` and its best answer."""
    ours, theirs = best.measure.parts, best.answer.parts
    held = best.measure.within(best.leaf)
    return ClauseFeatures(
        held=held,
        surplus=held - _by_chance(best, match),
        things=_share(frozenset(ours.concepts), frozenset(theirs.concepts)),
        actions=_share(ours.actions, theirs.actions),
        rivalry=rivals.rivalry(best),
        simplicity=1 / max(1, sum(1 for _ in phrases(ours.text))),
        home=float(match.counterparts[0].other is best.leaf),
    )


def _by_chance(best: ClausePair, match: LeafMatch) -> float:
    """The share of a measure's words that leaves hold which don't answer it."""
    others = [pair.other for pair in match.counterparts if pair.other is not best.leaf][:BACKGROUND]
    return sum(map(best.measure.within, others)) / len(others) if others else 0.0


def _share(wanted: frozenset[str], found: frozenset[str]) -> float:
    return len(wanted & found) / len(wanted) if wanted else UNKNOWN
