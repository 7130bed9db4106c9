"""Two documents as passages that can be compared: each gram weighs by how rare it is in both together."""

from __future__ import annotations

import math
import operator
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from planforge.coverage import grams
from planforge.coverage.parts import Parts, analyse
from planforge.model import Clause, Task


@dataclass(frozen=True, eq=False)
class Passage:
    """A heading, a clause or a whole leaf as it is compared: the weights of its grams."""

    vector: Mapping[str, float]

    @cached_property
    def norm(self) -> float:
        return math.sqrt(sum(weight * weight for weight in self.vector.values())) or 1.0

    @cached_property
    def mass(self) -> float:
        return sum(self.vector.values()) or 1.0

    def within(self, other: Passage) -> float:
        """The share of this passage's weight that `other` has, too: 0 to 1."""
        # Exact sums: the order of a set must not show in the result.
        return math.fsum(map(self.vector.__getitem__, self.vector.keys() & other.vector.keys())) / self.mass

    def cosine(self, other: Passage) -> float:
        """How alike two passages are: 0 to 1."""
        return self._cosine(other, self.vector.keys() & other.vector.keys())

    def likeness(self, other: Passage) -> tuple[float, float]:
        """`cosine` and `within` at once."""
        shared = self.vector.keys() & other.vector.keys()
        return self._cosine(other, shared), math.fsum(map(self.vector.__getitem__, shared)) / self.mass

    def _cosine(self, other: Passage, shared: Set[str]) -> float:
        ours, theirs = map(self.vector.__getitem__, shared), map(other.vector.__getitem__, shared)
        return math.fsum(map(operator.mul, ours, theirs)) / (self.norm * other.norm)


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


@dataclass(frozen=True, eq=False)
class Corpus:
    """The leaves of a superior document and of a plan, in reading order."""

    superior: tuple[Leaf, ...]
    plan: tuple[Leaf, ...]

    @classmethod
    def of(cls, superior: Iterable[Task], plan: Iterable[Task]) -> Corpus:
        """Read both; a gram's weight is log(1 + passages / passages that have it)."""
        drafts = [[_Draft(task) for task in tasks] for tasks in (superior, plan)]
        frequency: Counter[str] = Counter()
        passages = 0
        for draft in (*drafts[0], *drafts[1]):
            for counted in draft.counted():
                frequency.update(counted.keys())
                passages += 1
        rarity = {gram: math.log(1 + passages / n) for gram, n in frequency.items()}
        return cls(tuple(d.leaf(rarity) for d in drafts[0]), tuple(d.leaf(rarity) for d in drafts[1]))


class _Draft:
    """A leaf with its grams counted, before they are weighed."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.heading = grams.count(analyse(task.heading.value))
        self.clauses: Sequence[Clause] = task.clauses or (
            Clause(task.id, task.text if task.text.value else task.heading),
        )
        self.parts = [analyse(clause.text.value) for clause in self.clauses]
        self.measures = [grams.count(parts) for parts in self.parts]

    def counted(self) -> Iterable[dict[str, float]]:
        yield self.heading
        yield from self.measures

    def leaf(self, rarity: Mapping[str, float]) -> Leaf:
        whole = grams.merge([self.heading, *self.measures])
        measures = [
            Measure(_weigh(counted, rarity), clause, parts)
            for clause, parts, counted in zip(self.clauses, self.parts, self.measures, strict=True)
        ]
        return Leaf(_weigh(whole, rarity), self.task, Passage(_weigh(self.heading, rarity)), tuple(measures))


def _weigh(counted: Mapping[str, float], rarity: Mapping[str, float]) -> dict[str, float]:
    return {gram: weight * rarity[gram] for gram, weight in counted.items()}
