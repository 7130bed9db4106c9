"""What changes between documents are called, and how many of each there are."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import Task
from planforge.model.changes import CHANGE_KINDS, ChangeKind, Comparison, NodeChange, Pieces

KIND_NAMES: dict[ChangeKind, str] = {
    "added": "新增",
    "removed": "删去",
    "merged": "合并",
    "split": "拆分",
    "moved": "移动",
    "reworded": "改写",
    "units": "单位",
    "deadlines": "时限",
    "targets": "目标",
}


def changed(comparison: Comparison) -> tuple[NodeChange, ...]:
    """The nodes that differ."""
    return tuple(node for node in comparison.nodes if node.kinds)


def counts(comparison: Comparison) -> dict[ChangeKind, int]:
    """How many nodes changed in which way; one may count in several."""
    found = [kind for node in comparison.nodes for kind in node.kinds]
    return {kind: found.count(kind) for kind in CHANGE_KINDS if kind in found}


def summary(comparison: Comparison) -> str:
    """All changes in one line."""
    found = counts(comparison)
    if not found:
        return "正文的各部分、各项任务没有变化。" if comparison.parts else "两份文件内容相同。"
    return "，".join(f"{KIND_NAMES[kind]} {number}" for kind, number in found.items()) + "。"


def place(change: NodeChange) -> str:
    """Where a node stands now, and where it stood if that was elsewhere."""
    old, new = "、".join(change.places), "、".join(change.new_places)
    return f"{old} → {new}" if old and new and old != new else new or old


def name(change: NodeChange) -> str:
    """What a node is called: its heading, or the beginning of its text."""
    node: Task = (change.after or change.before)[0]
    return node.heading.value or node.text.value.partition("\n")[0][:30]


def words_before(pieces: Pieces) -> Iterator[tuple[str, str]]:
    """(words, state) of one side, for marking what is gone."""
    return ((words, state if state == "gone" else "") for state, words in pieces if state != "new")


def words_after(pieces: Pieces) -> Iterator[tuple[str, str]]:
    """The other side, for marking what is new."""
    return ((words, state if state == "new" else "") for state, words in pieces if state != "gone")
