"""`planforge link`: new links in the file of a plan, and every other byte of it as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from yaml.nodes import Node

from planforge.model import Document, Link, Task
from planforge.yaml_io.editing.editable import Editable, unsafe
from planforge.yaml_io.editing.link_edits import LinkEdits
from planforge.yaml_io.editing.page import Page
from planforge.yaml_io.editing.pairs import Edit
from planforge.yaml_io.load import load

#: Links to write, by the id of the task that gets them.
Accepted = Mapping[str, Sequence[Link]]

_Node = TypeVar("_Node", bound=Task)


def add_links(source: bytes, file: str, links: Accepted) -> bytes:
    """The bytes of a plan with these links, each with its fingerprint, in 落实 of their tasks.

    A link that a task has already only gets its new fingerprint; the others follow those that are there. Comments,
    quotes, order, line ends, BOM and encoding stay. The result is read again before it is given: it is the same plan
    but for the links. Raises InputError where the file has faults to be mended first, or can't be edited safely.
    """
    plan = Editable.open(source, file)
    edits = [edit for node, task in plan.nodes() for edit in _edits(plan.page, node, task, links)]
    after = plan.written(edits)
    if load(after, file).document != _with_links(plan.document, links):
        raise unsafe(file)
    return after


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
