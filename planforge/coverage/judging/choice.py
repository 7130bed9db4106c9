"""Which of a measure's possible answers counts: likeness alone doesn't tell between those that come close."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from planforge.coverage.judging.judge import NOTHING, Chances
from planforge.coverage.matching.match import ClausePair
from planforge.coverage.matching.rivals import Rivals
from planforge.coverage.texts.corpus import Leaf

#: Answers whose standing is less than the first one's by at most this share of it come close to it, but no more than
#: so many.
CLOSE, MOST = 0.3, 4
#: What is likelier than not.
LIKELY = 0.5
#: An undeclared answer counts before a likely declared one where its odds are so many times as good.
CLEARLY = 1.5


@dataclass(frozen=True, slots=True)
class Answer:
    """The best answer to a measure, if there is any, and the chances that it gives the measure."""

    pair: ClausePair | None
    chances: Chances

    @property
    def worth(self) -> float:
        """How much of the measure it may be expected to answer: 0 to 2."""
        return self.chances.answered + self.chances.covered

    @property
    def likeness(self) -> float:
        return self.pair.likeness if self.pair else 0.0

    def is_bettered_by(self, other: Answer) -> bool:
        """Whether `other` counts instead, although this is the one that was declared.

        It must be likely, and this one unlikely or clearly worse.
        """
        worse = (
            self.chances.covered < LIKELY or self.chances.favoured((CLEARLY, CLEARLY)).covered < other.chances.covered
        )
        return worse and self.worth < other.worth and other.chances.answered > LIKELY


NONE = Answer(None, NOTHING)


def choose(pairs: Sequence[ClausePair], rivals: Rivals, judge: Callable[[ClausePair], Chances]) -> Answer:
    """Of `pairs`, best first, the one that is likeliest to answer the measure among those close to the first.

    Where none of these is likely to, it is the likeliest of the first few: likeness tells little then.
    """
    if not pairs:
        return NONE
    first = rivals.standing(pairs[0])
    least = first - CLOSE * abs(first)
    nearest = pairs[:MOST]
    close = [pair for pair in nearest if rivals.standing(pair) >= least]
    best = _likeliest(close, judge)
    return best if best.chances.answered > LIKELY or len(close) == len(nearest) else _likeliest(nearest, judge)


def _likeliest(pairs: Iterable[ClausePair], judge: Callable[[ClausePair], Chances]) -> Answer:
    return max((Answer(pair, judge(pair)) for pair in pairs), key=lambda answer: answer.worth)


def answering(answers: Iterable[Answer]) -> frozenset[Leaf]:
    """The leaves that answer anything, as far as the verdicts go."""
    return frozenset(a.pair.leaf for a in answers if a.pair and a.chances.verdict("clause")[0] != "uncovered")
