"""A plan's file after a revision: records changed, put in another order, added and taken out, all else as it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from planforge.model import Attachment, InputError, Task
from planforge.yaml_io import emit
from planforge.yaml_io.editing.editable import Editable
from planforge.yaml_io.editing.pairs import Edit, column, pair, pairs
from planforge.yaml_io.editing.places import Place, blank_between, find_places, lines_of, shifted, without_blank_head
from planforge.yaml_io.editing.record_edits import RecordEdits, content_end, key_in, named, record_of_words
from planforge.yaml_io.editing.revision import Item, Revision
from planforge.yaml_io.editing.text_edits import unusual
from planforge.yaml_io.encoding import BREAK
from planforge.yaml_io.parsing.nodes import is_empty, items_of

_STEP = 2
#: What type of record the items of a list are.
_ITEMS = {"sections": "section", "tasks": "task", "attachments": "attachment"}


def rewrite(plan: Editable, revision: Revision) -> bytes:
    """The bytes of the file after a revision of its document; without one, the very bytes that were read.

    Items keep their lines, with the comments above them, wherever they go. Raises InputError for a way of writing that
    can't be edited; whether the result says what was meant is for the caller to see by reading it.
    """
    return plan.written(_Rewriter(plan).record(plan.root, "document", revision))


def can_take(plan: Editable, old: Task | Attachment | None, revision: Revision) -> bool:
    """Whether a record of the file can be edited so, be it an item as it was read or, for None, the document."""
    rewriter = _Rewriter(plan)
    try:
        rewriter.check(old, revision)
    except InputError:
        return False
    return True


class _Rewriter:
    """The edits of records and of their lists; an item that moves takes the edits of its record along."""

    def __init__(self, plan: Editable) -> None:
        self._page, self._root = plan.page, plan.root
        self._lang = plan.lang
        self._places = find_places(plan)

    def check(self, old: Task | Attachment | None, revision: Revision) -> None:
        """Raises InputError where a record can't be edited so."""
        place = self._places[id(old)] if old else None
        node, of = (place.node, place.of) if place else (self._root, "document")
        for _ in self.record(node, of, revision):
            pass

    def record(self, node: Node, of: str, revision: Revision) -> Iterator[Edit]:
        """The edits of one record and of all in it."""
        if not revision:
            return
        if isinstance(node, MappingNode) and pairs(node):
            yield from self._mapping(node, of, revision)
        elif revision.lists or revision.records:
            raise unusual(self._page.written(node))
        else:
            yield record_of_words(self._page, node, of, self._lang, revision.values)

    def _mapping(self, node: MappingNode, of: str, revision: Revision) -> Iterator[Edit]:
        going = {key for key, value in (*revision.values.items(), *revision.lists.items()) if not value}
        edits = RecordEdits(self._page, node, of, going)
        yield from edits.values(revision.values)
        for key, below in revision.records.items():
            found = pair(node, key, of)
            if found is None:
                yield edits.with_lines(key, edits.lines(key, named(self._lang, key, below.values)))
            else:
                yield from self.record(found[1], key, below)
        for key, items in revision.lists.items():
            yield from self._list(edits, key, items)

    def _list(self, edits: RecordEdits, key: str, items: Sequence[Item]) -> Iterator[Edit]:
        """The edits that give a key's list these items."""
        found = pair(edits.node, key, edits.of)
        if found and self._has(found[1], items):
            for item, node in zip(items, items_of(found[1]), strict=True):
                yield from self.record(node, _ITEMS[key], item.revision)
        elif found and not items:
            yield edits.without(found)
        elif found and is_empty(found[1]):
            end = self._page.line_end(self._page.end(found[0]))
            lines = self._chunks(items, column(edits.node) + _STEP)
            yield end, end, "".join(self._page.line_break(end) + line for line in lines)
        elif found:
            yield self._rebuilt(found[0], found[1], items)
        elif items:
            yield edits.with_lines(key, self._new_list(edits, key, items))

    def _has(self, node: Node, items: Sequence[Item]) -> bool:
        """Whether a list holds these items already, in this order."""
        nodes = [self._place(item).node for item in items if item.old]
        return len(nodes) == len(items) and list(map(id, nodes)) == list(map(id, items_of(node)))

    def _new_list(self, edits: RecordEdits, key: str, items: Sequence[Item]) -> list[str]:
        name = edits.key(key)
        if edits.node.flow_style:
            return [f"{name}: {self._list_in_flow(items)}"]
        indent = column(edits.node)
        return [f"{' ' * indent}{name}:", *self._chunks(items, indent + _STEP)]

    def _rebuilt(self, key: ScalarNode, node: Node, items: Sequence[Item]) -> Edit:
        """A list that gets other items, or the same in another order."""
        if not isinstance(node, SequenceNode):
            raise unusual(self._page.written(node))
        if node.flow_style:
            return self._page.start(node), self._page.end(node), self._list_in_flow(items)
        end, indent = self._page.line_end(self._page.end(key)), node.start_mark.column
        start = end + len(self._page.line_break(end))
        stop = content_end(self._page, node.value[-1], indent)
        chunks = self._chunks(items, indent, blank_between(self._page, key, node))
        return start, stop, self._page.line_break(start).join(chunks)

    def _chunks(self, items: Sequence[Item], indent: int, blank: str = "") -> list[str]:
        """The lines of each item; `blank` are the blank lines between two of them."""
        chunks = [self._moved(item, indent) if item.old else self._fresh(item, indent) for item in items]
        return [chunk if turn == 0 else blank + chunk for turn, chunk in enumerate(chunks)]

    def _moved(self, item: Item, indent: int) -> str:
        """An item's lines, the comments above it included, at another place or another depth."""
        place = self._place(item)
        if place.block is None:
            piece = self._piece(place, item.revision)
            if BREAK.search(piece):
                raise unusual(piece)
            return f"{' ' * indent}- {piece}"
        start, stop = lines_of(self._page, place.key, place.block, place.turn)
        text = self._page.edited(self.record(place.node, place.of, item.revision), start, stop).rstrip("\r\n")
        return shifted(without_blank_head(text), indent - place.block.start_mark.column)

    def _fresh(self, item: Item, indent: int) -> str:
        """The lines of a new item."""
        lines = emit.item_lines(item.new, indent)
        for key, below in item.revision.lists.items():
            name = key_in(self._lang, _ITEMS[key], key)
            lines += [f"{' ' * (indent + _STEP)}{name}:", *self._chunks(below, indent + 2 * _STEP)]
        return self._page.line_break(0).join(lines)

    def _list_in_flow(self, items: Sequence[Item]) -> str:
        return f"[{', '.join(map(self._in_flow, items))}]"

    def _in_flow(self, item: Item) -> str:
        if item.old is None:
            if item.revision.lists:
                raise unusual(str(next(iter(item.new.values()), "")))
            return emit.record_in_flow(item.new)
        place = self._place(item)
        if place.block is not None:
            raise unusual(self._page.written(place.node))
        return self._piece(place, item.revision)

    def _piece(self, place: Place, revision: Revision) -> str:
        """An item's own characters, edited."""
        edits = self.record(place.node, place.of, revision)
        return self._page.edited(edits, self._page.start(place.node), self._page.end(place.node))

    def _place(self, item: Item) -> Place:
        return self._places[id(item.old)]
