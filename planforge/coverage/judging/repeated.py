"""Demands that the tasks named for them say again nearly word for word: these need no weighing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from operator import attrgetter

from rapidfuzz.distance import LCSseq

from planforge.coverage.judging.judge import Chances
from planforge.coverage.judging.softening import asks_less
from planforge.coverage.matching.conflicts import same_turns
from planforge.coverage.matching.match import Cell, ClausePair, LeafMatch, LeafPair
from planforge.coverage.texts.corpus import Leaf, Measure
from planforge.coverage.texts.phrases import phrases

#: A measure is said again by an answer that is at most so many times as long and has this share of its characters, in
#: their order, and half of those of each phrase. Of 315 labelled measures of which an answer has so many characters 311
#: were fully answered; the other four answers were boilerplate (构成犯罪的，依法追究刑事责任) of tasks that nobody
#: would have named for them.
LONGEST, SAID, PHRASE = 2.0, 0.7, 0.5
#: What that means for the measure of a leaf for which the answer's was named: better odds than the 311 to 4 of those
#: that nobody named, since all four were set phrases of other tasks.
SAID_AGAIN = Chances(0.0001, 0.0002, 0.9997)

#: How many characters of one text another has, in their order.
_shared = LCSseq.similarity


def repeated(named: Mapping[Leaf, Sequence[Leaf]]) -> dict[Leaf, LeafMatch]:
    """The superior leaves all of whose measures the plan's leaves that were named for them say again, and how.

    Likeness is the share of a measure's characters, 0 to 1. What the judge has to weigh isn't among them: an answer
    with other words that could turn the sense (打击 for 支持, 鼓励 for 必须), or one that several leaves claim.
    """
    found = {leaf: match for leaf, others in named.items() if (match := _match(leaf, others))}
    claimed = Counter(answer for match in found.values() for answer in {pairs[0].answer for pairs in match.measures})
    return {
        leaf: match for leaf, match in found.items() if all(claimed[pairs[0].answer] == 1 for pairs in match.measures)
    }


def _match(leaf: Leaf, named: Sequence[Leaf]) -> LeafMatch | None:
    pairs = [_pair(leaf, other) for other in named]
    best = [max(answers, key=attrgetter("likeness")) for answers in zip(*(pair.answers for pair in pairs), strict=True)]
    if not best or not all(map(_says_again, best)):
        return None
    pairs.sort(key=attrgetter("score"), reverse=True)
    return LeafMatch(leaf, tuple(pairs), tuple((answer,) for answer in best))


def _pair(leaf: Leaf, other: Leaf) -> LeafPair:
    texts = [answer.clause.text.value for answer in other.measures]
    cells = [_nearest(measure, other, texts) for measure in leaf.measures]
    score = sum([cell.likeness for cell in cells]) / len(cells)
    answers = [ClausePair.of(leaf, measure, cell, score) for measure, cell in zip(leaf.measures, cells, strict=True)]
    return LeafPair(leaf, other, 0.0, score, tuple(answers))


def _nearest(measure: Measure, other: Leaf, texts: Sequence[str]) -> Cell:
    """The measure of `other`, of these `texts`, that has most of this one's characters."""
    text = measure.clause.text.value
    longest = LONGEST * len(text)
    shared = [_shared(text, answer) if len(answer) <= longest else 0 for answer in texts]
    most = max(shared)
    share = most / len(text) if text else 0.0
    return Cell(other, other.measures[shared.index(most)], share, share)


def _says_again(pair: ClausePair) -> bool:
    text, answer = pair.measure.clause.text.value, pair.answer.clause.text.value
    if pair.likeness < SAID or not same_turns(text, answer) or asks_less(text, answer):
        return False
    lost = len(text) * (1 - pair.likeness)
    return all(
        lost <= len(phrase[0]) * (1 - PHRASE) or _shared(phrase[0], answer) >= len(phrase[0]) * PHRASE
        for phrase in phrases(text)
    )
