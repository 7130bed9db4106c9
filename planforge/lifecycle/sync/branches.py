"""Two trees of sections and tasks made one: the order of the one, and between its nodes what only the other has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from planforge.model import Task
from planforge.yaml_io.editing import Item


@dataclass(slots=True)
class Branch:
    """A node of the tree to be: as it is in the plan, in the edited file, or in both; `below` are its tasks."""

    plan: Task | None
    edited: Task | None
    below: list[Branch] = field(default_factory=list)

    def walk(self) -> Iterator[Branch]:
        """This branch and all below it, in reading order."""
        yield self
        for branch in self.below:
            yield from branch.walk()


@dataclass(frozen=True, slots=True)
class Side:
    """One of the trees: its tops, the partner that a node has in the other tree, and whether one without is wanted."""

    tops: Sequence[Task]
    partner: Mapping[int, Task]
    wants: Callable[[Task], bool]

    def keeps(self, node: Task) -> bool:
        """Whether a node comes into the tree: wanted itself, or for something below it."""
        return id(node) in self.partner or self.wants(node) or any(map(self.keeps, node.tasks))


def shaped(items: Sequence[Item] | None, nodes: Sequence[Task]) -> list[Branch]:
    """The tree that items make of `nodes`, as the plan has it; None, as what an item doesn't say, leaves them so."""
    if items is None:
        return [Branch(node, None, shaped(None, node.tasks)) for node in nodes]
    olds = ((item, item.old if isinstance(item.old, Task) else None) for item in items)
    return [Branch(old, None, shaped(_below(item, old), old.tasks if old else ())) for item, old in olds]


def _below(item: Item, old: Task | None) -> Sequence[Item] | None:
    """What an item says of those below it; a new one that says nothing has none."""
    return item.revision.lists.get("tasks", None if old else ())


def joined(plan: Side, edited: Side, *, plan_leads: bool) -> list[Branch]:
    """The branches of both trees, in the order of one of them."""
    tree = _Tree(plan, edited, plan_leads)
    tree.add(None)
    return tree.tops


class _Tree:
    def __init__(self, plan: Side, edited: Side, plan_leads: bool) -> None:
        self._lead, self._other = (plan, edited) if plan_leads else (edited, plan)
        self._plan_leads = plan_leads
        self._branches: dict[int, Branch] = {}
        self.tops = self._grown(self._lead.tops)

    def _grown(self, nodes: Sequence[Task]) -> list[Branch]:
        return [self._grow(node) for node in nodes if self._lead.keeps(node)]

    def _grow(self, node: Task) -> Branch:
        partner = self._lead.partner.get(id(node))
        branch = Branch(node, partner) if self._plan_leads else Branch(partner, node)
        branch.below = self._grown(node.tasks)
        self._branches |= {id(each): branch for each in (node, partner) if each}
        return branch

    def add(self, parent: Task | None) -> None:
        """What only the other tree has below a node of it: each behind the sibling that it stands behind there."""
        home = self._branches[id(parent)].below if parent else self.tops
        before: Branch | None = None
        for node in parent.tasks if parent else self._other.tops:
            if id(node) not in self._branches and self._other.keeps(node):
                branch = Branch(None, node) if self._plan_leads else Branch(node, None)
                self._branches[id(node)] = branch
                home.insert(_behind(before, home), branch)
            if id(node) in self._branches:
                before = self._branches[id(node)]
                self.add(node)


def _behind(before: Branch | None, home: Sequence[Branch]) -> int:
    return next((turn for turn, branch in enumerate(home, 1) if branch is before), 0)
