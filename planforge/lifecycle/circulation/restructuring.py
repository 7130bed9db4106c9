"""Whole sections and tasks that an office added, struck out, moved, merged or split in the file that it returned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from planforge.lifecycle.circulation.context import new_nodes, place_in, read_at
from planforge.lifecycle.circulation.paper import Paper
from planforge.lifecycle.circulation.remains import Remains
from planforge.lifecycle.fingerprints import fingerprint, of_node, plain
from planforge.lifecycle.sync.mirror import Matches, matched
from planforge.model import Document, Task, TaskChange, TaskProposal


@dataclass(frozen=True, slots=True)
class Restructured:
    """One such change: the plan's `lines` that it takes away or rewrites, and the paragraphs `written` in their place.

    `passage` are the plan's own paragraphs that it is about; it is told behind the line `at`. Without a `proposal`
    nothing is to be done: the words stand elsewhere in the file, and all else is told by another. Where it is
    `unclear` what became of the task on these lines, people have to look at all that changed there.
    """

    proposal: TaskProposal | None
    lines: tuple[int, ...] = ()
    written: tuple[str, ...] = ()
    passage: tuple[str, ...] = ()
    at: int = 0
    unclear: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """The plan, its Word file as the importer reads it, and the line of `Printed` that each of its paragraphs is."""

    plan: Document
    paper: Paper
    rows: dict[int, int]


def mark(node: Task) -> str:
    """The fingerprint of what is printed of a node and of all below it."""
    return fingerprint("\n".join(map(of_node, node.walk())))


def restructured(sent: Sent, edited: Paper, remains: Remains) -> tuple[Restructured, ...]:
    """What became of whole nodes, where the lines and the outline of the file tell the same."""
    found = matched(sent.plan.sections, sent.paper.document.sections, edited.document.sections)
    return tuple(_Finder(sent, edited, remains, found).all())


def _parents(document: Document) -> dict[int, Task]:
    return {id(child): node for node in document.walk() for child in node.tasks}


@dataclass(slots=True)
class _Finder:
    sent: Sent
    edited: Paper
    remains: Remains
    found: Matches
    _homes: dict[int, Task] = field(default_factory=dict)
    _new_homes: dict[int, Task] = field(default_factory=dict)
    _owners: dict[int, Task] = field(default_factory=dict)
    _fresh: frozenset[str] = frozenset()
    #: Nodes of either side that a merger or a split accounts for.
    _settled: set[int] = field(default_factory=set)
    #: The paragraphs that these put in place of what was there.
    _told: set[str] = field(default_factory=set)

    def all(self) -> Iterator[Restructured]:
        self._homes, self._new_homes = _parents(self.sent.plan), _parents(self.edited.document)
        self._owners = {line: node for node in self.sent.plan.walk() for line in self._lines(node)}
        self._fresh = frozenset(self.remains.fresh())
        yield from self._merged()
        yield from self._split()
        yield from self._replaced()
        yield from self._removed()
        yield from self._added()
        yield from self._elsewhere()
        for node in self.sent.plan.walk():
            if self._is_missing(node):
                yield Restructured(None, tuple(self._lines(node)), unclear=True)

    # What became one, or several

    def _merged(self) -> Iterator[Restructured]:
        heirs: dict[int, list[Task]] = {}
        for node in self.sent.plan.walk():
            into = self._heir(node)
            if into is not None and not node.tasks:
                heirs.setdefault(id(into), []).append(node)
        for heir in self.sent.plan.walk():
            taken = heirs.get(id(heir), [])
            if not taken or heir.tasks or self.found.edited[id(heir)].tasks:
                continue
            items = (heir, *taken)
            new = self.edited.paragraphs(self.found.edited[id(heir)])
            yield from self._rewritten("merged", items, [self.found.edited[id(heir)]], new)

    def _heir(self, node: Task) -> Task | None:
        """The node of the plan that one without a partner was merged with."""
        if id(node) in self.found.edited or id(node) not in self.found.printed:
            return None
        into = next((into for merged, into in self.found.merged if merged is node), None)
        if into is not None:
            return self.found.plan.get(id(into))
        return self._drawn_together(node)

    def _drawn_together(self, node: Task) -> Task | None:
        """The neighbour whose paragraph was made one with that of `node`."""
        lines = self._lines(node)
        near = [self._owners.get(line + step) for line, step in ((lines[0], -1), (lines[-1], 1))] if lines else []
        borders = (lines[0] - 1, lines[-1]) if lines else ()
        for other, border in zip(near, borders, strict=True):
            if other is not None and border in self.remains.joined and id(other) in self.found.edited:
                return other
        return None

    def _split(self) -> Iterator[Restructured]:
        parts: dict[int, list[Task]] = {}
        for node in self.edited.document.walk():
            source = self._source(node)
            if source is not None and not node.tasks:
                parts.setdefault(id(source), []).append(node)
        for source in self.sent.plan.walk():
            if id(source) in parts and not source.tasks:
                own = self.found.edited.get(id(source))
                heirs = self._in_order([*parts[id(source)], *([own] if own else [])])
                new = [words for heir in heirs for words in self.edited.paragraphs(heir)]
                if len(heirs) > 1 and not any(heir.tasks for heir in heirs) and self._is_at_home(source, heirs[0]):
                    yield from self._rewritten("split", (source,), heirs, new)

    def _source(self, node: Task) -> Task | None:
        """The node of the plan whose words a new one has."""
        if id(node) in self.found.plan or id(node) in self.found.foreign:
            return None
        known = next((source for part, source in self.found.split if part is node), None)
        if known is not None or self._is_fresh(node):
            return known
        own = {plain(words) for words in self.edited.paragraphs(node)}
        lines = {each.line for each in self.remains.written if not each.fresh and plain(each.words) in own}
        sources = {id(each): each for each in map(self._owners.get, lines) if each is not None}
        return next(iter(sources.values())) if len(sources) == 1 else None

    def _replaced(self) -> Iterator[Restructured]:
        """Nodes over which another one was written, so that the lines are the same and the tasks are not."""
        come = [node for node in self.edited.document.walk() if self._is_come(node) and not node.tasks]
        said = {frozenset(map(plain, self.edited.paragraphs(node))): node for node in come}
        for node in self.sent.plan.walk():
            if not self._is_missing(node) or node.tasks:
                continue
            left = frozenset(plain(each.words) for each in self.remains.left(self._lines(node)))
            now = said.get(left)
            if now is not None and self._is_at_home(node, now):
                yield from self._rewritten("rewritten", (node,), [now], self.edited.paragraphs(now))

    def _is_missing(self, node: Task) -> bool:
        """Whether a node of the plan has no partner in the file, and nothing is told of it yet."""
        known = id(node) in self.found.edited or id(node) in self._settled
        return id(node) in self.found.printed and not known

    def _is_come(self, node: Task) -> bool:
        """Whether a node of the file has no partner in the plan, and nothing is told of it yet."""
        return not any(id(node) in known for known in (self.found.plan, self.found.foreign, self._settled))

    def _is_at_home(self, node: Task, now: Task) -> bool:
        """Whether a node of the file stands in the home that a node of the plan had."""
        home = self._new_homes.get(id(now))
        return (self.found.plan.get(id(home)) if home is not None else None) is self._homes.get(id(node))

    def _in_order(self, heirs: Sequence[Task]) -> list[Task]:
        """Parts in their order, where they stand side by side; none where they don't."""
        wanted = {id(heir) for heir in heirs}
        home = self._new_homes.get(id(heirs[0]))
        there: Sequence[Task] = home.tasks if home else self.edited.document.sections
        turns = [turn for turn, node in enumerate(there) if id(node) in wanted]
        together = len(turns) == len(wanted) and turns[-1] - turns[0] == len(turns) - 1
        return [there[turn] for turn in turns] if together else []

    def _rewritten(
        self, change: TaskChange, items: Sequence[Task], heirs: Sequence[Task], new: Sequence[str]
    ) -> Iterator[Restructured]:
        """A change that puts `heirs`, as `new` words them, in place of `items`."""
        home = self._homes.get(id(items[0]))
        lines = [line for item in items for line in self._lines(item)]
        left = "".join(plain(words) for words in new)
        if not lines or any(plain(each.words) not in left for each in self.remains.left(lines)):
            return
        if not self._reads(home, items[0], heirs, new):
            return
        self._settled |= {id(each) for each in (*items, *heirs)}
        self._told |= set(map(plain, new))
        yield self._change(change, items, lines, new, home)

    # What went and came

    def _removed(self) -> Iterator[Restructured]:
        whole: set[int] = set()
        for node in reversed(list(self.sent.plan.walk())):
            if self._is_missing(node) and self._is_gone(node) and _all_in(node, whole):
                whole.add(id(node))
        for node in self.sent.plan.walk():
            if id(node) in whole and id(self._homes.get(id(node))) not in whole:
                self._settled |= {id(each) for each in node.walk()}
                lines = self._all_lines(node)
                yield self._change("removed", (node,), lines, (), self._homes.get(id(node)))

    def _added(self) -> Iterator[Restructured]:
        whole: set[int] = set()
        for node in reversed(list(self.edited.document.walk())):
            if self._is_come(node) and self._is_fresh(node) and _all_in(node, whole):
                whole.add(id(node))
        for node in self.edited.document.walk():
            parent = self._new_homes.get(id(node))
            if id(node) not in whole or (parent is not None and id(parent) not in self.found.plan):
                continue
            home = self.found.plan[id(parent)] if parent is not None else None
            new = self.edited.paragraphs(node)
            behind = self._behind(node, home)
            if self._reads(home, behind, [node], new):
                yield self._change("added", (), (), new, home, behind)

    # What stands elsewhere, or in other words

    def _elsewhere(self) -> Iterator[Restructured]:
        for node in self.sent.plan.walk():
            now = self.found.edited.get(id(node))
            if now is None or id(node) in self._settled:
                continue
            lines = self._all_lines(node)
            away = bool(lines) and not self.remains.left(lines)
            same = mark(self.found.printed[id(node)]) == mark(now)
            new = () if same or not away else self.edited.paragraphs(now)
            if id(node) in self.found.moved:
                yield from self._moved(node, now, lines if away else (), new)
            elif away and same:
                yield Restructured(None, tuple(lines), self.edited.paragraphs(now))
            elif away and not node.tasks and not now.tasks:
                yield from self._rewritten("rewritten", (node,), [now], new)

    def _moved(self, node: Task, now: Task, lines: Sequence[int], new: Sequence[str]) -> Iterator[Restructured]:
        parent = self._new_homes.get(id(now))
        if parent is not None and id(parent) not in self.found.plan:
            return
        home = self.found.plan[id(parent)] if parent is not None else None
        behind = self._behind(now, home)
        if new and (node.tasks or now.tasks or not self._reads(home, behind, [now], new)):
            return
        told = self._change("moved", (node,), lines, new, home, behind)
        yield replace(told, written=self.edited.paragraphs(now) if lines else ())

    # What they have in common

    def _change(
        self,
        change: TaskChange,
        items: Sequence[Task],
        lines: Sequence[int],
        new: Sequence[str],
        home: Task | None,
        behind: Task | None = None,
    ) -> Restructured:
        names, marks = tuple(item.id for item in items), tuple(map(mark, items))
        place = (home.id if home else "", behind.id if behind else "")
        own = set(map(id, items))
        prints = [self.found.printed[id(node)] for node in self.sent.plan.walk() if id(node) in own]
        passage = [words for node in prints for words in self.sent.paper.paragraphs(node)]
        beside: Sequence[Task | None] = [behind] if behind else [*items] or [home]
        near = [line for node in beside if node for line in self._all_lines(node)]
        at = lines[0] if lines else max(near, default=0) if behind else min(near, default=0)
        proposal = TaskProposal(change, names, marks, *place, tuple(new))
        return Restructured(proposal, tuple(lines), tuple(new), tuple(passage), at)

    def _reads(self, home: Task | None, beside: Task | None, wanted: Sequence[Task], new: Sequence[str]) -> bool:
        """Whether the paragraphs alone, read at that place, are the very nodes of the file."""
        place = place_in(self.sent.plan, home, beside)
        read = read_at(self.edited.document, place, new)
        return read is not None and list(map(mark, new_nodes(read, place))) == list(map(mark, wanted))

    def _behind(self, node: Task, home: Task | None) -> Task | None:
        """The nearest node before it that stood in the same home, and stayed where it was."""
        parent = self._new_homes.get(id(node))
        there: Sequence[Task] = parent.tasks if parent is not None else self.edited.document.sections
        turn = next(turn for turn, each in enumerate(there) if each is node)
        before = (self.found.plan.get(id(each)) for each in reversed(there[:turn]))
        stayed = (each for each in before if each is not None and id(each) not in self.found.moved)
        return next((each for each in stayed if self._homes.get(id(each)) is home), None)

    def _lines(self, node: Task) -> list[int]:
        """The plan's lines that a node itself stands in; none where they can't be told."""
        numbers = self.sent.paper.own[id(self.found.printed[id(node)])] if id(node) in self.found.printed else ()
        lines = [self.sent.rows.get(number, -1) for number in numbers]
        return [] if -1 in lines else lines

    def _all_lines(self, node: Task) -> list[int]:
        return [line for each in node.walk() for line in self._lines(each)]

    def _is_gone(self, node: Task) -> bool:
        """Whether nothing is left of a node's lines, or only what another task was written into them."""
        lines = self._lines(node)
        return bool(lines) and all(plain(each.words) in self._told for each in self.remains.left(lines))

    def _is_fresh(self, node: Task) -> bool:
        """Whether every paragraph of a node itself is new in the file."""
        own = [self.edited.lines[number - 1] for number in self.edited.own[id(node)]]
        return bool(own) and all(plain(words) in self._fresh for words in own)


def _all_in(node: Task, whole: Iterable[int]) -> bool:
    return all(id(child) in whole for child in node.tasks)
