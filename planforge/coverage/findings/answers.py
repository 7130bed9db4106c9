"""What the plan says in answer to each superior task, phrase by phrase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from planforge.coverage.texts.matters import Phrase, phrases_of
from planforge.model import DirectiveTrace, Document, Task, TaskTrace


@dataclass(frozen=True)
class Answers:
    """A superior document and a plan that answers it."""

    directive: DirectiveTrace
    plan: Document

    @cached_property
    def leaves(self) -> dict[str, Task]:
        """The plan's leaves by id."""
        return {leaf.id: leaf for leaf in self.plan.leaves()}

    def names(self, trace: TaskTrace) -> list[str]:
        """The ids of the plan's leaves that answer a superior task; none where that is waived."""
        return [name for name in trace.answering if name in self.leaves] if trace.status != "waived" else []

    def to(self, trace: TaskTrace) -> Iterator[tuple[Task, Phrase]]:
        """The phrases of the plan's leaves that answer a superior task."""
        return ((self.leaves[name], phrase) for name in self.names(trace) for phrase in self.said(name))

    def said(self, leaf: str) -> tuple[Phrase, ...]:
        """The phrases of a leaf of the plan."""
        if leaf not in self._said:
            self._said[leaf] = tuple(phrases_of(self.leaves[leaf]))
        return self._said[leaf]

    @cached_property
    def _said(self) -> dict[str, tuple[Phrase, ...]]:
        return {}

    def asked(self, leaf: str) -> tuple[Phrase, ...]:
        """All that the superior tasks ask which a leaf of the plan answers."""
        if leaf not in self._asked:
            self._asked[leaf] = tuple(chain.from_iterable(phrases_of(trace.task) for trace in self._asking[leaf]))
        return self._asked[leaf]

    @cached_property
    def _asked(self) -> dict[str, tuple[Phrase, ...]]:
        return {}

    @cached_property
    def _asking(self) -> dict[str, list[TaskTrace]]:
        asking: dict[str, list[TaskTrace]] = {}
        for trace in self.directive.tasks:
            for name in self.names(trace):
                asking.setdefault(name, []).append(trace)
        return asking
