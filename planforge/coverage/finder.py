"""Finds what may answer each superior leaf: in the tasks that were named for it first, and where these fall short."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from planforge.coverage.corpus import Corpus, Leaf
from planforge.coverage.links import Declarations
from planforge.coverage.match import LeafMatch, LeafPair, Matcher
from planforge.coverage.rivals import Rivals
from planforge.model import Task
from planforge.parallel import in_parallel

#: A named task holds a good enough answer to a measure if it is this much alike; no other task is looked at then.
#: Of labelled clauses with such an answer in the whole plan, 105 of 109 were fully answered.
ENOUGH = 0.4


@dataclass(frozen=True, slots=True)
class Found:
    """What may answer a superior leaf.

    `match` is with the tasks that were named for all of it, or with the whole plan where none was; `elsewhere` is
    with the whole plan, for the measures to which the named ones have no good answer.
    """

    match: LeafMatch
    elsewhere: LeafMatch | None = None

    @property
    def matches(self) -> tuple[LeafMatch, ...]:
        return (self.match, self.elsewhere) if self.elsewhere else (self.match,)

    def settled(self, rivals: Rivals) -> Found:
        """The same, ranked anew in the light of what other measures claim."""
        return Found(*map(rivals.settle, self.matches))

    def pairs(self, others: Container[Leaf | None]) -> list[LeafPair]:
        """How some leaves of the plan answer."""
        return [pair for match in self.matches for pair in match.counterparts if pair.other in others]


class Finder:
    """Looks for the answers to the leaves of one superior document."""

    def __init__(self, corpus: Corpus, declared: Declarations) -> None:
        self._corpus, self._declared = corpus, declared
        self._matcher = Matcher(corpus)
        self._by_id = {leaf.task.id: leaf for leaf in corpus.plan}

    def find(self) -> list[Found]:
        """What may answer each leaf, in reading order."""
        superior, parts = self._corpus.superior, self._corpus.parts
        if not all(self._is_named(leaf) for leaf in superior):
            self._matcher.prepare()  # once for all processes that search
        found = [Found(match) for match in in_parallel(self._match, superior, parts)]
        short = [place for place, one in enumerate(found) if self._open(one.match)]
        if short:
            self._matcher.prepare()
        beyond = in_parallel(self._beyond, [found[place].match for place in short], parts)
        for place, match in zip(short, beyond, strict=True):
            found[place] = replace(found[place], elsewhere=match)
        return found

    def leaves(self, tasks: Iterable[Task]) -> tuple[Leaf, ...]:
        """The leaves that answer of some tasks of the plan, each once."""
        ids = dict.fromkeys(leaf.id for task in tasks for leaf in task.leaves())
        return tuple(self._by_id[name] for name in ids if name in self._by_id)

    def named(self, leaf: Leaf) -> tuple[Leaf, ...]:
        """The plan's leaves whose links to a leaf, or to one of its measures, hold."""
        return self.leaves(link.task for link in self._declared.of(leaf.task) if not link.outdated)

    def _is_named(self, leaf: Leaf) -> bool:
        return bool(self._declared.accepted(leaf.task.id))

    def _match(self, leaf: Leaf) -> LeafMatch:
        """A declared leaf is held against the tasks that were named for it; others against the whole plan.

        Where these tasks do, nothing else will be compared with them.
        """
        if self._is_named(leaf):
            match = self._matcher.compare(leaf, self.named(leaf))
            if not self._open(match):
                match.release()
            return match
        return self._matcher.search(leaf, self.leaves(link.task for link in self._declared.of(leaf.task)))

    def _beyond(self, match: LeafMatch) -> LeafMatch:
        return self._matcher.search(match.leaf, self.named(match.leaf), self._open(match))

    def _open(self, match: LeafMatch) -> Sequence[int]:
        """The places of the measures to which the tasks that were named have no good answer."""
        if not self._is_named(match.leaf):
            return ()
        best = [max((pair.likeness for pair in pairs), default=0.0) for pairs in match.measures]
        return [place for place, likeness in enumerate(best) if likeness < ENOUGH]
