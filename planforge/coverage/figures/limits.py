"""Time limits with what they are for, so that those of two documents on one thing can be held against each other."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planforge.coverage.figures.moments import Moment, may_name_any, moments
from planforge.coverage.texts.matters import ENOUGH, SAME, likeness, pairs
from planforge.coverage.texts.phrases import phrases
from planforge.model import Deadline, Task, Text
from planforge.text import deadlines
from planforge.text.deadlines import never_ends
from planforge.text.late import late
from planforge.text.statements import Years

_EVER = late(r"(?<=[\u4e00-\u9fff])(?:长期|常年|持续|常态化)(?:坚持|推进|开展|实施)(?=[。；，]|$)")


@dataclass(frozen=True, slots=True, eq=False)
class Limit:
    """A time limit in a clause, and the pairs of characters of what is due."""

    moment: Moment
    pairs: frozenset[str]

    @property
    def deadline(self) -> Deadline:
        """The time limit in words, with its day if it has one."""
        return self.moment.limit

    @property
    def binds(self) -> bool:
        """Whether there is a day, or a time, that may not be missed."""
        return self.moment.latest < math.inf

    def same(self, other: Limit) -> float:
        """How surely two are of one kind, on one thing; 0 below what tells."""
        if not self.moment.is_like(other.moment):
            return 0.0
        alike = likeness(self.pairs, other.pairs)
        return alike if alike >= SAME else 0.0

    def is_later(self, wanted: Limit) -> bool:
        """Whether it comes after the `wanted` one, whatever day the words of both may mean."""
        return self.moment.is_later(wanted.moment)


def limits_of(task: Task, years: Years) -> Iterator[Limit]:
    """The limits within a leaf's clauses; what holds for the whole leaf alone (完成时限) stands in none."""
    texts = [clause.text.value for clause in task.clauses]
    dated = any(limit.text.value in text for limit in task.deadlines for text in texts) or any(map(_EVER.search, texts))
    for clause in task.clauses:
        if not dated and not may_name_any(clause.text.value):
            continue
        found = [*_days(clause.text, years)] if dated else []
        known = [each.limit.text.value for each in found]
        found += (each for each in moments(clause.text, years.limits) if each.limit.text.value not in known)
        said = [match[0] for match in phrases(clause.text.value)] if found else []
        for each in found:
            yield Limit(each, _matter(each.limit.text.value, said))


def _days(text: Text, years: Years) -> Iterator[Moment]:
    """The last days that a clause names, and what has no end, in words that a reader takes for a verb."""
    for limit in deadlines.find(text, years.limits, years.issued):
        if limit.date or never_ends(limit):
            day = limit.date.toordinal() if limit.date else math.inf
            yield Moment(limit, "", day, day)
    for match in _EVER.finditer(text.value):
        yield Moment(Deadline(text.slice(*match.span()), None, match[0]), "", math.inf, math.inf)


def _matter(limit: str, said: Sequence[str]) -> frozenset[str]:
    """What is due, of the phrases `said` in a clause: the words of the limit's phrase, with those of the next
    (2027年底前，…) or of the one before (…，6月底前完成) where they are too few."""
    place = next((n for n, phrase in enumerate(said) if limit in phrase), None)
    if place is None:
        return frozenset()
    own = pairs(said[place].replace(limit, "，"))
    if len(own) >= ENOUGH:
        return own
    leads = said[place].endswith(limit)
    beside = said[place + 1 : place + 2] if leads else said[max(0, place - 1) : place]
    return own.union(*map(pairs, beside))
