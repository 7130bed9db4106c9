"""Tasks that stand behind a superior document and not in its text: a plan must answer them as well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from planforge.model import ROLES_WITHOUT_DEMANDS, Attachment, Document, Section, Task
from planforge.text.outline import complete

_Node = TypeVar("_Node", bound=Task)
#: The share of a row's pairs of characters that one item of the text has, from which on the row repeats that item.
_SAME = 0.6
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")


def with_attached_tasks(document: Document) -> Document:
    """The document with a section for each attachment whose tables list tasks that the text doesn't.

    Where the text has no items at all, as that of a notice, numbered items of its attachments count, too. A section
    goes by `附件1`, its tasks by `附件1.3` with the number of their row.
    """
    attached = tuple(_sections(document))
    if not attached:
        return document
    known = [_Words.of(node) for node in document.walk()]
    listed = complete(replace(document, sections=attached)).sections
    beyond = (_beyond(section, known) for section in listed)
    return replace(document, sections=(*document.sections, *(section for section in beyond if section.tasks)))


def _sections(document: Document) -> Iterator[Section]:
    is_bare = not any(document.leaves())
    for number, attachment in enumerate(document.attachments, 1):
        section = _listed(attachment, document.year) if attachment.tables else None
        if section is None and is_bare:
            section = _itemised(attachment)
        if section is not None:
            yield replace(section, id=f"附件{number}", own_id=True)


def _listed(attachment: Attachment, year: int | None) -> Section | None:
    from planforge.importers.reader.tables.attached import section_of  # few documents come with tables

    return section_of(attachment, year)


def _itemised(attachment: Attachment) -> Section | None:
    """The sections of the attachment that demand something, below one, where something of them bears a number."""
    sections = tuple(section for section in attachment.sections if section.role not in ROLES_WITHOUT_DEMANDS)
    if not any(node.number for section in sections for node in section.walk()):
        return None
    title = attachment.title
    return Section(heading=title, tasks=sections, unnumbered=True, place=title.slice(0, 1))


@dataclass(frozen=True, slots=True)
class _Words:
    """What a node says itself: its pairs of Chinese characters, and its numbers."""

    pairs: frozenset[str]
    numbers: frozenset[str]

    @classmethod
    def of(cls, node: Task) -> _Words:
        words = f"{node.heading.value}\n{node.text.value}\n{node.closing.value}"
        runs = _CHINESE.findall(words)
        pairs = frozenset(run[at : at + 2] for run in runs for at in range(len(run) - 1))
        return cls(pairs, frozenset(_NUMBER.findall(words)))

    def repeats(self, other: _Words) -> bool:
        """Whether the other says as much, figures included."""
        return len(self.pairs & other.pairs) >= _SAME * len(self.pairs) and self.numbers <= other.numbers


def _beyond(node: _Node, known: Sequence[_Words]) -> _Node:
    """The node without the rows that repeat something known, and without groups of which no row is left."""
    tasks = (_beyond(task, known) if task.tasks else task for task in node.tasks if not _is_known(task, known))
    return replace(node, tasks=tuple(tasks))


def _is_known(task: Task, known: Sequence[_Words]) -> bool:
    if task.tasks:
        return all(_is_known(below, known) for below in task.tasks)
    own = _Words.of(task)
    return any(own.repeats(other) for other in known)
