"""What other offices said about a plan that was sent round for comments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: 批注, 修订 (a tracked change), 改动 (one that nobody tracked).
OpinionKind = Literal["comment", "revision", "edit"]
#: The parts of a plan that an opinion can change by itself; lists of units, time limits and targets among them.
SpotField = Literal[
    "title",
    "notice",
    "preamble",
    "heading",
    "text",
    "closing",
    "lead",
    "support",
    "responsible",
    "deadlines",
    "targets",
]


@dataclass(frozen=True, slots=True)
class Rewording:
    """Characters `[start:stop]` of a text that give way to `text`; an insertion where start is stop."""

    start: int
    stop: int
    text: str


@dataclass(frozen=True, slots=True)
class TextProposal:
    """A part of a text of the plan, and what is to become of it.

    `item` is the id of the section or task, empty for the document; `base` the whole text as it was when opinions were
    collected. `[start:stop]` are the sentences that the opinion is about: what a clerk writes instead replaces them.
    `changes` are the office's own; none where it only remarked on those words.
    """

    item: str
    field: SpotField
    base: str
    start: int
    stop: int
    changes: tuple[Rewording, ...] = ()

    @property
    def passage(self) -> str:
        return self.base[self.start : self.stop]


@dataclass(frozen=True, slots=True)
class ListProposal:
    """A list of the plan (units of a role, time limits, targets) as it was, and as an office wants it.

    Both are the same where it only remarked on the list.
    """

    item: str
    field: SpotField
    base: tuple[str, ...]
    wanted: tuple[str, ...]

    @property
    def passage(self) -> str:
        return "、".join(self.base)


#: What an office wants of one text or list.
SpotProposal = TextProposal | ListProposal
#: What becomes of whole sections or tasks.
TaskChange = Literal["added", "removed", "merged", "split", "moved", "rewritten"]


@dataclass(frozen=True, slots=True)
class TaskProposal:
    """Whole sections or tasks that come, go, change places, or become one or several.

    `items` are the ids of those there are: none of what is added; of those that are merged the first takes in the
    others. `marks` are their fingerprints, with all below them, when opinions were collected. Something comes to stand
    in the node `home` (empty: among the sections), behind the sibling `behind` (empty: at the head). `new` are the
    paragraphs that the office wrote, numbers in front; none where the words stay, and where it only remarked on a whole
    task: that is `rewritten` to what a clerk words.
    """

    change: TaskChange
    items: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    home: str = ""
    behind: str = ""
    new: tuple[str, ...] = ()


Proposal = SpotProposal | TaskProposal


@dataclass(frozen=True, slots=True)
class Opinion:
    """One opinion of an office. `place` and `task` say what it is about, `passage` quotes the plan.

    `content` puts it into words, `note` how it stands to others. Without a `proposal` only a person can act on it.
    """

    place: str
    task: str
    passage: str
    unit: str
    author: str
    date: str
    kind: OpinionKind
    content: str
    proposal: Proposal | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """A file that came back, from which office, with how many opinions; `failure` tells why it can't be read.

    `outdated`: the plan was changed after the file was set, so that those changes look like the office's, turned round.
    """

    file: str
    unit: str
    opinions: int = 0
    failure: str = ""
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class Opinions:
    """All opinions on a plan in the order of its text, and the files that they came in.

    `plan` is the plan itself, in YAML: by what it was, opinions are found again in what it has become.
    """

    title: str
    opinions: tuple[Opinion, ...]
    files: tuple[ReturnedFile, ...]
    plan: str = ""
