"""Two documents as passages that can be compared: each gram weighs by how rare it is in both together."""

from __future__ import annotations

import math
import operator
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from planforge.coverage import grams
from planforge.coverage.grams import Grams
from planforge.coverage.parts import Parts, analyse
from planforge.model import Clause, Task


@dataclass(frozen=True, eq=False)
class Passage:
    """A heading, a clause or a whole leaf as it is compared: its grams, and how rare each is."""

    grams: Grams
    rarity: Mapping[str, float]

    @cached_property
    def vector(self) -> Mapping[str, float]:
        """The weight of each gram."""
        return {gram: weight * self.rarity[gram] for gram, weight in self.grams}

    @cached_property
    def norm(self) -> float:
        weights = self.vector.values()
        return math.sqrt(sum(map(operator.mul, weights, weights))) or 1.0

    @cached_property
    def mass(self) -> float:
        return sum(self.vector.values()) or 1.0

    def within(self, other: Passage) -> float:
        """The share of this passage's weight that `other` has, too: 0 to 1."""
        return _sum(self.vector, self.vector.keys() & other.vector.keys()) / self.mass

    def cosine(self, other: Passage) -> float:
        """How alike two passages are: 0 to 1."""
        return self.likeness(other)[0]

    def likeness(self, other: Passage) -> tuple[float, float]:
        """`cosine` and `within` at once."""
        shared = self.vector.keys() & other.vector.keys()
        ours, theirs = list(map(self.vector.__getitem__, shared)), map(other.vector.__getitem__, shared)
        product = math.fsum(map(operator.mul, ours, theirs))
        return product / (self.norm * other.norm), math.fsum(ours) / self.mass

    def held(self, grams: Iterable[str], other: Passage) -> float:
        """The share of the weight of some of this passage's grams that `other` has, too: 0 to 1."""
        ours = {gram: self.vector[gram] for gram in grams if gram in self.vector}
        return _sum(ours, ours.keys() & other.vector.keys()) / (sum(ours.values()) or 1.0)

    def release(self) -> None:
        """Forget what is quickly made again; kept for all passages of long documents, it would fill the memory."""
        vars(self).pop("vector", None)


def _sum(vector: Mapping[str, float], grams: Set[str]) -> float:
    """The weight of some grams, exactly: the order of a set must not show in the result."""
    return math.fsum(map(vector.__getitem__, grams))


@dataclass(frozen=True, eq=False)
class Measure(Passage):
    """A clause as it is compared. A leaf of a heading alone has its heading as its one measure."""

    clause: Clause
    parts: Parts


@dataclass(frozen=True, eq=False)
class Leaf(Passage):
    """A leaf as it is compared: heading and measures, and all of it together (its own vector)."""

    task: Task
    heading: Passage
    measures: tuple[Measure, ...]

    def release(self) -> None:
        """Forget the weights of the leaf and of all its passages."""
        vars(self).pop("vector", None)
        for passage in (self.heading, *self.measures):
            passage.release()


@dataclass(frozen=True, eq=False)
class Corpus:
    """The leaves of a superior document and of a plan, in reading order."""

    superior: tuple[Leaf, ...]
    plan: tuple[Leaf, ...]

    @classmethod
    def of(cls, superior: Iterable[Task], plan: Iterable[Task]) -> Corpus:
        """Read both; a gram's weight is log(1 + passages / passages that have it)."""
        rarity: dict[str, float] = {}
        leaves = [tuple(_leaf(task, rarity) for task in tasks) for tasks in (superior, plan)]
        passages = [passage for side in leaves for leaf in side for passage in (leaf.heading, *leaf.measures)]
        frequency = Counter(chain.from_iterable(passage.grams.names for passage in passages))
        rarity.update((gram, math.log(1 + len(passages) / n)) for gram, n in frequency.items())
        return cls(*leaves)

    def parts(self) -> list[object]:
        """All that a comparison of the two may speak of."""
        leaves = (*self.superior, *self.plan)
        measures = [measure for leaf in leaves for measure in leaf.measures]
        texts = [measure.clause.text for measure in measures]
        return [*leaves, *(leaf.task for leaf in leaves), *measures, *texts]


def _leaf(task: Task, rarity: Mapping[str, float]) -> Leaf:
    """A leaf taken apart; `rarity` need not be known yet."""
    heading = Passage(grams.count(analyse(task.heading.value)), rarity)
    clauses = task.clauses or (Clause(task.id, task.text if task.text.value else task.heading),)
    measures = tuple(_measure(clause, rarity) for clause in clauses)
    return Leaf(grams.merge(part.grams for part in (heading, *measures)), rarity, task, heading, measures)


def _measure(clause: Clause, rarity: Mapping[str, float]) -> Measure:
    parts = analyse(clause.text.value)
    return Measure(grams.count(parts), rarity, clause, parts)
