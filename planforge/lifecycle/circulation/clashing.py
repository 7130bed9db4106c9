"""Which opinions on whole sections and tasks can't be followed together, with each other or with those on words."""

from __future__ import annotations

from planforge.lifecycle.fingerprints import plain
from planforge.model import Document
from planforge.model.opinions import Proposal, TaskProposal
from planforge.text.numbering import leading_marker


class Clashes:
    """Knows what proposals on a plan do to its sections and tasks."""

    def __init__(self, plan: Document) -> None:
        self._below = {node.id: frozenset(each.id for each in node.walk()) for node in plan.walk()}

    def between(self, one: Proposal, other: Proposal) -> bool:
        """Whether two proposals, at least one of them on whole tasks, want different things of one task."""
        if is_same(one, other):
            return False
        if self._rewrites(one) & self._rewrites(other) or self._moves(one) & self._moves(other):
            return True
        both = ((one, other), (other, one))
        return any(_home(first) & self._takes(second) or self._is_torn(first, second) for first, second in both)

    def _rewrites(self, proposal: Proposal) -> frozenset[str]:
        """The nodes whose words change or go."""
        if not isinstance(proposal, TaskProposal):
            return frozenset({proposal.item})
        if proposal.change == "removed":
            return self._takes(proposal)
        return frozenset(proposal.items) if proposal.new else frozenset()

    def _takes(self, proposal: Proposal) -> frozenset[str]:
        """The nodes that are there no more."""
        if not isinstance(proposal, TaskProposal) or proposal.change not in ("removed", "merged"):
            return frozenset()
        gone = proposal.items[0 if proposal.change == "removed" else 1 :]
        return frozenset().union(*(self._below.get(item, frozenset({item})) for item in gone))

    def _moves(self, proposal: Proposal) -> frozenset[str]:
        """The nodes that change places."""
        if not isinstance(proposal, TaskProposal) or proposal.change != "moved":
            return frozenset()
        return frozenset(proposal.items)

    def _is_torn(self, one: Proposal, other: Proposal) -> bool:
        """Whether one moves a task that the other takes away, splits or merges."""
        return isinstance(other, TaskProposal) and bool(self._moves(one) & self._rewrites(other))


def _home(proposal: Proposal) -> frozenset[str]:
    return frozenset({proposal.home}) if isinstance(proposal, TaskProposal) else frozenset()


def is_same(one: Proposal, other: Proposal) -> bool:
    """Whether two proposals come to the same; the number that an office gave a task makes no difference."""
    if isinstance(one, TaskProposal) and isinstance(other, TaskProposal):
        return _key(one) == _key(other)
    return one == other


def _key(proposal: TaskProposal) -> tuple[object, ...]:
    home = (proposal.home, proposal.behind) if proposal.change in ("added", "moved") else ()
    return proposal.change, proposal.items, home, tuple(map(_unnumbered, proposal.new))


def _unnumbered(words: str) -> str:
    marker = leading_marker(words)
    return plain(words[marker.length :] if marker else words)
