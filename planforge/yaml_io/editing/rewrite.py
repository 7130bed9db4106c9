"""A plan's file after a revision: records changed, put in another order, added and taken out, all else as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from planforge.model import Attachment, Task
from planforge.yaml_io import emit
from planforge.yaml_io.editing.editable import Editable
from planforge.yaml_io.editing.pairs import Edit, column, pair, pairs
from planforge.yaml_io.editing.record_edits import RecordEdits, content_end, key_in, named, record_of_words
from planforge.yaml_io.editing.revision import Item, Revision
from planforge.yaml_io.editing.text_edits import unusual
from planforge.yaml_io.encoding import BREAK
from planforge.yaml_io.parsing.nodes import is_empty, items_of

_STEP = 2
#: What kind of record the items of a list are.
_ITEMS = {"sections": "section", "tasks": "task", "attachments": "attachment"}


def rewrite(plan: Editable, revision: Revision) -> bytes:
    """The bytes of the file after a revision of its document; without one, the very bytes that were read.

    Items keep their lines, with the comments above them, wherever they go. Raises InputError for a way of writing that
    can't be edited; whether the result says what was meant is for the caller to see by reading it.
    """
    return plan.written(_Rewriter(plan).record(plan.root, "document", revision))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an item stands: its node, the key above it, the list, and its turn there; no list where it is alone."""

    node: Node
    key: Node
    home: SequenceNode | None
    turn: int


