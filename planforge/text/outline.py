"""The last step of every reader: numbers, ids, clauses, and what the texts say about time, amounts and units."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from planforge.model import Attachment, Clause, Document, Section, Task
from planforge.text import clauses, identities, statements
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
    return statements.without_found(task, statements.years_of(document))


def _attachment(part: Attachment, above: str, years: Years) -> Attachment:
    return replace(part, sections=_read(part.sections, above, years))


def _read(sections: tuple[Section, ...], above: str, years: Years) -> tuple[Section, ...]:
    return tuple(_complete(section, years) for section in identities.give(sections, above))


def _complete(node: _Node, years: Years) -> _Node:
    within = statements.years_within(node, years)
    read = statements.with_found(node, within)
    return replace(read, clauses=_clauses(read), tasks=tuple(_complete(task, within) for task in read.tasks))


def _clauses(node: Task) -> tuple[Clause, ...]:
    """Of a leaf alone: the text above nested tasks leads to them and is no measure of its own."""
    if node.tasks:
        return ()
    return tuple(Clause(f"{node.id}/{turn}", text) for turn, text in enumerate(clauses.split(node.text), 1))


def _bare(sections: tuple[Section, ...], years: Years) -> tuple[Section, ...]:
    return tuple(_strip(section, years) for section in identities.take(sections))


def _strip(node: _Node, years: Years) -> _Node:
    within = statements.years_within(node, years)
    kept = statements.without_found(node, within)
    return replace(kept, clauses=(), tasks=tuple(_strip(task, within) for task in node.tasks))
