"""The keys of one record: values changed in place, keys added where they belong and taken away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from planforge.model import InputError
from planforge.schemas.names import record
from planforge.yaml_io import emit
from planforge.yaml_io.dump import Lang
from planforge.yaml_io.editing.page import Page
from planforge.yaml_io.editing.pairs import Edit, column, filled, is_empty, meaning, pair, pairs
from planforge.yaml_io.editing.value_edits import Value, ValueEdits

_Pair = tuple[ScalarNode, Node]


class RecordEdits:
    """The edits of a mapping of the record type `of`, of whose keys those `going` are to be taken away."""

    def __init__(self, page: Page, node: MappingNode, of: str, lang: Lang, going: Iterable[str] = ()) -> None:
        self._page, self._node, self._of, self._lang = page, node, of, lang
        self._going = frozenset(going)

    def values(self, values: Mapping[str, Value]) -> Iterator[Edit]:
        """The edits that give keys these values. Raises InputError for a way of writing that can't be edited."""
        for english in sorted(values, key=self._order().index):
            found = pair(self._node, english, self._of)
            value = values[english]
            if not value:
                yield from [self.without(found)] if found else []
            elif found is None:
                yield self.with_lines(english, self.lines(english, _plain(value)))
            elif is_empty(found[1]):
                yield filled(self._page, *found, self._inline(_plain(value)))
            else:
                names = record(self._of).english(english).type == "names"
                yield from ValueEdits(self._page, self._node, found[1], names=names).edits(value)

    def lines(self, english: str, value: Any) -> list[str]:
        """A key and its value as lines of this record; within braces as one piece."""
        key = self.key(english)
        if self._node.flow_style:
            return [emit.record_in_flow({key: value})[1:-1]]
        return emit.pair_lines(key, value, column(self._node))

    def key(self, english: str) -> str:
        """What a key is called in this file."""
        name = record(self._of).english(english)
        return name.chinese[0] if self._lang == "zh" else english

    def with_lines(self, english: str, lines: list[str]) -> Edit:
        """A new key's lines behind the pair that it follows in the order of the table of names."""
        end = self._end(self._before(english))
        if self._node.flow_style:
            return end, end, ", " + ", ".join(lines)
        end = self._page.line_end(end)
        broken = self._page.line_break(end)
        return end, end, "".join(broken + line for line in lines)

    def without(self, found: _Pair) -> Edit:
        """A pair taken away, with its line; the pair behind the dash gives its place to the next one."""
        own = pairs(self._node)
        place = next(turn for turn, each in enumerate(own) if each[0] is found[0])
        if len(own) == 1:
            raise InputError(f"“{found[0].value}”是这一项仅有的内容，删去之后什么也没有了，请手工修改。")
        if place == 0:
            return self._page.start(found[0]), self._page.start(own[1][0]), ""
        if self._node.flow_style:
            return self._page.end(own[place - 1][1]), self._page.end(found[1]), ""
        return self._page.end_above(self._page.start(found[0])), self._page.line_end(self._end(found)), ""

    def _inline(self, value: Any) -> str:
        words = emit.record_in_flow({"x": value})[4:-1]
        if "\n" in words:
            raise InputError("空着的项目填不进几段文字，请手工填写。")
        return words

    def _before(self, english: str) -> _Pair:
        order = self._order()
        earlier = order[: order.index(english)]
        staying = [each for each in pairs(self._node) if meaning(each[0], self._of) not in self._going]
        ranked = [(order.index(name), each) for each in staying if (name := meaning(each[0], self._of)) in earlier]
        return max(ranked, key=lambda each: each[0])[1] if ranked else (staying or pairs(self._node))[0]

    def _order(self) -> list[str]:
        """The table's order of keys; what closes a task stands behind its tasks."""
        names = [name.english for name in record(self._of).names]
        return [*(name for name in names if name != "closing"), "closing"]

    def _end(self, found: _Pair) -> int:
        key, value = found
        if isinstance(value, SequenceNode) and not value.flow_style and value.value:
            return content_end(self._page, value.value[-1], value.start_mark.column)
        return max(self._page.end(key), self._page.end(value))


def content_end(page: Page, node: Node, indent: int) -> int:
    """Where the lines of a list's item end: comments below it that stand farther in than its dash are its own."""
    end = page.line_end(page.end(node))
    while (start := end + len(page.line_break(end))) < len(page.text) and page.text[end : end + 1]:
        stop = page.line_end(start)
        line = page.text[start:stop]
        if not line.strip().startswith("#") or len(line) - len(line.lstrip(" ")) <= indent:
            break
        end = stop
    return end


def _plain(value: Value) -> Any:
    """One value or a list, as the writer of YAML takes it; a text of several paragraphs goes into a block."""
    if isinstance(value, str):
        return value
    return value[0] if len(value) == 1 else list(value)
