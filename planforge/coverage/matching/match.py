"""Compares every superior clause and leaf with the plan's: what answers it best, and how well."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from planforge.coverage.matching.candidates import Index
from planforge.coverage.texts.corpus import Corpus, Leaf, Measure

#: How many of the plan's clauses a superior clause is compared with; their leaves are its leaf's possible counterparts.
CLAUSES = 16
#: A clause counts its own likeness, and this much of its leaf's.
CONTEXT = 0.25
#: What a leaf's likeness is made of.
WHOLE, HELD, MEAN, PEAK, HEADING = 0.25, 0.15, 0.3, 0.2, 0.15


class Cell(NamedTuple):
    """One of the plan's measures in its leaf beside a superior one; see `ClausePair`."""

    leaf: Leaf
    answer: Measure
    likeness: float
    told: float


#: Beside one superior measure those of the plan, by leaf.
Grid = dict[Leaf, list[Cell]]


class ClausePair(NamedTuple):
    """A superior measure in its leaf (`asked`) and one of the plan's in its own; how alike the measures are, what share
    of the superior's words the answer has (`told`), how alike the leaves are (`context`), and all together (`score`):
    0 to 1.
    """

    asked: Leaf
    measure: Measure
    leaf: Leaf
    answer: Measure
    likeness: float
    told: float
    context: float
    score: float

    @classmethod
    def of(cls, asked: Leaf, measure: Measure, cell: Cell, context: float) -> ClausePair:
        """`cell` beside a measure of `asked`, in leaves that are alike to the degree of `context`."""
        score = (cell.likeness + CONTEXT * context) / (1 + CONTEXT)
        return cls(asked, measure, *cell, context, score)


@dataclass(frozen=True, slots=True)
class LeafPair:
    """A superior leaf and one of the plan's, their likeness from 0 to 1 (`whole`: what of it doesn't come from the
    measures), and the best answer to each measure.
    """

    leaf: Leaf
    other: Leaf
    whole: float
    score: float
    answers: tuple[ClausePair, ...]


@dataclass(frozen=True, slots=True)
class LeafMatch:
    """A superior leaf: its likely counterparts, best first, and for each of its measures the pairs, best first."""

    leaf: Leaf
    counterparts: tuple[LeafPair, ...]
    measures: tuple[tuple[ClausePair, ...], ...]

    def release(self) -> None:
        """Let go of the weights of all that was compared."""
        self.leaf.release()
        for pair in self.counterparts:
            pair.other.release()


def beside(measure: Measure, leaf: Leaf, answer: Measure) -> Cell:
    """How alike two measures are: two parts cosine, one part the share of the superior's words that the answer has."""
    cosine, within = measure.likeness(answer)
    return Cell(leaf, answer, (2 * cosine + within) / 3, within)


def leaf_score(leaf: Leaf, whole: float, likenesses: Sequence[float]) -> float:
    """How alike two leaves are (0 to 1): `whole` and the likeness of the best answer to each measure that has one."""
    return whole + MEAN * sum(likenesses) / len(leaf.measures) + PEAK * max(likenesses, default=0.0)


class Matcher:
    """Holds a plan's passages ready and compares superior leaves with them."""

    def __init__(self, corpus: Corpus) -> None:
        self._places = [(leaf, measure) for leaf in corpus.plan for measure in leaf.measures]

    @cached_property
    def _clauses(self) -> Index:
        return Index([measure for _, measure in self._places])

    def search(self, leaf: Leaf, besides: Sequence[Leaf] = (), places: Container[int] | None = None) -> LeafMatch:
        """All that may answer `leaf` in the whole plan, and `besides` in any case.

        Measures that are not at one of `places`, where these are given, are compared with `besides` alone.
        """
        wide = [places is None or place in places for place in range(len(leaf.measures))]
        grids = [self._near(measure) if far else {} for measure, far in zip(leaf.measures, wide, strict=True)]
        given = [_given(measure, besides) for measure in leaf.measures]
        return self._match(leaf, [near | named for near, named in zip(grids, given, strict=True)])

    def compare(self, leaf: Leaf, among: Sequence[Leaf]) -> LeafMatch:
        """How `among` answer `leaf`; nothing else is looked at."""
        return self._match(leaf, [_given(measure, among) for measure in leaf.measures])

    def _match(self, leaf: Leaf, grids: Sequence[Grid]) -> LeafMatch:
        others = dict.fromkeys(other for grid in grids for other in grid)
        pairs = sorted((self._pair(leaf, other, grids) for other in others), key=lambda pair: -pair.score)
        scores = {pair.other: pair.score for pair in pairs}
        measures = tuple(
            _ranked(leaf, measure, grid, scores) for measure, grid in zip(leaf.measures, grids, strict=True)
        )
        return LeafMatch(leaf, tuple(pairs), measures)

    def _near(self, measure: Measure) -> Grid:
        grid: Grid = {}
        for number in self._clauses.near(measure, CLAUSES):
            leaf, answer = self._places[number]
            grid.setdefault(leaf, []).append(beside(measure, leaf, answer))
        return grid

    def _pair(self, leaf: Leaf, other: Leaf, grids: Sequence[Grid]) -> LeafPair:
        best = [max(grid.get(other, ()), key=attrgetter("likeness"), default=None) for grid in grids]
        cosine, within = leaf.likeness(other)
        whole = WHOLE * cosine + HELD * within + HEADING * leaf.heading.within(other)
        score = leaf_score(leaf, whole, [cell.likeness for cell in best if cell])
        answers = [
            ClausePair.of(leaf, measure, cell, score) for measure, cell in zip(leaf.measures, best, strict=True) if cell
        ]
        return LeafPair(leaf, other, whole, score, tuple(answers))


def _given(measure: Measure, among: Sequence[Leaf]) -> Grid:
    return {leaf: [beside(measure, leaf, answer) for answer in leaf.measures] for leaf in among}


def _ranked(asked: Leaf, measure: Measure, grid: Grid, scores: Mapping[Leaf, float]) -> tuple[ClausePair, ...]:
    cells = (cell for cells in grid.values() for cell in cells)
    pairs = (ClausePair.of(asked, measure, cell, scores[cell.leaf]) for cell in cells)
    return tuple(sorted(pairs, key=attrgetter("score"), reverse=True))
