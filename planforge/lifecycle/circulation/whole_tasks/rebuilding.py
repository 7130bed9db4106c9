"""Decisions on whole sections and tasks, made in the plan's YAML as `sync` makes what a colleague edited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from planforge.lifecycle.circulation.whole_tasks.decisions import Decision
from planforge.lifecycle.circulation.whole_tasks.whereabouts import Whereabouts
from planforge.lifecycle.fingerprints import of_tree
from planforge.lifecycle.office import Office
from planforge.lifecycle.sync.branches import Branch
from planforge.lifecycle.sync.findings import Findings
from planforge.lifecycle.sync.history import History
from planforge.lifecycle.sync.mirror import Matches, matched, mirror
from planforge.lifecycle.sync.numbers import renumbered
from planforge.lifecycle.sync.revised import revised
from planforge.lifecycle.sync.trees import Merger, Three
from planforge.model import Document, Link, Task
from planforge.yaml_io.editing import Editable, Revision


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The file as it becomes, and the nodes of the plan that go with it, none of which was merged."""

    after: bytes
    removed: tuple[Task, ...]


def rebuild(
    plan: Editable, sent: Document, decisions: Sequence[Decision], found: Whereabouts, office: Office
) -> Rebuilt:
    """The plan's file with these decisions carried out; those that it has already change nothing.

    Raises InputError for a way of writing that can't be edited.
    """
    document = plan.document
    tree = _Tree.of(document, sent, found)
    for decision in sorted(decisions, key=lambda each: each.proposal.change in ("added", "moved")):
        tree.carry_out(decision)  # what comes behind a task that was split comes behind all its parts
    printed = mirror(document, office, office.style()) if tree.words else document
    prints = matched(document.sections, printed.sections, printed.sections).printed
    three = Three(document, printed, document, plan.lang)
    merger = Merger.of(three, History(None, document), Findings(), *(each.read for each in decisions))
    items = merger.items_of(tree.branches(prints), Matches({}, {}, prints), document.sections)
    if items is None:
        return Rebuilt(plan.written(()), ())
    after = revised(plan, Revision(lists={"sections": items}), tree.inherited)
    return Rebuilt(renumbered(plan, after, items), tuple(tree.removed))


@dataclass(slots=True)
class _Tree:
    """The sections and tasks of a plan while decisions are carried out on them.

    `below` has the nodes under each one, by its identity (0: the sections). `words` are new words for nodes of the
    plan, `inherited` links of those that were merged, for the node that took them in.
    """

    sent: Document
    found: Whereabouts
    below: dict[int, list[Task]]
    words: dict[int, Task] = field(default_factory=dict)
    inherited: list[tuple[Task, tuple[Link, ...]]] = field(default_factory=list)
    removed: list[Task] = field(default_factory=list)
    _come: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, plan: Document, sent: Document, found: Whereabouts) -> _Tree:
        below = {id(node): list(node.tasks) for node in plan.walk()}
        return cls(sent, found, below | {0: list(plan.sections)})

    def carry_out(self, decision: Decision) -> None:
        """Make one decision; what is there of it already only keeps its place before what comes behind it."""
        proposal, now = decision.proposal, self.found.now
        there = [self.found.come.get(of_tree(node), node) for node in decision.further]
        own = [now[item] for item in proposal.items if item in now]
        if proposal.change == "added":
            for node in there:
                self._put(node, proposal.home, proposal.behind)
        elif decision.new and not decision.is_done(self.found):
            self._reword(decision, own, there)
        elif not decision.new and proposal.change == "removed":
            for node in own:
                self._take(node)
                self.removed.append(node)
        if proposal.change == "moved":
            self._take(own[0])
            self._put(own[0], proposal.home, proposal.behind)
        self._come |= set(map(id, there))

    def _reword(self, decision: Decision, own: Sequence[Task], further: Sequence[Task]) -> None:
        """Give the first node its new words; the others go, or come right behind it."""
        heir, *gone = own
        if decision.successor is not None and not decision.is_worded(self.found):
            self.words[id(heir)] = decision.successor
        for node in gone:
            self._take(node)
            self.inherited.append((heir, node.implements))
        siblings = self._siblings(heir)
        turn = _turn(siblings, heir) + 1
        siblings[turn:turn] = [node for node in further if self._siblings_or_none(node) is None]
        if decision.replaces:
            self._take(heir)
            self.removed.append(heir)

    def _put(self, node: Task, home: str, behind: str) -> None:
        """Place a node behind a sibling, or what stood before that; earlier arrivals there come first."""
        siblings = self.below[id(self.found.now[home]) if home else 0]
        if any(each is node for each in siblings):
            return
        turn = next((_turn(siblings, each) + 1 for each in self._before(home, behind) if _has(siblings, each)), 0)
        while turn < len(siblings) and id(siblings[turn]) in self._come:
            turn += 1
        siblings.insert(turn, node)
        self._come.add(id(node))

    def _before(self, home: str, behind: str) -> Iterator[Task]:
        """The sibling that something is to stand behind, and those before it, where they are today."""
        parent = next((node for node in self.sent.walk() if node.id == home), None)
        there: Sequence[Task] = parent.tasks if parent else self.sent.sections
        turns = [turn for turn, node in enumerate(there) if node.id == behind]
        for node in reversed(there[: turns[0] + 1] if turns else ()):
            if node.id in self.found.now:
                yield self.found.now[node.id]

    def _take(self, node: Task) -> None:
        siblings = self._siblings(node)
        del siblings[_turn(siblings, node)]

    def _siblings(self, node: Task) -> list[Task]:
        siblings = self._siblings_or_none(node)
        assert siblings is not None  # only nodes of the plan are asked for
        return siblings

    def _siblings_or_none(self, node: Task) -> list[Task] | None:
        return next((each for each in self.below.values() if _has(each, node)), None)

    def branches(self, prints: Mapping[int, Task]) -> list[Branch]:
        """The tree as it is to be; new words go with the number that their node has."""
        return [self._branch(node, prints) for node in self.below[0]]

    def _branch(self, node: Task, prints: Mapping[int, Task]) -> Branch:
        if id(node) not in self.below:
            return Branch(None, node, [self._branch(each, prints) for each in node.tasks])
        words = self.words.get(id(node))
        if words is not None:
            words = replace(words, marker=prints[id(node)].marker, unnumbered=prints[id(node)].unnumbered)
        return Branch(node, words, [self._branch(each, prints) for each in self.below[id(node)]])


def _has(nodes: Sequence[Task], wanted: Task) -> bool:
    return any(node is wanted for node in nodes)


def _turn(nodes: Sequence[Task], wanted: Task) -> int:
    return next(turn for turn, node in enumerate(nodes) if node is wanted)
