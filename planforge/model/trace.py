"""What coverage found: for each demand of a superior document its status, its counterparts, and the words that prove it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from planforge.model.document import Deadline, Target, Task
from planforge.model.source import Text

Status = Literal["covered", "partial", "uncovered", "review", "waived"]
LinkState = Literal["declared", "suggested", "outdated"]
STATUSES: tuple[Status, ...] = ("covered", "partial", "uncovered", "review", "waived")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A superior clause and the plan's clause that answers it, with a score from 0 to 1."""

    clause: str
    plan_clause: str
    score: float


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A plan task that answers a superior task."""

    task: str
    heading: str
    score: float
    link: LinkState
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class BestClause:
    """The plan clause nearest to a superior clause."""

    plan_clause: str
    task: str
    text: Text


@dataclass(frozen=True, slots=True)
class ClauseTrace:
    """A superior clause: what became of it. `missing` holds its words that nothing answers."""

    id: str
    text: Text
    status: Status
    confidence: float
    score: float
    best: BestClause | None = None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskTrace:
    """A superior task: what became of it; `reason` is the waiver's, or why a person must look."""

    task: Task
    status: Status
    confidence: float
    counterparts: tuple[Counterpart, ...] = ()
    clauses: tuple[ClauseTrace, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TargetConflict:
    """A plan's target that is weaker than the superior's for the same indicator."""

    superior: Target
    superior_task: str
    plan: Target
    plan_task: Task


@dataclass(frozen=True, slots=True)
class DeadlineConflict:
    """A plan's deadline that is later than the superior's along a link."""

    superior: Deadline
    superior_task: str
    plan: Deadline
    plan_task: Task


@dataclass(frozen=True, slots=True)
class DirectiveTrace:
    """A superior document held against a plan. `alias` is what the plan's links call it."""

    alias: str
    title: str
    doc_number: str | None
    tasks: tuple[TaskTrace, ...]
    targets: tuple[TargetConflict, ...] = ()
    deadlines: tuple[DeadlineConflict, ...] = ()
    file: str = ""


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link or waiver that leads nowhere, and why; `nearest` are ids that exist, most alike first."""

    text: Text
    task: Task | None
    reason: Literal["directive", "item"]
    directive: str
    item: str
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """A plan held against all its superior documents."""

    plan_title: str
    plan_year: int | None
    directives: tuple[DirectiveTrace, ...] = ()
    broken: tuple[BrokenLink, ...] = ()
