"""One value of a node → the smallest edits that write another one, in the way the clerk wrote the old."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from planforge.model import Text
from planforge.schemas.names import record
from planforge.text.units import split_list
from planforge.yaml_io.editing.page import Page
from planforge.yaml_io.editing.pairs import Edit, line_behind, pair
from planforge.yaml_io.editing.text_edits import TextEdits, unusual, written_text
from planforge.yaml_io.emit import in_block, in_flow

#: A text, or the items of a list: units, time limits, targets.
Value = str | tuple[str, ...]


def written(value: Value, page: Page, parent: MappingNode) -> str:
    """`value` as it stands behind a new key of `parent`."""
    if isinstance(value, str):
        return written_text(value, page, parent)
    return in_flow(value[0]) if len(value) == 1 else _flow(value)


class ValueEdits:
    """The edits that put another value in place of the node `old`, the value of a key in `parent`.

    `names`: a scalar may hold several items, as 市公安局、市财政局 does.
    """

    def __init__(self, page: Page, parent: MappingNode, old: Node, *, names: bool) -> None:
        self._page, self._old, self._names = page, old, names
        self._text = TextEdits(page, parent).edit

    def edits(self, value: Value) -> Iterator[Edit]:
        """Raises InputError for a way of writing that can't be edited."""
        if isinstance(value, str):
            yield self._text(self._old, value)
        elif isinstance(self._old, SequenceNode):
            yield from self._list(self._old, value)
        else:
            yield self._single(self._old, value)

    def _single(self, node: Node, value: Sequence[str]) -> Edit:
        """One item, several names in a scalar, or one record, in place of a list."""
        if words_of(node) is None or self._spans_lines(node):
            raise unusual(self._page.written(node))
        if isinstance(node, ScalarNode) and (len(value) == 1 or self._can_share(node, value)):
            return self._text(node, "、".join(value))
        words = in_flow(value[0]) if len(value) == 1 else _flow(value)
        return self._page.start(node), self._page.end(node), words

    def _can_share(self, node: ScalarNode, value: Sequence[str]) -> bool:
        """Whether a scalar of several names can hold these as well."""
        joined = split_list(Text("、".join(value)))
        return bool(value) and not self._is_one(node) and tuple(name.value for name in joined) == tuple(value)

    def _is_one(self, item: Node) -> bool:
        words = words_of(item)
        return words is not None and (not self._names or len(split_list(Text(words))) == 1)

    def _list(self, node: SequenceNode, value: Sequence[str]) -> Iterator[Edit]:
        old = [words_of(item) for item in node.value]
        if None in old:  # a target with its amount in keys of its own, which no words can stand for
            raise unusual(self._page.written(node))
        if node.flow_style or not value or not all(map(self._is_one, node.value)):
            yield self._whole(node, value, old)
        else:
            yield from self._items(node, [words or "" for words in old], value)

    def _whole(self, node: SequenceNode, value: Sequence[str], old: Sequence[str | None] = ()) -> Edit:
        """A list within brackets, whose items that stay are written as they were."""
        if self._spans_lines(node):
            raise unusual(self._page.written(node))
        kept = {words: self._page.written(item) for words, item in zip(old, node.value, strict=False)}
        return self._page.start(node), self._page.end(node), _flow(value, kept)

    def _items(self, node: SequenceNode, old: Sequence[str], new: Sequence[str]) -> Iterator[Edit]:
        """A list of lines: those of items that stay are left alone."""
        for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind == "equal":
                continue
            paired = min(j - i, m - k)
            for item, words in zip(node.value[i : i + paired], new[k : k + paired], strict=True):
                yield self._page.start(item), self._page.end(item), in_block(words)
            yield from (self._without(item) for item in node.value[i + paired : j])
            yield from self._more(node, i + paired, new[k + paired : m])

    def _without(self, item: Node) -> Edit:
        """The lines of an item, with the break before them: a key that is added below keeps its own."""
        start = self._page.text.rindex("-", 0, self._page.start(item))
        return self._page.end_above(start), self._page.line_end(self._page.end(item)), ""

    def _more(self, node: SequenceNode, before: int, words: Sequence[str]) -> Iterator[Edit]:
        """New items in front of the item with the index `before`, or at the end."""
        indent = node.start_mark.column
        for each in words:
            if before:
                yield line_behind(self._page, self._page.end(node.value[before - 1]), indent, f"- {in_block(each)}")
            else:
                start = self._page.line_start(self._page.start(node))
                yield start, start, " " * indent + f"- {in_block(each)}" + self._page.line_break(start)

    def _spans_lines(self, node: Node) -> bool:
        return "\n" in self._page.written(node) or "\r" in self._page.written(node)


def words_of(item: Node) -> str | None:
    """What an item of a list says: its words, or the 原文 of a record; None for what says nothing in one text."""
    if isinstance(item, ScalarNode):
        return str(item.value).strip()
    shorts = (pair(item, record(of).short, of) for of in ("deadline", "target"))
    found = next((value for key, value in filter(None, shorts)), None)
    return str(found.value).strip() if isinstance(found, ScalarNode) else None


def _flow(words: Sequence[str], kept: dict[str | None, str] | None = None) -> str:
    return f"[{', '.join((kept or {}).get(each, in_flow(each)) for each in words)}]"
