"""What speaks for and against a plan's clause being the counterpart of a superior one, as numbers from 0 to 1."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from planforge.coverage.match import ClausePair
from planforge.coverage.phrases import phrases_held
from planforge.coverage.rivals import Rivals

#: What is known of the actions and things of a clause that names none.
UNKNOWN = 0.5


@dataclass(frozen=True, slots=True)
class ClauseFeatures:
    """The evidence on a superior measure and its best answer."""

    likeness: float  #: how alike the two clauses are
    held: float  #: share of the superior's words that stand somewhere in the answering leaf
    phrase: float  #: the same of the phrase that is held best
    things: float  #: share of the things that the superior names (concepts) in the answer
    actions: float  #: share of the superior's kinds of action in the answer
    rivalry: float  #: how much better the answer suits another superior measure
    simplicity: float  #: 1 by the number of its phrases: the more of them, the more a given likeness proves

    def values(self) -> tuple[float, ...]:
        """The numbers in their order, for the judge's weights."""
        return astuple(self)


def clause_features(best: ClausePair, rivals: Rivals) -> ClauseFeatures:
    """The evidence on a measure and its best answer."""
    ours, theirs = best.measure.parts, best.answer.parts
    held = [share for _, share in phrases_held(best.measure, best.leaf)]
    rival = rivals.other(best)
    return ClauseFeatures(
        likeness=best.likeness,
        held=best.measure.within(best.leaf),
        phrase=max(held, default=0.0),
        things=_share(frozenset(ours.concepts), frozenset(theirs.concepts)),
        actions=_share(ours.actions, theirs.actions),
        rivalry=rivals.loss(best) / rival if rival else 0.0,
        simplicity=1 / max(1, len(held)),
    )


def _share(wanted: frozenset[str], found: frozenset[str]) -> float:
    return len(wanted & found) / len(wanted) if wanted else UNKNOWN
