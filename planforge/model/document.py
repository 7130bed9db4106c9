"""The one document model: a plan and a directive are roles that a Document plays in a check, not types.

All texts are `Text`, so that findings can point at them; equality looks at the words alone.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from planforge.model.source import Text

Kind = Literal["work_plan", "opinion", "programme", "scheme", "strategy", "notice", "other"]
Role = Literal["guidance", "goals", "tasks", "safeguards", "background"]
Level = Literal["national", "province", "city", "county", "township"]
TaskStatus = Literal["planned", "ongoing", "standing", "done", "dropped"]
Operator = Literal[">=", ">", "=", "<=", "<", "range", "decrease", "~"]
Amount = float | tuple[float, float] | str

#: Sections whose leaves need no counterpart in a plan.
ROLES_WITHOUT_DEMANDS: frozenset[Role] = frozenset({"guidance", "background"})
#: What a unit is to a task.
UnitRole = Literal["lead", "responsible", "support"]
#: The roles, highest first, and what they are called.
UNIT_ROLES: Mapping[UnitRole, str] = {"lead": "牵头", "responsible": "责任", "support": "配合"}


@dataclass(frozen=True, slots=True)
class Units:
    """Units by role: 牵头, 配合/参与 (or listed after a lead), and 责任单位 without such a mark."""

    lead: tuple[Text, ...] = ()
    support: tuple[Text, ...] = ()
    responsible: tuple[Text, ...] = ()

    def __iter__(self) -> Iterator[Text]:
        yield from self.lead
        yield from self.support
        yield from self.responsible

    def __bool__(self) -> bool:
        return bool(self.lead or self.support or self.responsible)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time limit: its words, and the last day that keeps it or how it recurs (每季度); both None when unread."""

    text: Text
    date: datetime.date | None = None
    recurs: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """What must be reached. `value` is as printed with its unit (3.5 and 万件); a range has two; words stay words.

    `baseline` holds the words of what it is measured against (较上年, 比2025年); empty where the text names nothing.
    """

    text: Text
    indicator: str
    op: Operator
    value: Amount
    unit: str = ""
    year: int | None = None
    baseline: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A row of an indicator table."""

    name: Text
    unit: str = ""
    baseline: float | None = None
    target: float | None = None
    text: str = ""
    units: Units = Units()


@dataclass(frozen=True, slots=True)
class Citation:
    """A document named by 《》, by its 文号, or by both."""

    title: str
    doc_number: str | None = None
    text: Text = field(default=Text(), compare=False)


@dataclass(frozen=True, slots=True)
class Clause:
    """One measure within a leaf's text. `id` is the leaf's id, a slash, and its place from 1: `3.1/2`."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Reference:
    """A superior document of the plan (its alias, or its 文号 or title) and a leaf or clause of it."""

    directive: str
    item: str

    @property
    def to(self) -> str:
        """Where it leads, as it is written: 省意见#3.2."""
        return f"{self.directive}#{self.item}"


@dataclass(frozen=True, slots=True)
class Link(Reference):
    """`落实: 省意见#3.2`: a superior item that a task implements.

    `seen` is the fingerprint of the superior text when someone last accepted the link; None: declared and unreviewed.
    """

    seen: str | None = None
    text: Text = field(default=Text(), compare=False)


@dataclass(frozen=True, slots=True)
class Waiver(Reference):
    """`不涉及`: a superior item that this plan need not answer, and why; `seen` as a link's."""

    reason: str
    seen: str | None = None
    text: Text = field(default=Text(), compare=False)


@dataclass(frozen=True, slots=True)
class Task:
    """（一） or 1. : heading, text, and what the text says about who, when and how much.

    `id` is the path of numbers (`3.1`) unless the author gave one; `marker` is as printed (`（一）`), empty where there
    is none; `number` is what the number should be. `text` stands before nested tasks, `closing` after them.
    `status`, `progress`, `evidence` and `note` tell how it went; none of them is printed. `remarks` become comments
    above the node when it is written as YAML; reading gives none.
    """

    id: str = ""
    marker: str = ""
    number: int | None = None
    heading: Text = Text()
    text: Text = Text()
    closing: Text = Text()
    units: Units = Units()
    deadlines: tuple[Deadline, ...] = ()
    targets: tuple[Target, ...] = ()
    clauses: tuple[Clause, ...] = ()
    tasks: tuple[Task, ...] = ()
    implements: tuple[Link, ...] = ()
    own_id: bool = False
    status: TaskStatus | None = None
    progress: str = ""
    evidence: str = ""
    note: str = ""
    remarks: tuple[str, ...] = field(default=(), compare=False)
    unnumbered: bool = False  # meant to have no marker; otherwise a missing one is derived by text.outline.complete
    place: Text = field(default=Text(), compare=False)  # the marker or first words, for findings on the whole
    lists: tuple[Text, ...] = field(default=(), compare=False)  # closing unit lists as printed, taken off the texts

    @property
    def line(self) -> int:
        return self.place.at(0).line

    def walk(self) -> Iterator[Task]:
        """This node and all below it, in reading order."""
        yield self
        for task in self.tasks:
            yield from task.walk()

    def leaves(self) -> Iterator[Task]:
        """The nodes at or below this one that have no tasks."""
        return (node for node in self.walk() if not node.tasks)


