"""The plan as it was sent, and one change of whole sections or tasks."""

from __future__ import annotations

from dataclasses import dataclass

from planforge.lifecycle.circulation.returned.paper import Paper
from planforge.model import Document
from planforge.model.opinions import TaskProposal


@dataclass(frozen=True, slots=True)
class Sent:
    """The plan, its Word file as the importer reads it, and the line of `Printed` that each of its paragraphs is."""

    plan: Document
    paper: Paper
    rows: dict[int, int]


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
