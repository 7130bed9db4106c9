"""One value of a node → the smallest edits that write another one, in the way the clerk wrote the old."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from planforge.model import Text
from planforge.schemas.names import record
from planforge.text.units import split_list
from planforge.yaml_io.editing.page import Page
from planforge.yaml_io.editing.pairs import Edit, line_behind, pair, remarks_within
from planforge.yaml_io.editing.target_records import TargetRecord, is_target
from planforge.yaml_io.editing.text_edits import TextEdits, unusual, written_text
from planforge.yaml_io.emit import in_block, in_flow

#: A text, or the items of a list: units, time limits, targets.
Value = str | tuple[str, ...]

_FIGURE = re.compile(r"\d[\d.,]*")
#: What becomes of `old[i:j]` in `new[k:m]`: kind, i, j, k, m.
_Step = tuple[str, int, int, int, int]


def written(value: Value, page: Page, parent: MappingNode) -> str:
    """`value` as it stands behind a new key of `parent`."""
    if isinstance(value, str):
        return written_text(value, page, parent)
    return in_flow(value[0]) if len(value) == 1 else f"[{', '.join(map(in_flow, value))}]"


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
            yield from self._single(self._old, value)

    def _single(self, node: Node, value: Sequence[str]) -> Iterator[Edit]:
        """One item, several names in a scalar, or one record, in place of a list."""
        if isinstance(node, MappingNode) and len(value) == 1:
            yield from self._restated(node, value[0])
        elif self._spans_lines(node):
            raise unusual(self._page.written(node))
        elif isinstance(node, ScalarNode) and (len(value) == 1 or self._can_share(node, value)):
            yield self._text(node, "、".join(value))
        else:
            yield self._page.start(node), self._page.end(node), self._flow([node], value)

    def _can_share(self, node: ScalarNode, value: Sequence[str]) -> bool:
        """Whether a scalar of several names can hold these as well."""
        joined = split_list(Text("、".join(value)))
        return bool(value) and not self._is_one(node) and tuple(name.value for name in joined) == tuple(value)

    def _is_one(self, item: Node) -> bool:
        return not self._names or len(split_list(Text(self._said(item)))) == 1

    def _said(self, item: Node, wanted: Sequence[str] = ()) -> str:
        """What an item says, or is to say: of its spellings, and of another amount for it, what is `wanted`."""
        spelt = spellings(self._page, item)
        if not spelt:
            raise unusual(self._page.written(item))
        other = (words for words in wanted if self._is_other_amount(item, words))
        return next((words for words in spelt if words in wanted), None) or next(other, spelt[0])

    def _is_other_amount(self, item: Node, words: str) -> bool:
        """Whether words are those of an item but for the amount."""
        if is_target(item):
            return TargetRecord(self._page, item).edits(words) is not None
        return _FIGURE.sub("", self._said(item)) == _FIGURE.sub("", words)

    def _list(self, node: SequenceNode, value: Sequence[str]) -> Iterator[Edit]:
        old = [self._said(item, value) for item in node.value]
        steps = SequenceMatcher(None, old, value, autojunk=False).get_opcodes()
        in_place = all(kind == "equal" or j - i == m - k for kind, i, j, k, m in steps)
        if not all(map(self._is_one, node.value)) or not value or (node.flow_style and not in_place):
            yield self._whole(node, value)
        else:
            yield from self._items(node, steps, value)

    def _whole(self, node: SequenceNode, value: Sequence[str]) -> Edit:
        """A list within brackets, whose items that stay are written as they were."""
        if self._spans_lines(node):
            raise unusual(self._page.written(node))
        return self._page.start(node), self._page.end(node), self._flow(node.value, value)

    def _flow(self, items: Sequence[Node], value: Sequence[str]) -> str:
        """The items of a list, within brackets if there are several; those that stay are written as they were."""
        kept = {words: self._edited(item, words) for item in items if (words := self._said(item, value)) in value}
        parts = [kept.get(each, in_flow(each)) for each in value]
        return parts[0] if len(parts) == 1 and not isinstance(self._old, SequenceNode) else f"[{', '.join(parts)}]"

    def _items(self, node: SequenceNode, steps: Iterable[_Step], new: Sequence[str]) -> Iterator[Edit]:
        """A list of lines: those of items that stay are left alone."""
        for _, i, j, k, m in steps:
            paired = min(j - i, m - k)
            for item, words in zip(node.value[i : i + paired], new[k : k + paired], strict=True):
                yield from self._restated(item, words, flow=bool(node.flow_style))
            yield from (self._without(item) for item in node.value[i + paired : j])
            yield from self._more(node, i + paired, new[k + paired : m])

    def _edited(self, item: Node, words: str) -> str:
        """An item's characters once it says these words, on the line of a list within brackets."""
        edits = self._restated(item, words, flow=True)
        return self._page.edited(edits, self._page.start(item), self._page.end(item))

    def _restated(self, item: Node, words: str, *, flow: bool = False) -> Iterator[Edit]:
        """Other words for one item: in the keys of a target that is written out, else in its place."""
        if words in spellings(self._page, item):
            return
        target = TargetRecord(self._page, item) if is_target(item) else None
        edits = target.edits(words) if target else None
        if edits is not None:
            yield from edits
        else:
            remarks = remarks_within(self._page, item)
            if (flow and remarks) or (target and target.is_bare(words)):
                raise unusual(self._page.written(item))  # the rest of the list, or the amount, would be lost
            plain = in_flow(words) if flow else in_block(words)
            yield self._page.start(item), self._page.end(item), " ".join([plain, *remarks])

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


def spellings(page: Page, item: Node) -> tuple[str, ...]:
    """What an item of a list says: its words, the 原文 of a record, a target written out as it is printed.

    Nothing where it says nothing in one text.
    """
    if isinstance(item, ScalarNode):
        return (str(item.value).strip(),)
    if is_target(item):
        return TargetRecord(page, item).spellings()
    shorts = filter(None, (pair(item, record(of).short, of) for of in ("deadline", "target")))
    return tuple(value.value.strip() for _, value in shorts if isinstance(value, ScalarNode))[:1]
