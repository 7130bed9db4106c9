"""What the plan itself says about its superior documents: links, waivers, and those that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Literal

from planforge.coverage.declared.fingerprint import fingerprint
from planforge.model import BrokenLink, Clause, Document, Link, Task, Waiver

#: How many existing names a broken link is offered.
NEAREST = 3


@dataclass(frozen=True, slots=True)
class Declared:
    """A task of the plan that says what it implements; `outdated` when that text has changed since it was accepted."""

    task: Task
    outdated: bool


def names(task: Task) -> tuple[str, ...]:
    """What a link may call a leaf or a part of it: its id, and those of its measures."""
    return (task.id, *(clause.id for clause in task.clauses))


@dataclass
class Declarations:
    """What a plan declares about one superior document, by the ids of its leaves and clauses.

    `waivers` hold the reasons; `lapsed_waivers` are of texts that have changed since, so that they hold no longer.
    """

    links: dict[str, list[Declared]] = field(default_factory=dict)
    waivers: dict[str, str] = field(default_factory=dict)
    lapsed_waivers: set[str] = field(default_factory=set)

    def accepted(self, item: str) -> list[Task]:
        """The plan's tasks whose links to `item` hold."""
        links = self.links.get(item)
        return [link.task for link in links if not link.outdated] if links else []

    def reason_to_waive(self, task: Task) -> str:
        """Why a task, or else the first of its measures that is, need not be answered; empty where none is waived."""
        return next((self.waivers[name] for name in names(task) if name in self.waivers), "")

    def of(self, task: Task) -> list[Declared]:
        """The links to a task and to its measures, holding or not."""
        return [link for name in names(task) if name in self.links for link in self.links[name]]

    def lapsed(self, item: str) -> bool:
        """Whether there are links to `item` and someone must look at all of them again."""
        links = self.links.get(item, ())
        return bool(links) and all(link.outdated for link in links)


@dataclass(frozen=True)
class _Directive:
    alias: str
    names: frozenset[str]
    items: dict[str, Task | Clause]
    declarations: Declarations


def read_declarations(
    plan: Document, directives: Sequence[tuple[str, Document]]
) -> tuple[tuple[Declarations, ...], tuple[BrokenLink, ...]]:
    """The plan's declarations for each of `directives`, and the links and waivers that lead to none of their items.

    A link to a superior document that the plan names but that isn't looked at now is neither.
    """
    known = [_directive(plan, alias, document) for alias, document in directives]
    absent = {superior.alias for superior in plan.against}
    broken: list[BrokenLink] = []
    for task, reference in _references(plan):
        directive = next((d for d in known if reference.directive in d.names), None)
        if directive and reference.item in directive.items:
            _note(directive, task, reference)
        elif directive or reference.directive not in absent:
            broken.append(_broken(task, reference, directive, known))
    return tuple(d.declarations for d in known), tuple(broken)


def linked_items(
    plan: Document, directives: Sequence[tuple[str, Document]]
) -> Iterator[tuple[Task, Link, str, Task | Clause]]:
    """Every link of the plan that leads to an item of `directives`: its task, the link, the alias, and the item."""
    for task, link, alias, item in _led(plan, directives):
        if task and isinstance(link, Link):
            yield task, link, alias, item


def waived_items(
    plan: Document, directives: Sequence[tuple[str, Document]]
) -> Iterator[tuple[Waiver, str, Task | Clause]]:
    """Every waiver of the plan that leads to an item of `directives`: the waiver, the alias, and the item."""
    for _, waiver, alias, item in _led(plan, directives):
        if isinstance(waiver, Waiver):
            yield waiver, alias, item


def is_outdated(reference: Link | Waiver, item: Task | Clause) -> bool:
    """Whether the superior's text has changed since somebody accepted a link or a waiver; never before that."""
    return reference.seen is not None and reference.seen != fingerprint(item)


def _led(
    plan: Document, directives: Sequence[tuple[str, Document]]
) -> Iterator[tuple[Task | None, Link | Waiver, str, Task | Clause]]:
    """What the plan declares of items of `directives`: the task that does, the reference, the alias, and the item."""
    known = [_directive(plan, alias, document) for alias, document in directives]
    for task, reference in _references(plan):
        directive = next((d for d in known if reference.directive in d.names), None)
        if directive and reference.item in directive.items:
            yield task, reference, directive.alias, directive.items[reference.item]


def _references(plan: Document) -> Iterator[tuple[Task | None, Link | Waiver]]:
    for task in plan.walk():
        yield from ((task, link) for link in task.implements)
    yield from ((None, waiver) for waiver in plan.waivers)


def _directive(plan: Document, alias: str, document: Document) -> _Directive:
    own = {alias, document.doc_number.value, document.title.value}
    called = own | {document.file, PurePath(document.file).name}
    own |= {s.alias for s in plan.against if s.reference in called or PurePath(s.reference).name in called}
    items: dict[str, Task | Clause] = {}
    for task in document.walk():
        items[task.id] = task
        items |= {clause.id: clause for clause in task.clauses}
    return _Directive(alias, frozenset(own - {""}), items, Declarations())


def _note(directive: _Directive, task: Task | None, reference: Link | Waiver) -> None:
    item, declared = directive.items[reference.item], directive.declarations
    ids = [item.id] if isinstance(item, Clause) else [leaf.id for leaf in item.leaves()]
    outdated = is_outdated(reference, item)
    for name in ids:
        if task:
            declared.links.setdefault(name, []).append(Declared(task, outdated))
        elif outdated:
            declared.lapsed_waivers.add(name)
        elif isinstance(reference, Waiver):
            declared.waivers[name] = reference.reason


def _broken(
    task: Task | None, reference: Link | Waiver, directive: _Directive | None, known: Sequence[_Directive]
) -> BrokenLink:
    if directive:
        nearest = _nearest(reference.item, _like(reference.item, directive.items))
    else:
        nearest = _nearest(reference.directive, [d.alias for d in known])
    reason: Literal["directive", "item"] = "item" if directive else "directive"
    return BrokenLink(reference.text, task, reason, reference.directive, reference.item, nearest)


def _like(item: str, items: Iterable[str]) -> list[str]:
    """The ids of clauses where a clause is meant, else those of tasks."""
    return [name for name in items if ("/" in name) == ("/" in item)]


def _nearest(wanted: str, options: Sequence[str]) -> tuple[str, ...]:
    from rapidfuzz import fuzz, process

    return tuple(name for name, _, _ in process.extract(wanted, options, scorer=fuzz.ratio, limit=NEAREST))
