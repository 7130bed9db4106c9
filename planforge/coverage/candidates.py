"""Which passages of the plan are worth comparing with a superior passage: an inverted index over grams."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from planforge.coverage.corpus import Passage

#: A gram that more passages have is no help in finding candidates; it still counts when two passages are compared.
CROWD = 1500


class Index:
    """Finds the passages nearest to a query by the cosine of their grams."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, passage in enumerate(passages):
            for gram, weight in passage.vector.items():
                self._postings[gram].append((number, weight / passage.norm))

    def near(self, query: Passage, limit: int | None = None) -> dict[int, float]:
        """Passage numbers with their cosines from 0 to 1, the best `limit` of them.

        Passages without a gram in common are absent.
        """
        scores: dict[int, float] = defaultdict(float)
        for gram, weight in query.vector.items():
            found = self._postings.get(gram, ())
            if len(found) <= CROWD:
                for number, share in found:
                    scores[number] += weight * share
        best = sorted(scores, key=lambda n: (-scores[n], n))[:limit]
        return {number: scores[number] / query.norm for number in best}
