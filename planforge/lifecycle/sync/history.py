"""Who changed what since the Word file was set: told by the fingerprints that it carries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import Literal

from planforge.lifecycle.fingerprints import fingerprint, of_node
from planforge.lifecycle.fingerprints import nodes as nodes_of
from planforge.lifecycle.surroundings import parts
from planforge.model import Document, Task
from planforge.ooxml.parts.origin import Origin

#: Whose change it is: the edited file's, the plan's, or both their own.
Side = Literal["word", "plan", "both"]


class History:
    """What the plan and the edited file were when the file was set from the plan.

    Without an origin, nobody can tell: then every difference counts as made in the file.
    """

    def __init__(self, origin: Origin | None, plan: Document) -> None:
        self._origin = origin
        self._document = plan
        self._plan = frozenset(map(of_node, nodes_of(plan))) if origin else frozenset()
        self._nodes = frozenset(origin.nodes) if origin else frozenset()

    @property
    def is_known(self) -> bool:
        return self._origin is not None

    @cached_property
    def is_at_plan(self) -> bool:
        """Whether the plan is as it was when the file was set."""
        if self._origin is None:
            return False
        marks = {name: fingerprint(words) for name, words in parts(self._document).items() if words}
        return marks == dict(self._origin.parts) and tuple(map(of_node, nodes_of(self._document))) == self._origin.nodes

    @property
    def is_sure(self) -> bool:
        """Whether every difference counts as made in the file."""
        return not self.is_known or self.is_at_plan

    def had(self, node: Task) -> bool:
        """Whether the file was set with a node that said the same."""
        return of_node(node) in self._nodes

    def lost(self, node: Task) -> bool:
        """Whether the file was set with a node that said the same, and the plan says it no more."""
        return self.had(node) and of_node(node) not in self._plan

    def side(self, plan: Task, edited: Task) -> Side:
        """Whose change it is that two nodes differ."""
        if not self.is_known or self.had(plan):
            return "word"
        return "plan" if self.had(edited) else "both"

    def side_of_part(self, name: str, plan: str, edited: str) -> Side:
        """Whose change it is that the words of a part differ."""
        if self._origin is None:
            return "word"
        base = self._origin.parts.get(name, "")
        marks = [fingerprint(words) if words else "" for words in (plan, edited)]
        if marks[0] == base:
            return "word"
        return "plan" if marks[1] == base else "both"

    def is_reordered(self, nodes: Sequence[Task]) -> bool:
        """Whether nodes stand in another order than when the file was set; what it said twice tells nothing."""
        turns = [self._turns[mark] for mark in map(of_node, nodes) if mark in self._turns]
        return any(one > other for one, other in pairwise(turns))

    @cached_property
    def _turns(self) -> dict[str, int]:
        marks = self._origin.nodes if self._origin else ()
        counts = Counter(marks)
        return {mark: turn for turn, mark in enumerate(marks) if counts[mark] == 1}
