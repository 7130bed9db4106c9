"""`planforge diff`: two documents or versions held side by side, and what the change does to coverage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.coverage import trace
from planforge.lifecycle.baseline import changes_between
from planforge.lifecycle.diff.items import Side, item_changes
from planforge.lifecycle.diff.moves import moved
from planforge.lifecycle.diff.pairing import pair
from planforge.lifecycle.loading import load
from planforge.lifecycle.superiors import find_superiors
from planforge.lifecycle.surroundings import PART_NAMES, parts
from planforge.model import Document, StatusChange, Task
from planforge.model.changes import CHANGE_KINDS, ChangeKind, Comparison, NodeChange, PartChange
from planforge.renderers._wording import outside
from planforge.text.places import wheres
from planforge.text.word_diff import word_diff

__all__ = ["compare", "compare_documents"]


def compare(before: str, after: str, against: Sequence[str] = ()) -> Comparison:
    """The documents at two paths. Superior documents are those of `against`, else those that the second names.

    Raises InputError where a file can't be read.
    """
    old, new = load(before).document, load(after).document
    return compare_documents(old, new, _coverage(old, new, against))


def compare_documents(
    before: Document, after: Document, coverage: tuple[StatusChange, ...] | None = None
) -> Comparison:
    """Two documents that were read already."""
    nodes = tuple(_Nodes(before, after).changes())
    return Comparison(before, after, tuple(_parts(before, after)), nodes, coverage)


def _coverage(before: Document, after: Document, against: Sequence[str]) -> tuple[StatusChange, ...] | None:
    superiors = find_superiors(after, against).documents()
    return changes_between(trace(before, superiors), trace(after, superiors)) if superiors else None


def _parts(before: Document, after: Document) -> Iterator[PartChange]:
    old, new = parts(before), parts(after)
    for name, called in PART_NAMES.items():
        if old[name] != new[name] and not _is_said_elsewhere(name, old[name], new[name]):
            yield PartChange(called, word_diff(old[name], new[name]))


def _is_said_elsewhere(name: str, old: str, new: str) -> bool:
    """A notice without recipients goes to those of the document."""
    return name == "notice.recipients" and not (old and new)


class _Nodes:
    """Puts the pairing of two documents into words."""

    def __init__(self, before: Document, after: Document) -> None:
        self._pairing = pairing = pair(before, after)
        self._back, self._years = pairing.back, (before.year, after.year)
        self._places, self._new_places = wheres(before), wheres(after)
        self._moved = moved(pairing)

    def changes(self) -> Iterator[NodeChange]:
        """In the order of the second document; what is gone follows what it stood behind."""
        gone = self._gone_behind()
        yield from gone.get(-1, ())
        for turn in range(len(self._pairing.new)):
            if turn not in self._pairing.split:
                yield self._change(turn)
            yield from gone.get(self._back.get(turn, -2), ())

    def _gone_behind(self) -> dict[int, list[NodeChange]]:
        """Removed nodes by the old turn of the last node before them that is still there; -1: none."""
        found: dict[int, list[NodeChange]] = {}
        last = -1
        for turn, node in enumerate(self._pairing.old):
            if turn in self._pairing.pairs:
                last = turn
            elif turn not in self._pairing.merged:
                found.setdefault(last, []).append(self._node((node,), (), ("removed",)))
        return found

    def _change(self, turn: int) -> NodeChange:
        pairing, old = self._pairing, self._back.get(turn)
        node = pairing.new[turn]
        if old is None:
            return self._node((), (node,), ("added",))
        merged = [each for each, into in pairing.merged.items() if into == turn]
        split = [each for each, source in pairing.split.items() if source == old]
        before = tuple(pairing.old[each] for each in sorted((old, *merged)))
        after = tuple(pairing.new[each] for each in sorted((turn, *split)))
        whole: list[ChangeKind] = []
        whole += ["merged"] if merged else []
        whole += ["split"] if split else []
        whole += ["moved"] if old in self._moved else []
        return self._node(before, after, tuple(whole))

    def _node(self, before: tuple[Task, ...], after: tuple[Task, ...], kinds: tuple[ChangeKind, ...]) -> NodeChange:
        heading = word_diff(_headings(before), _headings(after))
        text = word_diff(_words(before, after), _words(after, before))
        sides = (Side(nodes, year) for nodes, year in zip((before, after), self._years, strict=True))
        items = tuple(item_changes(*sides)) if before and after else ()
        found = {*kinds, *(item.kind for item in items)}
        if before and after and any(state != "same" for state, _ in (*heading, *text)):
            found.add("reworded")
        return NodeChange(
            before,
            after,
            tuple(kind for kind in CHANGE_KINDS if kind in found),
            tuple(self._places.get(id(node), "") for node in before),
            tuple(self._new_places.get(id(node), "") for node in after),
            heading,
            text,
            items,
        )


def _headings(nodes: Sequence[Task]) -> str:
    return "；".join(node.heading.value for node in nodes if node.heading.value)


def _words(nodes: Sequence[Task], others: Sequence[Task]) -> str:
    """The texts with what stands below nested tasks.

    Targets that are listed beside them count where the other side says them in its text, as a printed plan does.
    """
    said = _texts(others)
    beside = (words.rstrip("。；") for node in nodes for words in outside((each.text for each in node.targets), node))
    printed = [words for words in beside if words in said]
    return _texts(nodes) + ("；".join(printed) + "。" if printed else "")


def _texts(nodes: Sequence[Task]) -> str:
    return "\n".join(text.value for node in nodes for text in (node.text, node.closing) if text.value)
