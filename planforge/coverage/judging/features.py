"""What speaks for and against a plan's clause being the counterpart of a superior one, as numbers."""

from __future__ import annotations

import math
from collections.abc import Collection
from typing import NamedTuple

from planforge.coverage.matching.match import ClausePair
from planforge.coverage.matching.rivals import Rivals
from planforge.coverage.texts.corpus import Leaf
from planforge.coverage.texts.phrases import phrases
from planforge.coverage.texts.runs import longest_run

#: What is known of the actions and things of a clause that names none.
UNKNOWN = 0.5
#: A clause of more phrases than this is as long as can be.
MANY = 6


class ClauseFeatures(NamedTuple):
    """The evidence on a superior measure and its best answer, in the order of the judge's weights; from 0 to 1
    but for the last.

    `told` and `alike` are square roots of a share and a likeness: the first words in common tell most.
    """

    told: float  #: share of the superior's words that the answer has
    alike: float  #: how alike the two and their leaves are
    headed: float  #: share of the words in the answering leaf's heading that the superior measure has
    run: float  #: the longest stretch of the superior measure that the answer says in one piece
    things: float  #: share of the things that the superior names (concepts) in the answering leaf
    actions: float  #: share of the superior's kinds of action in the answering leaf
    phrases: float  #: how many phrases there are to answer
    rivalry: float  #: how much better the answer suits another superior measure
    contested: float  #: share of the common words that this other measure has, too
    taken: float  #: how much better the answering leaf suits another superior leaf
    meant: float  #: how near the answer and its leaf are in meaning, -1 to 1


def clause_features(best: ClausePair, rivals: Rivals) -> ClauseFeatures:
    """The evidence on a measure and its best answer."""
    measure, answer, leaf = best.measure, best.answer, best.leaf
    ours = measure.parts
    return ClauseFeatures(
        told=math.sqrt(best.told),
        alike=math.sqrt(best.score),
        headed=leaf.heading.within(measure),
        run=longest_run(measure, answer),
        things=_share(set(ours.concepts), leaf.concepts),
        actions=_share(ours.actions, _actions(leaf)),
        phrases=min(MANY, sum(1 for _ in phrases(ours.text))) / MANY,
        rivalry=rivals.rivalry(best),
        contested=rivals.contested(best),
        taken=rivals.taken(best),
        meant=(measure.nearness(answer) + measure.nearness(leaf)) / 2,
    )


def _actions(leaf: Leaf) -> frozenset[str]:
    return frozenset().union(*(measure.parts.actions for measure in leaf.measures))


def _share(wanted: Collection[str], found: Collection[str]) -> float:
    return sum(one in found for one in wanted) / len(wanted) if wanted else UNKNOWN
