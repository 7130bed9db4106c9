"""What was adopted of opinions on whole sections and tasks: one decision for all rows that ask for the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planforge.lifecycle.circulation.clashing import is_same
from planforge.lifecycle.circulation.refusals import CHANGED, GONE
from planforge.lifecycle.circulation.table import Adopted, shared_words
from planforge.lifecycle.circulation.whole_tasks.context import Place, new_nodes, place_in, read_at
from planforge.lifecycle.circulation.whole_tasks.whereabouts import Whereabouts
from planforge.lifecycle.diff.likeness import likeness
from planforge.lifecycle.diff.pairing import ALIKE
from planforge.lifecycle.fingerprints import of_tree
from planforge.model import Document, Task
from planforge.model.opinions import TaskProposal

_UNREADABLE = (
    "“采纳后表述”读不成这里的任务，没有采用；请写成“（三）标题。内容。（责任单位：……；完成时限：……）”的样子，一项一段，"
    "或手工修改要点。"
)
_BARE = (
    "这条意见是对整项说的，“采纳后表述”里却缺了标题、内容或者单位，没有采用；请照“原文”一栏写整段，"
    "如“标题。内容。（责任单位：……；完成时限：……）”。"
)
_THERE = "要点里原来就有一样的一项，没有采用；请手工修改。"
_DEEP = "这一项下面还有任务，没有把握改得准，没有采用；请手工修改。"


@dataclass(frozen=True, slots=True)
class Decision:
    """What the clerk wants of some sections or tasks of the plan, said by all `rows` that ask for the same.

    `read` is the document as which the importer reads the wanted words at their place, and `new` the sections or tasks
    that it has there; it is empty where tasks only go or move. The first of `new` takes over the record (links, status,
    comments) of the first task that the `proposal` is about, unless it is added, or `replaces` that task by another.
    """

    rows: tuple[Adopted, ...]
    proposal: TaskProposal
    read: Document
    new: tuple[Task, ...]
    replaces: bool = False

    @property
    def called(self) -> str:
        """The rows, for people."""
        return shared_words(self.rows)

    @property
    def further(self) -> tuple[Task, ...]:
        """New sections or tasks that get records of their own."""
        return self.new if self.replaces or self.proposal.change == "added" else self.new[1:]

    @property
    def successor(self) -> Task | None:
        """What the plan's own record is to say, where it is to say something else."""
        return None if self.further == self.new else self.new[0]

    def is_done(self, found: Whereabouts) -> bool:
        """Whether the plan has it already; a move is never told so: to make it again changes nothing."""
        if any(of_tree(node) not in found.come for node in self.further):
            return False
        if self.proposal.change == "added":
            return True
        if self.successor is None:
            gone = self.replaces or self.proposal.change == "removed"
            return gone and not set(self.proposal.items) & set(found.now)
        return self.is_worded(found) and not set(self.proposal.items[1:]) & set(found.now)

    def is_worded(self, found: Whereabouts) -> bool:
        """Whether the plan's own record says already what it is to say."""
        heir = found.now.get(self.proposal.items[0])
        return self.successor is not None and heir is not None and of_tree(heir) == of_tree(self.successor)

    def hindrance(self, found: Whereabouts) -> str:
        """Why it can't be carried out, for people; empty where it can."""
        if self.is_done(found):
            return ""
        items = self.proposal.items
        if any(item not in found.now for item in (*items, *filter(None, [self.proposal.home]))):
            return GONE
        if any(of_tree(node) in found.sent for node in self.further):
            return _THERE
        now = [of_tree(found.now[item]) for item in items]
        if (self.new or self.proposal.change == "removed") and now != list(self.proposal.marks):
            return "" if self.is_worded(found) and self.proposal.change == "moved" else CHANGED
        own = [found.now[item] for item in items] if self.new else []
        deep = [node for node in (*own, *self.new[: len(own)]) if node.tasks]
        return _DEEP if deep else ""


def decisions(rows: Sequence[Adopted], sent: Document) -> tuple[list[Decision], list[str]]:
    """The decisions of all rows on whole sections and tasks, in their order, and why single rows can't be one."""
    found: list[Decision] = []
    faults: list[str] = []
    for group in _same(rows):
        proposal = group[0].proposal
        assert isinstance(proposal, TaskProposal)
        words = group[0].wording.split("\n") if group[0].wording else list(proposal.new)
        place = _place(proposal, sent)
        read = read_at(sent, place, words) if place and words else Document()
        if place is None:
            faults.append(f"{shared_words(group)}：{GONE}")
        elif read is None:
            faults.append(f"{shared_words(group)}：{_UNREADABLE}")
        elif _lacks_words(proposal, sent, new := new_nodes(read, place) if words else ()):
            faults.append(f"{shared_words(group)}：{_BARE}")
        else:
            found.append(Decision(tuple(group), proposal, read, new, _replaces(proposal, sent, new)))
    return found, faults


def _same(rows: Sequence[Adopted]) -> Iterator[list[Adopted]]:
    """Rows that ask for the same, in the same words."""
    groups: list[list[Adopted]] = []
    for row in rows:
        for group in groups:
            one, other = group[0].proposal, row.proposal
            if one and other and group[0].wording == row.wording and is_same(one, other):
                group.append(row)
                break
        else:
            groups.append([row])
    yield from groups


def _lacks_words(proposal: TaskProposal, sent: Document, new: Sequence[Task]) -> bool:
    """Whether a clerk's words for a task that was only remarked on leave out its heading, its text or its units.

    Without its heading the text would be taken for it; units would be gone without anybody having asked for that.
    """
    if proposal.change != "rewritten" or proposal.new or not new:
        return False
    return any(had > has for had, has in zip(_said(_own(proposal, sent)), _said(new[0]), strict=True))


def _said(node: Task) -> tuple[bool, ...]:
    return bool(node.heading.value), bool(node.text.value), any(True for _ in node.units)


def _own(proposal: TaskProposal, sent: Document) -> Task:
    return next(node for node in sent.walk() if node.id == proposal.items[0])


def _replaces(proposal: TaskProposal, sent: Document, new: Sequence[Task]) -> bool:
    """Whether another task was written over one of the plan: as `sync` sees it, one goes and one comes.

    A clerk who words what an office only remarked on words that very task.
    """
    if proposal.change != "rewritten" or not proposal.new or not new:
        return False
    own = _own(proposal, sent)
    return likeness(own, new[0]) < ALIKE


def _place(proposal: TaskProposal, sent: Document) -> Place | None:
    """Where the new words are to stand; None where the plan that was sent has no such place."""
    nodes = {node.id: node for node in sent.walk()}
    if not {*proposal.items, *filter(None, (proposal.home, proposal.behind))} <= set(nodes):
        return None
    if proposal.change in ("added", "moved"):
        return place_in(sent, nodes.get(proposal.home), nodes.get(proposal.behind))
    own = nodes[proposal.items[0]]
    home = next((node for node in sent.walk() if any(child is own for child in node.tasks)), None)
    return place_in(sent, home, own)
