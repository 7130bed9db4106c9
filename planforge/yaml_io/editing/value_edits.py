"""One value of a node → the smallest edits that write another one, in the way the clerk wrote the old."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from planforge.model import InputError, Text
from planforge.schemas.names import record
from planforge.text.units import split_list
from planforge.yaml_io.editing.page import Page
from planforge.yaml_io.editing.pairs import Edit, column, line_behind, pair
from planforge.yaml_io.emit import fits_block, in_block, in_flow, in_quotes

#: A text, or the items of a list: units, time limits, targets.
Value = str | tuple[str, ...]

_STEP = 2
_QUOTES = ("'", '"')
_BAR = re.compile(r"^[|>][-+\d]*")


def written(value: Value, page: Page, parent: MappingNode) -> str:
    """`value` as it stands behind a new key of `parent`."""
    if not isinstance(value, str):
        return in_flow(value[0]) if len(value) == 1 else _flow(value)
    if parent.flow_style or not _has_lines(value):
        return in_flow(value) if parent.flow_style else in_block(value)
    return _block(value, page, page.start(parent), column(parent) + _STEP)


class ValueEdits:
    """The edits that put another value in place of the node `old`, the value of a key in `parent`.

    `names`: a scalar may hold several items, as 市公安局、市财政局 does.
    """

    def __init__(self, page: Page, parent: MappingNode, old: Node, *, names: bool) -> None:
        self._page, self._parent, self._old, self._names = page, parent, old, names

    def edits(self, value: Value) -> Iterator[Edit]:
        """Raises InputError for a way of writing that can't be edited."""
        if isinstance(value, str):
            yield self._text(self._old, value, self._parent.flow_style)
        elif isinstance(self._old, SequenceNode):
            yield from self._list(self._old, value)
        else:
            yield self._single(self._old, value)

    # A text

    def _text(self, node: Node, value: str, flow: bool) -> Edit:
        if not isinstance(node, ScalarNode):
            raise unusual(self._page.written(node))
        start, end = self._page.start(node), self._page.end(node)
        if not value:
            return self._emptied(node, flow)
        if node.style == "|" and fits_block(value):
            return self._body(node, value)
        if _has_lines(value) and not flow and node.style not in _QUOTES:
            return self._new_block(node, value)
        if node.style in _QUOTES:
            return start, end, in_quotes(value, node.style)
        return start, end, (in_flow(value) if flow else in_block(value)) + self._remark(node)

    def _emptied(self, node: ScalarNode, flow: bool) -> Edit:
        """Nothing in place of words: quotes would say that there is something, if of no length."""
        start, end = self._page.start(node), self._page.end(node)
        while not flow and self._page.text[start - 1] == " ":
            start -= 1
        return start, end, self._remark(node)

    def _new_block(self, node: ScalarNode, value: str) -> Edit:
        """A block in place of words on a line; a comment behind them stays behind the bar."""
        start, stop = self._page.start(node), self._page.line_end(self._page.end(node))
        remark = self._remark(node) or self._page.text[self._page.end(node) : stop]
        return start, stop, "|" + remark + _lines(value, self._page, start, column(self._parent) + _STEP)

    def _remark(self, node: ScalarNode) -> str:
        """What stands behind the bar of a block, on its line."""
        if node.style not in ("|", ">"):
            return ""
        start = self._page.start(node)
        return _BAR.sub("", self._page.text[start : self._page.line_end(start)])

    def _body(self, node: ScalarNode, value: str) -> Edit:
        """The lines below `内容: |`; what stands behind the bar stays."""
        head = self._page.line_end(self._page.start(node))
        body = self._page.text[head : self._page.end(node)]
        first = next((line for line in body.splitlines() if line.strip()), None)
        indent = len(first) - len(first.lstrip(" ")) if first else column(self._parent) + _STEP
        return head, head + len(body), _lines(value, self._page, head, indent)

    # A list

    def _single(self, node: Node, value: Sequence[str]) -> Edit:
        """One item, several names in a scalar, or one record, in place of a list."""
        if words_of(node) is None or self._spans_lines(node):
            raise unusual(self._page.written(node))
        if isinstance(node, ScalarNode) and (len(value) == 1 or self._can_share(node, value)):
            return self._text(node, "、".join(value), self._parent.flow_style)
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


def _has_lines(value: str) -> bool:
    """Whether a text is written as a block: in quotes all its lines would run on."""
    return "\n" in value and fits_block(value)


def words_of(item: Node) -> str | None:
    """What an item of a list says: its words, or the 原文 of a record; None for what says nothing in one text."""
    if isinstance(item, ScalarNode):
        return str(item.value).strip()
    shorts = (pair(item, record(of).short, of) for of in ("deadline", "target"))
    found = next((value for key, value in filter(None, shorts)), None)
    return str(found.value).strip() if isinstance(found, ScalarNode) else None


def _flow(words: Sequence[str], kept: dict[str | None, str] | None = None) -> str:
    return f"[{', '.join((kept or {}).get(each, in_flow(each)) for each in words)}]"


def _block(value: str, page: Page, near: int, indent: int) -> str:
    return "|" + _lines(value, page, near, indent)


def _lines(value: str, page: Page, near: int, indent: int) -> str:
    """The lines of a block, each behind a break like that of the line of `near`."""
    broken = page.line_break(near)
    return "".join(broken + (" " * indent + line if line else "") for line in value.split("\n"))


def unusual(words: str) -> InputError:
    """What is raised for a value that is written in a way that can't be changed with certainty."""
    first = words.strip().splitlines()[0][:20] if words.strip() else ""
    return InputError(f"“{first}”一处的写法特别，没有把握改得准，文件没有改动。请手工修改。")
