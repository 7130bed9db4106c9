"""`planforge link`: new links in the file of a plan, and every other byte of it as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from yaml.nodes import MappingNode, Node, ScalarNode

from planforge.model import Document, Link, Task, Waiver
from planforge.yaml_io.editing.editable import Editable, unsafe
from planforge.yaml_io.editing.link_edits import LinkEdits
from planforge.yaml_io.editing.page import Page
from planforge.yaml_io.editing.pairs import Edit, pair
from planforge.yaml_io.editing.record_edits import RecordEdits
from planforge.yaml_io.load import load
from planforge.yaml_io.parsing.nodes import items_of
from planforge.yaml_io.reading.values import reference

#: Links to write, by the id of the task that gets them.
Accepted = Mapping[str, Sequence[Link]]

#: New fingerprints, by what waivers name (省意见#4.15).
_Marks = Mapping[str, str | None]

_Node = TypeVar("_Node", bound=Task)


def add_links(source: bytes, file: str, links: Accepted, waivers: Sequence[Waiver] = ()) -> bytes:
    """The bytes of a plan with these links, each with its fingerprint, in 落实 of their tasks.

    A link that a task has already only gets its new fingerprint; the others follow those that are there. So do
    `waivers`, all of which the plan has. Comments, quotes, order, line ends, BOM and encoding stay. The result is read
    again before it is given: it is the same plan but for these. Raises InputError where the file has faults to be
    mended first, or can't be edited safely.
    """
    plan = Editable.open(source, file)
    edits = [edit for node, task in plan.nodes() for edit in _edits(plan.page, node, task, links)]
    marks = {waiver.to: waiver.seen for waiver in waivers}
    after = plan.written([*edits, *_waiver_edits(plan, marks)])
    expected = replace(_with_links(plan.document, links), waivers=_marked(plan.document.waivers, marks))
    if load(after, file).document != expected:
        raise unsafe(file)
    return after


def _marked(waivers: Iterable[Waiver], marks: _Marks) -> tuple[Waiver, ...]:
    return tuple(replace(waiver, seen=marks.get(waiver.to, waiver.seen)) for waiver in waivers)


def _waiver_edits(plan: Editable, marks: _Marks) -> Iterator[Edit]:
    """The new fingerprints in the records of 不涉及."""
    found = pair(plan.root, "waivers", "document") if marks else None
    for node in items_of(found[1]) if found else ():
        item = pair(node, "item", "waiver")
        seen = marks.get("#".join(reference(item[1].value))) if item and isinstance(item[1], ScalarNode) else None
        if seen and isinstance(node, MappingNode):
            yield from RecordEdits(plan.page, node, "waiver").values({"seen": seen})


def _edits(page: Page, node: Node, task: Task, links: Accepted) -> Iterator[Edit]:
    if links.get(task.id):
        yield from LinkEdits(page, task.implements, links[task.id]).edits(node)


def _with_links(document: Document, links: Accepted) -> Document:
    return replace(document, sections=tuple(_linked(section, links) for section in document.sections))


def _linked(node: _Node, links: Accepted) -> _Node:
    tasks = tuple(_linked(task, links) for task in node.tasks)
    return replace(node, implements=merged(node.implements, links.get(node.id, ())), tasks=tasks)


def merged(present: Sequence[Link], accepted: Sequence[Link]) -> tuple[Link, ...]:
    """A task's links after some were accepted: those that were there keep their place."""
    seen = {link.to: link for link in accepted}
    kept = [seen.get(link.to, link) for link in present]
    there = {link.to for link in present}
    return (*kept, *(link for to, link in seen.items() if to not in there))
