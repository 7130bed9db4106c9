"""The last step of every reader: numbers, ids, clauses, and what the texts say about time, amounts and units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from planforge.model import Attachment, Clause, Document, Section, Task
from planforge.text import clauses, identities, statements
from planforge.text.identities import Count, Identity
from planforge.text.statements import Years

_Node = TypeVar("_Node", bound=Task)


def complete(document: Document) -> Document:
    """The document with what its markers, places and texts imply; complete(complete(d)) == complete(d).

    - A node without a marker gets that of its siblings' style, or of its level (一、 （一） 1. （1）), unless it is
      `unnumbered`. Printed markers stay as they are.
    - `number` is what the number should be: siblings of a style count up by one, from 1 or on from the section before.
    - `id` is the path of numbers, as `identities` tells; ids that authors gave (`own_id`) stay.
    - Leaves get the clauses of their text; deadlines, targets and units that heading, text or closing name follow the
      explicit ones, without repeats.
    """
    years = statements.years_of(document)
    attachments = enumerate(document.attachments, 1)
    return replace(
        document,
        sections=_read(document.sections, "", years),
        attachments=tuple(_attachment(part, f"附件{turn}.", years) for turn, part in attachments),
    )


def bare(document: Document) -> Document:
    """The document without what `complete` implies: complete(bare(d)) == d for a completed d."""
    years = statements.years_of(document)
    attachments = (replace(part, sections=_bare(part.sections, years)) for part in document.attachments)
    return replace(document, sections=_bare(document.sections, years), attachments=tuple(attachments))


def explicit(task: _Node, document: Document) -> _Node:
    """A completed node of the document without the deadlines, targets and units that its own words give again."""
    needed = statements.without_found(task, statements.years_of(document))
    return replace(task, deadlines=needed.deadlines, targets=needed.targets, units=needed.units)


def _attachment(part: Attachment, above: str, years: Years) -> Attachment:
    return replace(part, sections=_read(part.sections, above, years))


def _read(sections: tuple[Section, ...], above: str, years: Years) -> tuple[Section, ...]:
    return _complete_all(sections, above, 1, Count.of(sections), years)


def _complete_all(nodes: Sequence[_Node], above: str, depth: int, count: Count, years: Years) -> tuple[_Node, ...]:
    """Siblings of a depth and all below them."""
    if not nodes:
        return ()
    given = zip(nodes, identities.give(nodes, above, depth, count), strict=True)
    return tuple(_complete(node, identity, depth, count, years) for node, identity in given)


def _complete(node: _Node, identity: Identity, depth: int, count: Count, years: Years) -> _Node:
    within = statements.years_within(node, years)
    said = statements.with_found(node, within)
    return replace(
        node,
        id=identity.id,
        marker=identity.marker,
        number=identity.number,
        unnumbered=identity.unnumbered,
        deadlines=said.deadlines,
        targets=said.targets,
        units=said.units,
        clauses=_clauses(node, identity.id),
        tasks=_complete_all(node.tasks, f"{identity.id}.", depth + 1, count, within),
    )


def _clauses(node: Task, name: str) -> tuple[Clause, ...]:
    """Of a leaf alone: the text above nested tasks leads to them and is no measure of its own."""
    if node.tasks:
        return ()
    return tuple(Clause(f"{name}/{turn}", text) for turn, text in enumerate(clauses.split(node.text), 1))


def _bare(sections: tuple[Section, ...], years: Years) -> tuple[Section, ...]:
    return tuple(_strip(section, years) for section in identities.take(sections))


def _strip(node: _Node, years: Years) -> _Node:
    within = statements.years_within(node, years)
    needed = statements.written(node, within)
    return replace(
        node,
        deadlines=needed.deadlines,
        targets=needed.targets,
        units=needed.units,
        clauses=(),
        tasks=tuple(_strip(task, within) for task in node.tasks),
    )
