"""Which passages of the plan are worth comparing with a superior passage: an inverted index over grams."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest

from planforge.coverage.texts.passage import Passage

#: How many entries of the index a query may visit, rarest grams first, so that a search costs the same in any corpus.
BUDGET = 2000


class _Posting:
    """The passages that have a gram, and its share in each; flat arrays, which are read far faster than objects."""

    __slots__ = ("numbers", "shares")

    def __init__(self) -> None:
        self.numbers, self.shares = array("I"), array("d")


class Index:
    """Finds the passages likeliest to be near a query; how near they are is for the caller to compare."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._postings: dict[str, _Posting] = defaultdict(_Posting)
        for number, passage in enumerate(passages):
            norm = passage.norm
            for gram, weight in passage.vector.items():
                if len(gram) > 1:  # single characters are everywhere; they count when passages are compared
                    posting = self._postings[gram]
                    posting.numbers.append(number)
                    posting.shares.append(weight / norm)
        rarest_first = sorted(self._postings, key=lambda gram: (len(self._postings[gram].numbers), gram))
        self._turns = {gram: turn for turn, gram in enumerate(rarest_first)}

    def near(self, query: Passage, limit: int) -> list[int]:
        """The numbers of the `limit` passages that share most with `query`, best first."""
        scores: dict[int, float] = {}
        left = BUDGET
        for gram in sorted(query.vector.keys() & self._postings.keys(), key=self._turns.__getitem__):
            posting, weight = self._postings[gram], query.vector[gram]
            left -= len(posting.numbers)
            if left < 0 and scores:
                break
            for number, share in zip(posting.numbers, posting.shares, strict=True):
                scores[number] = scores.get(number, 0.0) + weight * share
        return _best(scores, limit)


def _best(scores: Mapping[int, float], limit: int) -> list[int]:
    """The numbers with the highest scores; of equal ones the first."""
    least = min(nlargest(limit, scores.values()), default=0.0)
    kept = [number for number, score in scores.items() if score >= least]
    return sorted(kept, key=lambda number: (-scores[number], number))[:limit]
