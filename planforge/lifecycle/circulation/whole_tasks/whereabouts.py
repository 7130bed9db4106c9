"""Where the sections and tasks that opinions are about stand in the plan as it is now: by content, not by number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from planforge.lifecycle.diff.pairing import pair
from planforge.lifecycle.fingerprints import of_tree
from planforge.model import Document, Task

_Node = TypeVar("_Node", bound=Task)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """`now` has the node that each one of the plan as it was sent is today, by the id it had then; `likely` those as
    well that only their number tells. `come` is what stands in the plan today of what was adopted, by its fingerprint;
    `sent` are the fingerprints of all that was sent.
    """

    now: Mapping[str, Task]
    likely: Mapping[str, Task]
    come: Mapping[str, Task]
    sent: frozenset[str]

    def in_document(self, before: Document, after: Document) -> Whereabouts:
        """The same in another version of the plan, whose sections and tasks stand where they stood."""
        twins = {id(old): new for old, new in zip(before.walk(), after.walk(), strict=True)}
        parts = (self.now, self.likely, self.come)
        now, likely, come = ({name: twins[id(node)] for name, node in each.items()} for each in parts)
        return Whereabouts(now, likely, come, self.sent)


def whereabouts(sent: Document, plan: Document, adopted: Iterable[Task], successors: Mapping[str, Task]) -> Whereabouts:
    """Finds the nodes of the plan that was sent, and those that were adopted, in the plan of today.

    An adopted task that is there already is nobody's successor, however alike it is; `successors` are, by the id of
    the node whose words they took over, however unlike they are.
    """
    known = frozenset(map(of_tree, sent.walk()))
    marks = [(of_tree(node), node) for node in plan.walk()]
    today_by_mark = {each: node for each, node in reversed(marks) if each not in known}
    come = {of_tree(node): today_by_mark[of_tree(node)] for node in adopted if of_tree(node) in today_by_mark}
    heirs = {item: today_by_mark[of_tree(node)] for item, node in successors.items() if of_tree(node) in today_by_mark}
    arrived = {id(node) for node in (*come.values(), *heirs.values())}
    rest = replace(plan, sections=tuple(_without(plan.sections, arrived)))
    found = pair(sent, rest)
    today = list(_walk(plan.sections, arrived))
    now = {found.old[old].id: today[new] for old, new in found.pairs.items()} | heirs
    return Whereabouts(now, now | _of_same_id(sent, today, now), come, known)


def _of_same_id(sent: Document, today: Sequence[Task], now: Mapping[str, Task]) -> dict[str, Task]:
    """Nodes that nothing is like any more go by their number, where that is free."""
    taken = {id(node) for node in now.values()}
    free = {node.id: node for node in today if id(node) not in taken}
    return {node.id: free[node.id] for node in sent.walk() if node.id not in now and node.id in free}


def _without(nodes: Sequence[_Node], out: set[int]) -> Iterator[_Node]:
    for node in nodes:
        if id(node) not in out:
            yield replace(node, tasks=tuple(_without(node.tasks, out)))


def _walk(nodes: Sequence[Task], out: set[int]) -> Iterator[Task]:
    for node in nodes:
        if id(node) not in out:
            yield node
            yield from _walk(node.tasks, out)
