"""Sections and tasks of an edited file → the items that the plan's YAML is to have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from planforge.lifecycle.sync.branches import Branch, Side, joined
from planforge.lifecycle.sync.findings import Findings, called
from planforge.lifecycle.sync.history import History
from planforge.lifecycle.sync.mirror import Matches, Trees, matched, walk
from planforge.lifecycle.sync.numbers import in_order
from planforge.lifecycle.sync.wording import Versions, is_changed, values_of
from planforge.model import Attachment, Document, Task
from planforge.text.outline import bare
from planforge.text.places import wheres
from planforge.yaml_io.dump import Lang, record_of
from planforge.yaml_io.editing import Item, Revision, Value
from planforge.yaml_io.reading.build import UNNUMBERED


@dataclass(frozen=True, slots=True)
class Three:
    """The plan, the plan as it is read from its own print, and the edited file; new keys are written in `lang`."""

    plan: Document
    printed: Document
    edited: Document
    lang: Lang = "zh"


@dataclass(frozen=True, slots=True)
class Merger:
    """Merges the sections of the body or of an attachment; what people have to know goes into `findings`."""

    three: Three
    history: History
    findings: Findings
    _bare: dict[int, Task] = field(default_factory=dict)
    _places: dict[int, str] = field(default_factory=dict)
    _in_order: bool = True

    @classmethod
    def of(cls, three: Three, history: History, findings: Findings, *others: Document) -> Merger:
        """Ready for all parts of the documents; new nodes may come from `others`, too."""
        found: dict[int, Task] = {}
        for document in (three.plan, three.edited, *others):
            found |= _bare_nodes(document)
        return cls(
            three, history, findings, found, wheres(three.plan) | wheres(three.edited), in_order(three.edited.walk())
        )

    def items(self, plan: Trees, printed: Trees, edited: Trees) -> tuple[Item, ...] | None:
        """The sections that the YAML is to have, in their order; None where all stays as it is."""
        matches = matched(plan, printed, edited)
        ours = Side(plan, matches.edited, lambda node: self._stays(node, matches))
        theirs = Side(edited, matches.plan, lambda node: id(node) not in matches.foreign and self._comes(node))
        branches = joined(ours, theirs, plan_leads=self._plan_leads(plan, edited, matches))
        self._inherit(matches)
        return self.items_of(branches, matches, plan)

    def items_of(self, branches: Sequence[Branch], matches: Matches, plan: Trees) -> tuple[Item, ...] | None:
        """The items that give the plan's sections the shape of `branches`; None where all stays as it is.

        Of `matches` only the prints of those nodes count that a branch has in both trees.
        """
        items = tuple(self._item(branch, matches) for branch in branches)
        return None if is_still(items, plan) else items

    def _plan_leads(self, plan: Trees, edited: Trees, matches: Matches) -> bool:
        """Whether the order is the plan's: it was changed there since the file was set."""
        if not self.history.is_reordered(walk(plan)):
            return False
        both = [id(matches.plan[id(node)]) for node in walk(edited) if id(node) in matches.plan]
        ours = [id(node) for node in walk(plan) if id(node) in matches.edited]
        if self.history.is_reordered(walk(edited)) and both != ours:
            self.findings.conflicts.append("各项任务的先后，两边都调整过；顺序按要点里的，没有改。")
        return True

    def _stays(self, node: Task, matches: Matches) -> bool:
        """Whether a node stays that the edited file has not."""
        if id(node) not in matches.printed:
            return True
        if not self.history.is_known or self.history.had(node):
            self._tell_links(node, matches)
            return False
        self.findings.kept.append(f"{self._called(node)}：要点里后来新增或改写的，Word 稿里没有，予以保留。")
        return True

    def _tell_links(self, node: Task, matches: Matches) -> None:
        """A superior item may be left without an answer, unless another task took this one in."""
        heirs = [into for merged, into in matches.merged if merged is node and id(into) in matches.plan]
        if node.implements and not heirs:
            links = "、".join(f"{link.directive}#{link.item}" for link in node.implements)
            self.findings.unlinked.append(f"{self._called(node)}：{links}")

    def _comes(self, node: Task) -> bool:
        """Whether a node comes that the plan has not."""
        if not self.history.lost(node):
            return True
        self.findings.kept.append(f"{self._called(node)}：要点里后来删去或改写的，Word 稿里还是老样子，没有加回来。")
        return False

    def _item(self, branch: Branch, matches: Matches) -> Item:
        below = [self._item(each, matches) for each in branch.below]
        if branch.plan is None:
            assert branch.edited is not None
            return self._new(branch.edited, below)
        values = self._values(branch.plan, branch.edited, matches) if branch.edited else {}
        lists = {} if is_still(below, branch.plan.tasks) else {"tasks": tuple(below)}
        return Item(branch.plan, Revision(values, lists=lists))

    def _new(self, node: Task, below: Sequence[Item]) -> Item:
        """A record for a node that is new; it has a marker of its own only where it is meant to have none."""
        short = replace(self._bare[id(node)], tasks=(), marker="")
        lists = {"tasks": tuple(below)} if below else {}
        return Item(None, Revision(lists=lists), record_of(short, self.three.edited, self.three.lang))

    def _values(self, plan: Task, edited: Task, matches: Matches) -> dict[str, Value]:
        versions = Versions.of(plan, matches.printed[id(plan)], edited)
        marker = self._marker(versions)
        if not is_changed(versions):
            return marker
        side = self.history.side(plan, edited)
        if side == "both":
            self.findings.conflicts.append(f"{self._called(plan)}：要点里和 Word 稿里都改过，没有动，请对照着手工改。")
        elif side == "plan":
            self.findings.kept.append(f"{self._called(plan)}：要点里后来改过，Word 稿里没有改，予以保留。")
        return values_of(versions, self.three.plan) | marker if side == "word" else {}

    def _marker(self, versions: Versions) -> dict[str, Value]:
        """A printed number that the author keeps, or one that was taken away; all others are counted anew.

        The numbers of a file that has a gap among them are those from before it was edited.
        """
        plan, edited = versions.plan, versions.edited
        written = self._in_order and self._bare[id(plan)].marker
        kept = written or plan.unnumbered or edited.unnumbered
        if versions.printed.marker == edited.marker or not kept:
            return {}
        return {"marker": UNNUMBERED if edited.unnumbered else edited.marker}

    def _inherit(self, matches: Matches) -> None:
        """Links of what was merged go to the task that took it in, where the plan has that."""
        for node, into in matches.merged:
            if node.implements and id(node) not in matches.edited and id(into) in matches.plan:
                self.findings.inherited.append((matches.plan[id(into)], node.implements))

    def _called(self, node: Task) -> str:
        return called(node, self._places.get(id(node), ""))


def _bare_nodes(document: Document) -> dict[int, Task]:
    """Every node without what is derived again, by the identity of the whole one."""
    short = bare(document)
    pairs = [(document.sections, short.sections)]
    pairs += [(a.sections, b.sections) for a, b in zip(document.attachments, short.attachments, strict=True)]
    return {id(node): cut for whole, brief in pairs for node, cut in zip(walk(whole), walk(brief), strict=True)}


def is_still(items: Sequence[Item], nodes: Sequence[Task] | Sequence[Attachment]) -> bool:
    """Whether these are the nodes, or attachments, as they are."""
    return len(items) == len(nodes) and all(
        item.old is node and not item.revision for item, node in zip(items, nodes, strict=True)
    )
