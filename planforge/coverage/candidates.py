"""Which passages of the plan are worth comparing with a superior passage: an inverted index over grams."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

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
        rarest_first = sorted(self._postings, key=lambda gram: (len(self._postings[gram]), gram))
        self._turns = {gram: turn for turn, gram in enumerate(rarest_first)}

    def near(self, query: Passage, limit: int) -> list[int]:
        """The numbers of the `limit` passages that share most with `query`, best first."""
        scores: dict[int, float] = defaultdict(float)
        left = BUDGET
        for gram in sorted(query.vector.keys() & self._postings.keys(), key=self._turns.__getitem__):
            found, weight = self._postings[gram], query.vector[gram]
            left -= len(found)
            if left < 0 and scores:
                break
            for number, share in found:
                scores[number] += weight * share
        return _best(scores, limit)


def _best(scores: Mapping[int, float], limit: int) -> list[int]:
    """The numbers with the highest scores; of equal ones the first."""
    least = min(sorted(scores.values())[-limit:], default=0.0)
    kept = [number for number, score in scores.items() if score >= least]
    return sorted(kept, key=lambda number: (-scores[number], number))[:limit]
