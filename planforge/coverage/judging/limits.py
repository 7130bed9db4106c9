"""The most that an answer may be worth: it does something else than the measure, or asks for less."""

from __future__ import annotations

from planforge.coverage.judging.judge import Chances
from planforge.coverage.judging.softening import asks_less
from planforge.coverage.matching.conflicts import contradict
from planforge.coverage.matching.match import ClausePair


def limited(chances: Chances, best: ClausePair) -> Chances:
    """A measure's chances in the light of what its best answer leaves out, however alike the words are."""
    if contradict(best.measure, best.answer, best.leaf):
        return chances.contradicted()
    less = asks_less(best.measure.parts.text, best.answer.parts.text)
    return chances.softened() if less else chances