@dataclass(frozen=True, slots=True)
class Section(Task):
    """一、 : everything a task has, and what part it plays."""

    role: Role = "tasks"


@dataclass(frozen=True, slots=True)
class Notice:
    """The 印发通知 around a document: its own title, recipients and text."""

    title: Text = Text()
    recipients: Text = Text()
    text: Text = Text()


@dataclass(frozen=True, slots=True)
class Attachment:
    """附件: a part with a structure of its own, tables as rows of cells.

    `cells` are those of `tables` with their places, where the source has them; a merged one is the same object in each
    of its places.
    """

    title: Text = Text()
    sections: tuple[Section, ...] = ()
    tables: tuple[tuple[tuple[str, ...], ...], ...] = ()
    cells: tuple[tuple[tuple[Text, ...], ...], ...] = field(default=(), compare=False)

    def walk(self) -> Iterator[Task]:
        """All nodes of the attachment, in reading order."""
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True, slots=True)
class Imprint:
    """版记: 抄送, 印发机关 and 印发日期 (GB/T 9704-2012, 7.4)."""

    copies: tuple[Text, ...] = ()
    printer: Text = Text()
    printed: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """What stands around the red mark and the date: 份号, 密级, 紧急程度, 签发人, 附注 (GB/T 9704-2012, 7.2 and 7.3.6).

    `secrecy` is as printed (机密★1年); `signers` make the document one for a superior office (上行文); `sealed` tells
    whether the signature leaves room for a seal (7.3.5.1) or not (7.3.5.2); `note` is without its brackets; `posts` are
    those of the signers whose 签名章 the document bears instead (7.3.5.3).
    """

    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    signers: tuple[str, ...] = ()
    sealed: bool = True
    note: str = ""
    posts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Superior:
    """One of a plan's 上级文件: the alias that links use, and a path or a 文号 that finds it."""

    alias: str
    reference: str
    text: Text = field(default=Text(), compare=False)


@dataclass(frozen=True, slots=True)
class Suppression:
    """`# planforge: 忽略 CODE 原因` at a line of the source; `until` is the last line that it covers.

    `place` is the comment itself, empty where the source has no place for it (a comment in a Word file).
    """

    codes: tuple[str, ...]
    reason: str
    line: int
    until: int
    place: Text = field(default=Text(), compare=False)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole official document. What the source lacks is empty, never made up."""

    kind: Kind = "other"
    title: Text = Text()
    doc_number: Text = Text()
    issuers: tuple[Text, ...] = ()
    issued: datetime.date | None = None
    year: int | None = None
    level: Level | None = None
    recipients: Text = Text()
    preamble: Text = Text()
    sections: tuple[Section, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    citations: tuple[Citation, ...] = ()
    notice: Notice | None = None
    attachments: tuple[Attachment, ...] = ()
    imprint: Imprint = Imprint()
    header: Header = Header()
    against: tuple[Superior, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    file: str = field(default="", compare=False)
    suppressions: tuple[Suppression, ...] = field(default=(), compare=False)
    #: The date of issue as printed, also where it can't be read (2027年13月40日); empty where the source is YAML.
    issued_text: Text = field(default=Text(), compare=False)
    #: The first words of each table in the text that lists neither tasks nor indicators: no other field holds it.
    unread: tuple[Text, ...] = field(default=(), compare=False)

    def walk(self) -> Iterator[Task]:
        """All nodes of the body, in reading order."""
        for section in self.sections:
            yield from section.walk()

    def leaves(self) -> Iterator[Task]:
        """All nodes of the body without tasks."""
        for section in self.sections:
            yield from section.leaves()

    def demands(self) -> Iterator[Task]:
        """The leaves that a subordinate plan must answer.

        Leaves of guidance and background are none, nor is a goals section of bare text, which is compared by its
        targets alone; an empty section demands nothing.
        """
        for section in self.sections:
            bare_goals = section.role == "goals" and not section.tasks
            if section.role not in ROLES_WITHOUT_DEMANDS and not bare_goals:
                yield from (leaf for leaf in section.leaves() if leaf.heading.value or leaf.text.value)
