"""Links → the smallest edits of a task's text that write them, however the clerk wrote what is there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from planforge.model import InputError, Link
from planforge.yaml_io.editing.page import Page
from planforge.yaml_io.editing.pairs import Edit, added, column, filled, last_own, line_behind, pair, pairs
from planforge.yaml_io.emit import in_flow, record_in_flow
from planforge.yaml_io.parsing.nodes import is_empty
from planforge.yaml_io.reading.values import reference

_BETWEEN = re.compile(r"\s*[、，,；;]\s*")


def _to(words: str) -> str:
    """A link's words, however they are spaced, as `Link.to` has them."""
    return "#".join(reference(words))


class LinkEdits:
    """The edits that write `accepted` links into one task, which has those `present`."""

    def __init__(self, page: Page, present: Sequence[Link], accepted: Sequence[Link]) -> None:
        self._page = page
        there = {link.to for link in present}
        links = {link.to: link for link in accepted}
        self._known = {to: link for to, link in links.items() if to in there}
        self._new = [link for to, link in links.items() if to not in there]
        self._english = False

    def edits(self, node: Node) -> Iterator[Edit]:
        """The edits for the node of the task. Raises InputError for a way of writing that can't be edited."""
        if not isinstance(node, MappingNode):
            yield self._bare(node)
            return
        found = pair(node, "implements")
        key = found[0] if found else next(iter(pairs(node)))[0]
        self._english = key.value.isascii()
        if found is None:
            yield self._missing(node)
        elif is_empty(found[1]):
            yield filled(self._page, *found, self._list())
        else:
            yield from self._value(found[1])

    def _bare(self, node: Node) -> Edit:
        """`- 强化司法保护`: the words become the heading of a record."""
        words = self._page.written(node)
        if not isinstance(node, ScalarNode) or "\n" in words or "\r" in words:
            raise _unusual("任务")
        heading = words if node.style else in_flow(node.value)
        return self._page.start(node), self._page.end(node), f"{{标题: {heading}, 落实: {self._list()}}}"

    def _missing(self, node: MappingNode) -> Edit:
        words = f"{'implements' if self._english else '落实'}: {self._list()}"
        return added(self._page, node, last_own(node), words)

    def _value(self, value: Node) -> Iterator[Edit]:
        if isinstance(value, ScalarNode):
            yield self._replaced(value, f"[{', '.join([*self._parts(value), *map(self._record, self._new)])}]")
        elif isinstance(value, SequenceNode):
            yield from self._sequence(value)
        elif isinstance(value, MappingNode):
            yield from self._single(value)

    def _replaced(self, node: ScalarNode, words: str) -> Edit:
        if node.start_mark.line != node.end_mark.line:
            raise _unusual("落实")
        return self._page.start(node), self._page.end(node), words

    def _parts(self, node: ScalarNode) -> list[str]:
        """The links that share a scalar, those known with their fingerprint."""
        words = [part for part in _BETWEEN.split(node.value.strip()) if part]
        return [self._record(self._known[_to(part)]) if _to(part) in self._known else in_flow(part) for part in words]

    def _sequence(self, node: SequenceNode) -> Iterator[Edit]:
        for item in node.value:
            yield from self._item(item, node)
        if self._new and node.flow_style:
            yield self._in_brackets(node)
        elif self._new:
            yield self._lines(self._page.end(node), node.start_mark.column)

    def _lines(self, behind: int, indent: int) -> Edit:
        """The new links as items of a block list, a line each."""
        items = [f"- {self._record(link)}" for link in self._new]
        between = self._page.line_break(behind) + " " * indent
        return line_behind(self._page, behind, indent, between.join(items))

    def _in_brackets(self, node: SequenceNode) -> Edit:
        words = ", ".join(map(self._record, self._new))
        if not node.value:
            start = self._page.start(node) + 1
            return start, start, words
        end = self._page.end(node.value[-1])
        return end, end, f", {words}"

    def _item(self, item: Node, node: SequenceNode) -> Iterator[Edit]:
        if isinstance(item, MappingNode):
            yield from self._record_edit(item)
        elif isinstance(item, ScalarNode) and any(_to(part) in self._known for part in _BETWEEN.split(item.value)):
            between = self._page.line_break(self._page.start(item)) + " " * node.start_mark.column + "- "
            yield self._replaced(item, (", " if node.flow_style else between).join(self._parts(item)))

    def _record_edit(self, node: MappingNode, deeper: int = 0) -> Iterator[Edit]:
        """`{条目: …, 已阅: …}`: only the fingerprint changes, or comes."""
        to, seen = pair(node, "to", "link"), pair(node, "seen", "link")
        link = self._known.get(_to(to[1].value)) if to and isinstance(to[1], ScalarNode) else None
        if to is None or link is None:
            return
        if seen is None:
            key = "seen" if to[0].value.isascii() else "已阅"
            yield added(self._page, node, pairs(node)[-1], f"{key}: {_seen(link)}", deeper)
        elif is_empty(seen[1]):
            yield filled(self._page, *seen, _seen(link))
        elif isinstance(seen[1], ScalarNode):
            yield self._replaced(seen[1], _seen(link))

    def _single(self, node: MappingNode) -> Iterator[Edit]:
        """One record in place of a list; more links make it one."""
        yield from self._record_edit(node, 2 if self._new and not node.flow_style else 0)
        start, end = self._page.start(node), self._page.end(node)
        if self._new and node.flow_style:
            yield start, start, "["
            yield end, end, f", {', '.join(map(self._record, self._new))}]"
        elif self._new:
            yield start, start, "- "
            yield from ((line, line, "  ") for line in self._page.line_starts(start, end))
            yield self._lines(end, column(node))

    def _list(self) -> str:
        return f"[{', '.join(map(self._record, self._new))}]"

    def _record(self, link: Link) -> str:
        if link.seen is None:
            return in_flow(link.to)
        to, seen = ("to", "seen") if self._english else ("条目", "已阅")
        return record_in_flow({to: link.to, seen: link.seen})


def _seen(link: Link) -> str:
    return in_flow(link.seen or "")


def _unusual(what: str) -> InputError:
    return InputError(f"“{what}”写成了几行文字，没有把握改得准，文件没有改动。请先改写成列表：落实: [省意见#3.2]。")
