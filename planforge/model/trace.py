"""What coverage found: for each superior demand its status, its counterparts, and the words that prove it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from planforge.model.diagnostic import Diagnostic
from planforge.model.document import Deadline, Document, Target, Task
from planforge.model.source import Text

Status = Literal["covered", "partial", "uncovered", "review", "waived"]
LinkState = Literal["declared", "suggested", "outdated"]
#: Texts less alike than this (0 to 1) have a few common words and no more: a declared link has no support in them, and
#: a counterpart is not worth showing or asking about.
ALIKE = 0.14
#: Of a measure so much (0 to 1) is all of it: its stops are no words.
_ALL = 0.8
#: A gap of whose pairs of characters so many (0 to 1) stand in the answer is said there, too, but for less.
_SAID = 0.6
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

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is told as unanswered: the words that are missing, or else all of them; nothing where it is met."""
        if self.status not in ("partial", "uncovered"):
            return ()
        return self.missing or (self.text.value,)

    @property
    def half_met(self) -> bool:
        """Whether its gaps are answered, but for less (可以 for 必须), so that it would be wrong to say that nothing
        answers them: all of its words are gaps though a clause answers it, or that clause has the words of each gap.
        """
        return self.status == "partial" and (
            sum(map(len, self.gaps)) >= _ALL * len(self.text.value) or all(map(self._is_said, self.gaps))
        )

    def _is_said(self, gap: str) -> bool:
        pairs = ["".join(pair) for pair in pairwise(gap)]
        return self.best is not None and sum(pair in self.best.text.value for pair in pairs) >= _SAID * len(pairs)


@dataclass(frozen=True, slots=True)
class TaskTrace:
    """A superior task: what became of it; `reason` is the waiver's, or why a person must look."""

    task: Task
    status: Status
    confidence: float
    counterparts: tuple[Counterpart, ...] = ()
    clauses: tuple[ClauseTrace, ...] = ()
    reason: str = ""

    @property
    def answering(self) -> tuple[str, ...]:
        """The ids of the plan's tasks that answer it, as far as the verdicts go: linked ones, and those of answers."""
        linked = [counterpart.task for counterpart in self.counterparts if counterpart.link != "suggested"]
        best = [clause.best.task for clause in self.clauses if clause.best and clause.status != "uncovered"]
        if not self.clauses and self.status not in ("uncovered", "waived"):
            best = [counterpart.task for counterpart in self.counterparts[:1]]
        return tuple(dict.fromkeys(linked + best))

    @property
    def unanswered(self) -> tuple[ClauseTrace, ...]:
        """Its clauses that nothing answers; a covered task may have some."""
        return tuple(clause for clause in self.clauses if clause.status == "uncovered")


@dataclass(frozen=True, slots=True)
class TargetConflict:
    """A plan's target that is weaker than the superior's for the same indicator; `also` are the ids of other superior
    tasks that demand the same, empty for a row of the indicator table. `share`: it may be one place's part of a sum.
    """

    superior: Target
    superior_task: str
    plan: Target
    plan_task: Task
    also: tuple[str, ...] = ()
    share: bool = False


@dataclass(frozen=True, slots=True)
class UnnamedTarget:
    """A target of a superior task that the plan says nothing of."""

    superior: Target
    superior_task: str


@dataclass(frozen=True, slots=True)
class DeadlineConflict:
    """A plan's deadline later than the superior's along a link, or without an end (长期坚持: it has no date);
    `past`: the superior's lies before the plan's year; `assumed`: its year is the plan's, since it names none.
    """

    superior: Deadline
    superior_task: str
    plan: Deadline
    plan_task: Task
    past: bool = False
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class DirectiveTrace:
    """A superior document held against a plan. `alias` is what the plan's links call it; `document` is itself."""

    alias: str
    title: str
    doc_number: str | None
    tasks: tuple[TaskTrace, ...]
    targets: tuple[TargetConflict, ...] = ()
    deadlines: tuple[DeadlineConflict, ...] = ()
    file: str = ""
    document: Document | None = field(default=None, compare=False)
    unnamed: tuple[UnnamedTarget, ...] = ()


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
class ChainStep:
    """One level of a chain: what became there of the measure that came down, and the clause that answers it, if any."""

    level: int
    status: Status
    answer: str = ""


@dataclass(frozen=True, slots=True)
class ClauseChain:
    """A measure of the topmost document on its way down: the worst of its levels, and the level where it was lost.

    `steps` end at the level where nothing answers any more; `lost` is None unless the status is `uncovered`.
    """

    id: str
    text: Text
    status: Status
    steps: tuple[ChainStep, ...]
    lost: int | None = None


@dataclass(frozen=True, slots=True)
class TaskChain:
    """A task of the topmost document: its measures on their way down, and what they come to together."""

    task: Task
    status: Status
    clauses: tuple[ClauseChain, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """Documents from the topmost down to the plan; levels count in `titles`, so that level 1 answers level 0."""

    titles: tuple[str, ...]
    tasks: tuple[TaskChain, ...]


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A superior task or clause whose status differs from that of an earlier report; None where it was not in one."""

    directive: str
    id: str
    words: str
    before: Status | None
    after: Status | None


@dataclass(frozen=True, slots=True)
class Trace:
    """A plan held against all its superior documents.

    `orphans` are the plan's leaves that answer no demand of any of them; `chains` reach over more than one level;
    `changes` are those since an earlier report, None where there is none to compare with. `absent` tells of documents
    further up that the superior ones name and that can't be found: nothing can be said of what they demand.
    `misplaced` are pairs of titles of which the first is held to be superior though its office stands lower.
    """

    plan_title: str
    plan_year: int | None
    directives: tuple[DirectiveTrace, ...] = ()
    broken: tuple[BrokenLink, ...] = ()
    orphans: tuple[Task, ...] = ()
    chains: tuple[Chain, ...] = ()
    changes: tuple[StatusChange, ...] | None = None
    absent: tuple[Diagnostic, ...] = ()
    misplaced: tuple[tuple[str, str], ...] = ()
    plan: Document | None = field(default=None, compare=False)