class _Rewriter:
    def __init__(self, plan: Editable) -> None:
        self._page = plan.page
        self._lang = plan.lang
        self._places: dict[int, _Place] = {}
        document = plan.document
        self._locate(plan.root, "document", "sections", document.sections)
        for node, part in self._locate(plan.root, "document", "attachments", document.attachments):
            self._locate(node, "attachment", "sections", part.sections)

    def _locate(self, parent: Node, of: str, key: str, items: Sequence[Task | Attachment]) -> list[tuple[Node, Any]]:
        """Remember where the items under a key stand, and all tasks below them."""
        found = pair(parent, key, of)
        if found is None:
            return []
        nodes = [node for node in items_of(found[1]) if not isinstance(node, SequenceNode)]
        home = found[1] if isinstance(found[1], SequenceNode) else None
        located = list(zip(nodes, items, strict=False))  # what has a wrong shape shows when the result is read
        for node, item in located:
            self._places[id(item)] = _Place(node, found[0], home, home.value.index(node) if home else 0)
            if isinstance(item, Task):
                self._locate(node, "section", "tasks", item.tasks)
        return located

    # Records

    def record(self, node: Node, of: str, revision: Revision) -> Iterator[Edit]:
        """The edits of one record and of all in it."""
        if not revision:
            return
        if not (isinstance(node, MappingNode) and pairs(node)):
            if revision.lists or revision.records:
                raise unusual(self._page.written(node))
            yield record_of_words(self._page, node, of, self._lang, revision.values)
            return
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
            yield from self._list(edits, node, of, key, items)

    # Lists of records

    def _list(self, edits: RecordEdits, node: MappingNode, of: str, key: str, items: Sequence[Item]) -> Iterator[Edit]:
        found = pair(node, key, of)
        places = [self._places[id(item.old)] if item.old else None for item in items]
        present = items_of(found[1]) if found else []
        if [id(place.node) for place in places if place] == [id(each) for each in present] and all(places):
            for item, each in zip(items, present, strict=True):
                yield from self.record(each, _ITEMS[key], item.revision)
        elif not items:
            yield from [edits.without(found)] if found else []
        elif found is None:
            yield edits.with_lines(key, self._new_list(edits, node, key, items))
        elif is_empty(found[1]):
            end = self._page.line_end(self._page.end(found[0]))
            lines = self._chunks(items, column(node) + _STEP)
            yield end, end, "".join(self._page.line_break(end) + line for line in lines)
        else:
            yield self._rebuilt(found[0], found[1], items)

    def _new_list(self, edits: RecordEdits, node: MappingNode, key: str, items: Sequence[Item]) -> list[str]:
        name = edits.key(key)
        if node.flow_style:
            return [f"{name}: [{', '.join(map(self._in_flow, items))}]"]
        indent = column(node)
        return [f"{' ' * indent}{name}:", *self._chunks(items, indent + _STEP)]

    def _rebuilt(self, key: ScalarNode, node: Node, items: Sequence[Item]) -> Edit:
        """A list that gets other items, or the same in another order."""
        if not isinstance(node, SequenceNode):
            raise unusual(self._page.written(node))
        if node.flow_style:
            return self._page.start(node), self._page.end(node), f"[{', '.join(map(self._in_flow, items))}]"
        end = self._page.line_end(self._page.end(key))
        start = end + len(self._page.line_break(end))
        stop = content_end(self._page, node.value[-1], node.start_mark.column)
        chunks = self._chunks(items, node.start_mark.column, self._blank(key, node))
        return start, stop, self._page.line_break(start).join(chunks)

    def _chunks(self, items: Sequence[Item], indent: int, blank: str = "") -> list[str]:
        """The lines of each item; `blank` are the blank lines between two of them."""
        chunks = [self._moved(item, indent) if item.old else self._fresh(item, indent) for item in items]
        return [chunk if turn == 0 else blank + chunk for turn, chunk in enumerate(chunks)]

    def _blank(self, key: Node, node: SequenceNode) -> str:
        """The blank lines above the second item of a list: most lists have as many above each."""
        if len(node.value) < 2:
            return ""
        start, stop = self._lines_of(key, node, 1)
        text = self._page.text[start:stop]
        return "".join(found[0] for found in re.finditer("(?:[ \t]*(?:\r\n?|\n))", text[: _first_word(text)]))

    def _lines_of(self, key: Node, home: SequenceNode, turn: int) -> tuple[int, int]:
        """From the end of the item before, or of the key's line, to the item's own end."""
        indent = home.start_mark.column
        before = (
            content_end(self._page, home.value[turn - 1], indent) if turn else self._page.line_end(self._page.end(key))
        )
        start = min(before + len(self._page.line_break(before)), len(self._page.text))
        return start, content_end(self._page, home.value[turn], indent)

    def _moved(self, item: Item, indent: int) -> str:
        """An item's lines, the comments above it included, at another place or another depth."""
        place = self._places[id(item.old)]
        edits = self.record(place.node, "section" if isinstance(item.old, Task) else "attachment", item.revision)
        if place.home is None or place.home.flow_style:
            piece = self._page.edited(edits, self._page.start(place.node), self._page.end(place.node))
            if BREAK.search(piece):
                raise unusual(piece)
            return f"{' ' * indent}- {piece}"
        start, stop = self._lines_of(place.key, place.home, place.turn)
        text = self._page.edited(edits, start, stop).rstrip("\r\n")
        text = text[self._blank_head(text) :]
        return _shifted(text, indent - place.home.start_mark.column)

    def _blank_head(self, text: str) -> int:
        """How many characters of a text are blank lines at its head."""
        first = _first_word(text)
        return max((found.end() for found in BREAK.finditer(text, 0, first)), default=0)

    def _fresh(self, item: Item, indent: int) -> str:
        broken = self._page.line_break(0)
        lines = emit.item_lines(item.new, indent)
        for key, below in item.revision.lists.items():
            name = key_in(self._lang, _ITEMS[key], key)
            lines += [f"{' ' * (indent + _STEP)}{name}:", *self._chunks(below, indent + 2 * _STEP)]
        return broken.join(lines)

    def _in_flow(self, item: Item) -> str:
        if item.old is None:
            if item.revision.lists:
                raise unusual(str(next(iter(item.new.values()), "")))
            return emit.record_in_flow(item.new)
        place = self._places[id(item.old)]
        if place.home is not None and not place.home.flow_style:
            raise unusual(self._page.written(place.node))
        edits = self.record(place.node, "section" if isinstance(item.old, Task) else "attachment", item.revision)
        return self._page.edited(edits, self._page.start(place.node), self._page.end(place.node))


def _first_word(text: str) -> int:
    return len(text) - len(text.lstrip(" \t\r\n"))


def _shifted(text: str, columns: int) -> str:
    """Lines farther in or out."""
    if columns == 0:
        return text
    if columns > 0:
        return re.sub(r"(?m)^(?=[^\r\n])", " " * columns, text)
    return re.sub(rf"(?m)^ {{1,{-columns}}}", "", text)
