"""Time limits with what they are for, so that those of two documents on one thing can be held against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planforge.coverage.texts.matters import ENOUGH, SAME, likeness, pairs
from planforge.coverage.texts.phrases import phrases
from planforge.model import Deadline, Task, Text
from planforge.text import deadlines
from planforge.text.statements import Years

_EVER = re.compile(r"(?<=[\u4e00-\u9fff])(?:长期|常年|持续|常态化)(?:坚持|推进|开展|实施)(?=[。；，]|$)")


@dataclass(frozen=True, slots=True, eq=False)
class Limit:
    """A time limit in a clause, and the pairs of characters of what is due."""

    deadline: Deadline
    pairs: frozenset[str]

    def same(self, other: Limit) -> float:
        """How surely two are of one thing; 0 below what tells."""
        alike = likeness(self.pairs, other.pairs)
        return alike if alike >= SAME else 0.0


def limits_of(task: Task, years: Years) -> Iterator[Limit]:
    """The limits within a leaf's clauses; what holds for the whole leaf alone (完成时限) stands in none."""
    texts = [clause.text.value for clause in task.clauses]
    if not any(limit.text.value in text for limit in task.deadlines for text in texts) and not any(
        map(_EVER.search, texts)
    ):
        return
    for clause in task.clauses:
        found = (*deadlines.find(clause.text, years.limits, years.issued), *_endless(clause.text))
        said = [match[0] for match in phrases(clause.text.value)] if found else []
        for each in found:
            yield Limit(each, _matter(each.text.value, said))


def _endless(text: Text) -> Iterator[Deadline]:
    """专项整治长期坚持: what has no end, in words that a reader takes for a verb."""
    for match in _EVER.finditer(text.value):
        yield Deadline(text.slice(*match.span()), None, match[0])


def _matter(limit: str, said: Sequence[str]) -> frozenset[str]:
    """What is due, of the phrases `said` in a clause: the words of the limit's phrase, with those of the next
    (2027年底前，…) or of the one before (…，6月底前完成) where they are too few."""
    place = next((n for n, phrase in enumerate(said) if limit in phrase), None)
    if place is None:
        return frozenset()
    own = pairs(said[place])
    if len(own) >= ENOUGH:
        return own
    leads = said[place].endswith(limit)
    beside = said[place + 1 : place + 2] if leads else said[max(0, place - 1) : place]
    return own.union(*map(pairs, beside))
