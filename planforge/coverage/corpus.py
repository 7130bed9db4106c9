"""Two documents as passages that can be compared: each gram weighs by how rare it is in both together.

A passage is taken apart when it is first looked at, so that a process takes apart what it compares and no more.
"""

from __future__ import annotations

import math
import operator
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from planforge.coverage.grams import Grams, count
from planforge.coverage.parts import Parts, analyse
from planforge.model import Clause, Task


@dataclass(frozen=True, eq=False)
class Passage:
    """A heading or a clause as it is compared; `rarity` of a gram need not be known before `vector` is asked for."""

    text: str
    rarity: Mapping[str, float] = field(repr=False)

    @cached_property
    def parts(self) -> Parts:
        return analyse(self.text)

    @cached_property
    def grams(self) -> Grams:
        return count(self.parts)

    @cached_property
    def vector(self) -> Mapping[str, float]:
        """The weight of each gram."""
        names, rarity = self.grams.names, self.rarity
        return dict(zip(names, map(operator.mul, self.grams.weights, map(rarity.__getitem__, names)), strict=True))

    @property
    def known(self) -> Collection[str]:
        """The grams, for looking them up."""
        return self.vector

    @cached_property
    def norm(self) -> float:
        weights = self.vector.values()
        return math.sqrt(sum(map(operator.mul, weights, weights))) or 1.0

    @cached_property
    def mass(self) -> float:
        return sum(self.vector.values()) or 1.0

    def shared(self, other: Passage) -> list[str]:
        """The grams that both have, in this one's order."""
        return list(filter(other.vector.__contains__, self.vector))

    def weight(self, grams: Iterable[str]) -> float:
        """What some of this passage's grams weigh together."""
        return sum(map(self.vector.__getitem__, grams))

    def within(self, other: Passage) -> float:
        """The share of this passage's weight that `other` has, too: 0 to 1."""
        return self.weight(filter(other.known.__contains__, self.vector)) / self.mass

    def cosine(self, other: Passage) -> float:
        """How alike two passages are: 0 to 1."""
        return self.likeness(other)[0]

    def likeness(self, other: Passage) -> tuple[float, float]:
        """`cosine` and `within` at once."""
        shared = self.shared(other)
        ours = list(map(self.vector.__getitem__, shared))
        product = sum(map(operator.mul, ours, map(other.vector.__getitem__, shared)))
        return product / (self.norm * other.norm), sum(ours) / self.mass

    def held(self, grams: Iterable[str], other: Passage) -> float:
        """The share of the weight of some of this passage's grams that `other` has, too: 0 to 1."""
        ours = [gram for gram in grams if gram in self.vector]
        return self.weight(filter(other.known.__contains__, ours)) / (self.weight(ours) or 1.0)

    def release(self) -> None:
        """Forget what is quickly made again; kept for all passages of long documents, it would fill the memory."""
        vars(self).pop("vector", None)


@dataclass(frozen=True, eq=False)
class Measure(Passage):
    """A clause as it is compared. A leaf of a heading alone has its heading as its one measure."""

    clause: Clause


@dataclass(frozen=True, eq=False)
class Leaf(Passage):
    """A leaf as it is compared: heading and measures, and all of it together (its own vector)."""

    task: Task
    heading: Passage
    measures: tuple[Measure, ...]

    @classmethod
    def of(cls, task: Task, rarity: Mapping[str, float]) -> Leaf:
        clauses = task.clauses or (Clause(task.id, task.text if task.text.value else task.heading),)
        measures = tuple(Measure(clause.text.value, rarity, clause) for clause in clauses)
        return cls("", rarity, task, Passage(task.heading.value, rarity), measures)

    @property
    def passages(self) -> tuple[Passage, ...]:
        return self.heading, *self.measures

    @cached_property
    def vector(self) -> Mapping[str, float]:
        """The weight of each gram in all passages together."""
        whole: dict[str, float] = {}
        for vector in (passage.vector for passage in self.passages):
            again = {gram: whole[gram] + weight for gram, weight in vector.items() if gram in whole}
            whole.update(vector)
            whole.update(again)
        return whole

    @property
    def known(self) -> Collection[str]:
        """The grams, for looking them up: they are sooner found than weighed."""
        return vars(self).get("vector") or self._names

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(chain.from_iterable(passage.grams.names for passage in self.passages))

    def release(self) -> None:
        """Forget the weights of the leaf and of all its passages."""
        super().release()
        vars(self).pop("_names", None)
        for passage in self.passages:
            passage.release()


@dataclass(frozen=True)
class Corpus:
    """The leaves of a superior document and of a plan, in reading order."""

    superior: tuple[Leaf, ...]
    plan: tuple[Leaf, ...]
    rarity: dict[str, float]

    @classmethod
    def unread(cls, superior: Iterable[Task], plan: Iterable[Task]) -> Corpus:
        """Both documents, before anybody knows how rare their grams are."""
        rarity: dict[str, float] = {}
        above, below = (tuple(Leaf.of(task, rarity) for task in tasks) for tasks in (superior, plan))
        return cls(above, below, rarity)

    @classmethod
    def of(cls, superior: Iterable[Task], plan: Iterable[Task]) -> Corpus:
        """Both documents, ready to be compared."""
        corpus = cls.unread(superior, plan)
        corpus.weigh([frequencies((*corpus.superior, *corpus.plan))])
        return corpus

    def weigh(self, counted: Iterable[Mapping[str, int]]) -> None:
        """Settle a gram's rarity, log(1 + passages / passages that have it), by the `frequencies` of all leaves."""
        passages = sum(len(leaf.passages) for leaf in (*self.superior, *self.plan))
        total: Counter[str] = Counter()
        for frequency in counted:
            total.update(frequency)
        self.rarity.update((gram, math.log(1 + passages / n)) for gram, n in total.items())

    def parts(self) -> list[object]:
        """All that a comparison of the two may speak of."""
        leaves = (*self.superior, *self.plan)
        measures = [measure for leaf in leaves for measure in leaf.measures]
        texts = [measure.clause.text for measure in measures]
        return [*leaves, *(leaf.task for leaf in leaves), *measures, *texts]


def frequencies(leaves: Iterable[Leaf]) -> Mapping[str, int]:
    """In how many passages of some leaves each gram is found."""
    return Counter(chain.from_iterable(_names(leaves)))


def _names(leaves: Iterable[Leaf]) -> Iterator[tuple[str, ...]]:
    return (passage.grams.names for leaf in leaves for passage in leaf.passages)
