"""Two documents as passages that can be compared: each gram weighs by how rare it is in both together."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count

from planforge.coverage.texts.characters import Names
from planforge.coverage.texts.grams import add_up, size
from planforge.coverage.texts.passage import Passage, Pieces, Weighed
from planforge.model import Clause, Task

#: Leaves that are taken apart together: the more, the fewer calls; the fewer, the less that nobody looks at.
TOGETHER = 16

#: The words of a task's measures as they are compared.
Say = Callable[[Task, Sequence[Clause]], Iterable[str]]


def demand(task: Task, clauses: Sequence[Clause]) -> Iterable[str]:
    """A superior's measures ask for what they say."""
    return (clause.text.value for clause in clauses)


def answer(task: Task, clauses: Sequence[Clause]) -> Iterable[str]:
    """What a plan's task sets itself beside its text (目标) each of its measures says, too: it is reached by them."""
    said = [clause.text.value for clause in clauses]
    beside = [target.text.value for target in task.targets if not any(target.text.value in text for text in said)]
    return ("，".join([text, *beside]) for text in said)


@dataclass(frozen=True, eq=False)
class Measure(Passage):
    """A clause as it is compared. A leaf of a heading alone has its heading as its one measure."""

    clause: Clause


@dataclass(frozen=True, eq=False)
class Leaf(Weighed):
    """A leaf as it is compared: heading and measures, and all of it together (its own vector)."""

    task: Task
    heading: Passage
    measures: tuple[Measure, ...]

    @classmethod
    def several(cls, tasks: Sequence[Task], say: Say, rarity: Mapping[str, float], names: Names) -> Iterator[Leaf]:
        """Leaves that are taken apart together."""
        clauses = [task.clauses or (Clause(task.id, task.text if task.text.value else task.heading),) for task in tasks]
        texts = [
            text for task, own in zip(tasks, clauses, strict=True) for text in (task.heading.value, *say(task, own))
        ]
        pieces, places = Pieces(texts, names), count()
        for task, own in zip(tasks, clauses, strict=True):
            heading = Passage(pieces, next(places), rarity)
            yield cls(task, heading, tuple(Measure(pieces, next(places), rarity, clause) for clause in own))

    @property
    def passages(self) -> tuple[Passage, ...]:
        return self.heading, *self.measures

    @cached_property
    def concepts(self) -> frozenset[str]:
        """The concepts in any of the passages."""
        return frozenset(chain.from_iterable(passage.parts.concepts for passage in self.passages))

    @cached_property
    def vector(self) -> Mapping[str, float]:
        """The weight of each gram in all passages together."""
        return add_up(chain.from_iterable(passage.vector.items() for passage in self.passages))

    @property
    def known(self) -> Collection[str]:
        return vars(self).get("vector") or self._names

    @cached_property
    def meaning(self) -> array[int]:
        """What all passages together are about."""
        return array("i", map(sum, zip(*(passage.meaning for passage in self.passages), strict=True)))

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
        names = Names()
        above = tuple(_leaves(list(superior), demand, rarity, names))
        below = tuple(_leaves(list(plan), answer, rarity, names))
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
        self.rarity.update((gram, math.log(1 + passages / n) / size(gram)) for gram, n in total.items())

    def parts(self) -> list[object]:
        """All that a comparison of the two may speak of."""
        leaves = (*self.superior, *self.plan)
        measures = [measure for leaf in leaves for measure in leaf.measures]
        texts = [measure.clause.text for measure in measures]
        return [*leaves, *(leaf.task for leaf in leaves), *measures, *texts]


def _leaves(tasks: Sequence[Task], say: Say, rarity: Mapping[str, float], names: Names) -> Iterator[Leaf]:
    for first in range(0, len(tasks), TOGETHER):
        yield from Leaf.several(tasks[first : first + TOGETHER], say, rarity, names)


def frequencies(leaves: Iterable[Leaf]) -> Mapping[str, int]:
    """In how many passages of some leaves each gram is found."""
    return Counter(chain.from_iterable(passage.grams.names for leaf in leaves for passage in leaf.passages))
