"""The outline of the plan beside that of a returned file, and what of either is told already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from planforge.lifecycle.circulation.returned.paper import Paper
from planforge.lifecycle.circulation.whole_tasks.context import new_nodes, place_in, read_at
from planforge.lifecycle.circulation.whole_tasks.finding.remains import Remains
from planforge.lifecycle.circulation.whole_tasks.finding.restructured import Restructured, Sent
from planforge.lifecycle.fingerprints import of_tree, plain
from planforge.lifecycle.sync.mirror import Matches, matched
from planforge.model import Document, Task
from planforge.model.opinions import TaskChange, TaskProposal


@dataclass(slots=True)
class Comparison:
    """`homes` has what a node of the plan stands in, `new_homes` what one of the file does, by identity.

    `settled` are nodes of either side that a change already told accounts for, `told` the paragraphs that these put in
    place of what was there.
    """

    sent: Sent
    edited: Paper
    remains: Remains
    found: Matches
    homes: dict[int, Task]
    new_homes: dict[int, Task]
    fresh: frozenset[str]
    settled: set[int] = field(default_factory=set)
    told: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, sent: Sent, edited: Paper, remains: Remains) -> Comparison:
        """The nodes of the plan found in the file, by content."""
        found = matched(sent.plan.sections, sent.paper.document.sections, edited.document.sections)
        homes, new_homes = _parents(sent.plan), _parents(edited.document)
        return cls(sent, edited, remains, found, homes, new_homes, frozenset(remains.fresh()))

    # The plan's nodes

    def lines(self, node: Task) -> list[int]:
        """The plan's lines that a node itself stands in; none where they can't be told."""
        numbers = self.sent.paper.own[id(self.found.printed[id(node)])] if id(node) in self.found.printed else ()
        lines = [self.sent.rows.get(number, -1) for number in numbers]
        return [] if -1 in lines else lines

    def all_lines(self, node: Task) -> list[int]:
        """The plan's lines of a node and of all below it."""
        return [line for each in node.walk() for line in self.lines(each)]

    def is_missing(self, node: Task) -> bool:
        """Whether a node of the plan has no partner in the file, and nothing is told of it yet."""
        known = id(node) in self.found.edited or id(node) in self.settled
        return id(node) in self.found.printed and not known

    def is_gone(self, node: Task) -> bool:
        """Whether nothing is left of a node's lines, or only what another task was written into them."""
        lines = self.lines(node)
        return bool(lines) and all(plain(each.words) in self.told for each in self.remains.left(lines))

    # The file's nodes

    def is_come(self, node: Task) -> bool:
        """Whether a node of the file has no partner in the plan, and nothing is told of it yet."""
        return not any(id(node) in known for known in (self.found.plan, self.found.foreign, self.settled))

    def is_fresh(self, node: Task) -> bool:
        """Whether every paragraph of a node itself is new in the file."""
        own = [self.edited.lines[number - 1] for number in self.edited.own[id(node)]]
        return bool(own) and all(plain(words) in self.fresh for words in own)

    def is_at_home(self, node: Task, now: Task) -> bool:
        """Whether a node of the file stands in the home that a node of the plan had."""
        home = self.new_homes.get(id(now))
        return (self.found.plan.get(id(home)) if home is not None else None) is self.homes.get(id(node))

    def siblings(self, node: Task) -> Sequence[Task]:
        """All that stands in the home of a node of the file, itself among them."""
        home = self.new_homes.get(id(node))
        return home.tasks if home is not None else self.edited.document.sections

    def behind(self, node: Task, home: Task | None) -> Task | None:
        """The nearest node before it that stood in the same home, and stayed where it was."""
        there = self.siblings(node)
        turn = next(turn for turn, each in enumerate(there) if each is node)
        before = (self.found.plan.get(id(each)) for each in reversed(there[:turn]))
        stayed = (each for each in before if each is not None and id(each) not in self.found.moved)
        return next((each for each in stayed if self.homes.get(id(each)) is home), None)

    # What is told

    def reads(self, home: Task | None, beside: Task | None, wanted: Sequence[Task], new: Sequence[str]) -> bool:
        """Whether the paragraphs alone, read at that place, are the very nodes of the file."""
        place = place_in(self.sent.plan, home, beside)
        read = read_at(self.edited.document, place, new)
        return read is not None and list(map(of_tree, new_nodes(read, place))) == list(map(of_tree, wanted))

    def change(
        self,
        change: TaskChange,
        items: Sequence[Task],
        lines: Sequence[int],
        new: Sequence[str],
        home: Task | None,
        behind: Task | None = None,
    ) -> Restructured:
        """A change of `items` that takes away or rewrites these lines of the plan, and puts `new` in their place."""
        place = (home.id if home else "", behind.id if behind else "")
        names, marks = tuple(item.id for item in items), tuple(map(of_tree, items))
        proposal = TaskProposal(change, names, marks, *place, tuple(new))
        beside: Sequence[Task | None] = [behind] if behind else [*items] or [home]
        near = [line for node in beside if node for line in self.all_lines(node)]
        at = lines[0] if lines else max(near, default=0) if behind else min(near, default=0)
        return Restructured(proposal, tuple(lines), tuple(new), self._passage(items), at)

    def _passage(self, items: Iterable[Task]) -> tuple[str, ...]:
        """The plan's own paragraphs of some nodes, in the order of the plan."""
        own = set(map(id, items))
        prints = [self.found.printed[id(node)] for node in self.sent.plan.walk() if id(node) in own]
        return tuple(words for node in prints for words in self.sent.paper.paragraphs(node))


def _parents(document: Document) -> dict[int, Task]:
    return {id(child): node for node in document.walk() for child in node.tasks}
