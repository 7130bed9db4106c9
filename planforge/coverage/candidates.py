"""Which passages of the plan are worth comparing with a superior passage: an inverted index over grams."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Sequence

from planforge.coverage.corpus import Passage

#: How many entries of the index a query may visit, rarest grams first, so that a search costs the same in any corpus.
BUDGET = 2000


class Index:
    """Finds the passages likeliest to be near a query; how near they are is for the caller to compare."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, passage in enumerate(passages):
            for gram, weight in passage.vector.items():
                if len(gram) > 1:  # single characters are everywhere; they count when passages are compared
                    self._postings[gram].append((number, weight / passage.norm))

    def near(self, query: Passage, limit: int) -> list[int]:
        """The numbers of the `limit` passages that share most with `query`, best first."""
        scores: dict[int, float] = defaultdict(float)
        left = BUDGET
        for gram in sorted(query.vector.keys() & self._postings.keys(), key=self._crowd):
            found, weight = self._postings[gram], query.vector[gram]
            left -= len(found)
            if left < 0 and scores:
                break
            for number, share in found:
                scores[number] += weight * share
        return heapq.nlargest(limit, scores, key=lambda number: (scores[number], -number))

    def _crowd(self, gram: str) -> tuple[int, str]:
        return len(self._postings[gram]), gram
