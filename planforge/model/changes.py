"""What differs between two documents or two versions of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from planforge.model.document import Document, Task
from planforge.model.trace import StatusChange

#: What became of a piece of text.
PieceState = Literal["same", "gone", "new"]
#: Pieces in reading order: without the `new` ones they join to the words before, without the `gone` ones to the new.
Pieces = tuple[tuple[PieceState, str], ...]
ChangeKind = Literal["added", "removed", "merged", "split", "moved", "reworded", "units", "deadlines", "targets"]
CHANGE_KINDS: tuple[ChangeKind, ...] = (
    "added",
    "removed",
    "merged",
    "split",
    "moved",
    "reworded",
    "units",
    "deadlines",
    "targets",
)


@dataclass(frozen=True, slots=True)
class ItemChange:
    """Units of a role, time limits or targets that went and came; `name` is what people call them (牵头单位)."""

    kind: Literal["units", "deadlines", "targets"]
    name: str
    gone: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NodeChange:
    """A section or task before and after: several on a side where it was merged or split, none where it is new or gone.

    `places` and `new_places` say where those stand (第二部分第4项); `kinds` is empty where nothing changed but numbers.
    """

    before: tuple[Task, ...]
    after: tuple[Task, ...]
    kinds: tuple[ChangeKind, ...]
    places: tuple[str, ...]
    new_places: tuple[str, ...]
    heading: Pieces = ()
    text: Pieces = ()
    items: tuple[ItemChange, ...] = ()


@dataclass(frozen=True, slots=True)
class PartChange:
    """A part around the tasks (标题, 文号, 导语) whose words changed."""

    name: str
    words: Pieces


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents held side by side. `nodes` are in the order of the second, what is gone where it stood.

    `coverage` tells what the change does to the superior demands; None where no superior documents were given.
    """

    before: Document
    after: Document
    parts: tuple[PartChange, ...]
    nodes: tuple[NodeChange, ...]
    coverage: tuple[StatusChange, ...] | None = None
