"""What of a revision a plan's file can take; the rest is told, so that it keeps nothing else from being written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from planforge.lifecycle.sync.findings import called
from planforge.model import Attachment, Task
from planforge.schemas.names import record
from planforge.text.places import wheres
from planforge.yaml_io.editing import Editable, Item, Revision, Value, can_take

_Node = Task | Attachment
_Tree = Sequence[_Node]
#: Characters of new words that are quoted for writing them by hand.
_LONGEST = 60


def writable(plan: Editable, revision: Revision, left: list[str]) -> Revision:
    """The revision without what is written in a way that can't be edited with certainty; `left` gets it in words."""
    if can_take(plan, None, revision):
        return revision
    return _Sieve(plan, wheres(plan.document), left).document(revision)


@dataclass(frozen=True, slots=True)
class _Sieve:
    plan: Editable
    places: Mapping[int, str]
    left: list[str]

    def document(self, revision: Revision) -> Revision:
        sifted = self._record(None, revision)
        if can_take(self.plan, None, sifted):
            return sifted
        self.left.append("增加、删去、移动的各项：要点里“任务”的写法特别，没有把握改，没有取回，请照 Word 稿手工改。")
        return replace(sifted, lists=_in_place(self.plan, sifted))

    def _record(self, old: _Node | None, revision: Revision) -> Revision:
        """What one record can take, and all in it; which items its lists have isn't looked at."""
        values = {key: value for key, value in revision.values.items() if self._fits(old, key, value)}
        records = {
            name: Revision({key: value for key, value in below.values.items() if self._fits(old, key, value, name)})
            for name, below in revision.records.items()
        }
        lists = {key: tuple(map(self._item, items)) for key, items in revision.lists.items()}
        return Revision(values, {name: below for name, below in records.items() if below}, lists)

    def _item(self, item: Item) -> Item:
        return replace(item, revision=self._record(item.old, item.revision)) if item.old else item

    def _fits(self, old: _Node | None, key: str, value: Value, within: str = "") -> bool:
        alone = Revision({key: value})
        fits = can_take(self.plan, old, Revision(records={within: alone}) if within else alone)
        if not fits:
            self.left.append(
                f"{self._called(old)}{_name(old, key, within)}：要点里的写法特别，没有把握只改这一处，{_advice(value)}"
            )
        return fits

    def _called(self, old: _Node | None) -> str:
        if isinstance(old, Task):
            return f"{called(old, self.places.get(id(old), ''))}的"
        return f"附件“{old.title.value}”的" if old else ""


def _name(old: _Node | None, key: str, within: str) -> str:
    of = within or ("document" if old is None else "section" if isinstance(old, Task) else "attachment")
    return f"“{record(of).english(key).chinese[0]}”"


def _advice(value: Value) -> str:
    words = value if isinstance(value, str) else "；".join(value)
    if not words:
        return "没有删去，请手工删去。"
    short = len(words) <= _LONGEST and "\n" not in words
    return f"没有取回，请手工改成“{words}”。" if short else "没有取回，请照 Word 稿手工改。"


def _in_place(plan: Editable, revision: Revision) -> dict[str, tuple[Item, ...]]:
    """The lists of the document with the items that it has, each with its own new values."""
    values = {id(item.old): item.revision.values for items in revision.lists.values() for item in _walk(items)}
    trees: dict[str, _Tree] = {"sections": plan.document.sections, "attachments": plan.document.attachments}
    return {key: _as_they_are(nodes, values) for key, nodes in trees.items() if key in revision.lists}


def _walk(items: Sequence[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        for below in item.revision.lists.values():
            yield from _walk(below)


def _as_they_are(nodes: _Tree, values: Mapping[int, Mapping[str, Value]]) -> tuple[Item, ...]:
    return tuple(Item(node, Revision(values.get(id(node), {}), lists=_below(node, values))) for node in nodes)


def _below(node: _Node, values: Mapping[int, Mapping[str, Value]]) -> dict[str, tuple[Item, ...]]:
    key, tree = ("tasks", node.tasks) if isinstance(node, Task) else ("sections", node.sections)
    return {key: _as_they_are(tree, values)} if tree else {}
