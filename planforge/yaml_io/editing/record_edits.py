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
from planforge.yaml_io.editing.pairs import Edit, column, filled, meaning, pair, pairs
from planforge.yaml_io.editing.text_edits import unusual
from planforge.yaml_io.editing.value_edits import Value, ValueEdits, written
from planforge.yaml_io.parsing.nodes import is_empty

_Pair = tuple[ScalarNode, Node]


class RecordEdits:
    """The edits of a mapping of the record type `of`, of whose keys those `going` are to be taken away."""

    def __init__(self, page: Page, node: MappingNode, of: str, going: Iterable[str] = ()) -> None:
        self.node, self.of = node, of
        self._page = page
        self._lang: Lang = "en" if pairs(node)[0][0].value.isascii() else "zh"
        self._going = frozenset(going)

    def values(self, values: Mapping[str, Value], *, keep: bool = False) -> Iterator[Edit]:
        """The edits that give keys these values; a key whose value is empty goes, or stays bare where `keep` says so.

        Raises InputError for a way of writing that can't be edited.
        """
        for english in sorted(values, key=self._order().index):
            found, value = pair(self.node, english, self.of), values[english]
            if found is None:
                yield from [self.with_lines(english, self.lines(english, _plain(value)))] if value else []
            elif not value and not keep:
                yield self.without(found)
            elif not is_empty(found[1]):
                names = record(self.of).english(english).type == "names"
                yield from ValueEdits(self._page, self.node, found[1], names=names).edits(value)
            elif value:
                yield filled(self._page, *found, self._behind(found, value))

    def lines(self, english: str, value: Any) -> list[str]:
        """A key and its value as lines of this record; within braces as one piece."""
        key = self.key(english)
        if self.node.flow_style:
            return [emit.record_in_flow({key: value})[1:-1]]
        return emit.pair_lines(key, value, column(self.node))

    def key(self, english: str) -> str:
        """What a key is called in this record: in the language of its first one."""
        return key_in(self._lang, self.of, english)

    def with_lines(self, english: str, lines: list[str]) -> Edit:
        """A new key's lines behind the pair that it follows in the order of the table of names."""
        end = self._end(self._before(english))
        if self.node.flow_style:
            return end, end, ", " + ", ".join(lines)
        end = self._page.line_end(end)
        broken = self._page.line_break(end)
        return end, end, "".join(broken + line for line in lines)

    def without(self, found: _Pair) -> Edit:
        """A pair taken away, with its line; the pair behind the dash gives its place to the next one."""
        own = pairs(self.node)
        place = next(turn for turn, each in enumerate(own) if each[0] is found[0])
        if len(own) == 1:
            raise InputError(f"“{found[0].value}”是这一项仅有的内容，删去之后什么也没有了，请手工修改。")
        if place == 0:
            return self._page.start(found[0]), self._page.start(own[1][0]), ""
        if self.node.flow_style:
            return self._page.end(own[place - 1][1]), self._page.end(found[1]), ""
        return self._page.end_above(self._page.start(found[0])), self._page.line_end(self._end(found)), ""

    def _behind(self, found: _Pair, value: Value) -> str:
        """A value for a key that has none; where a comment stands on the line, a block can't begin there."""
        end = self._end(found)
        remark = self._page.text[end : self._page.line_end(end)].strip(" :")
        words = written(value, self._page, self.node)
        return emit.in_quotes(str(value)) if remark and "\n" in words else words

    def _before(self, english: str) -> _Pair:
        order = self._order()
        earlier = order[: order.index(english)]
        staying = [each for each in pairs(self.node) if meaning(each[0], self.of) not in self._going]
        ranked = [(order.index(name), each) for each in staying if (name := meaning(each[0], self.of)) in earlier]
        return max(ranked, key=lambda each: each[0])[1] if ranked else (staying or pairs(self.node))[0]

    def _order(self) -> list[str]:
        """The table's order of keys; what closes a task stands behind its tasks."""
        names = [name.english for name in record(self.of).names]
        return [*(name for name in names if name != "closing"), "closing"]

    def _end(self, found: _Pair) -> int:
        key, value = found
        if isinstance(value, SequenceNode) and not value.flow_style and value.value:
            return content_end(self._page, value.value[-1], value.start_mark.column)
        return max(self._page.end(key), self._page.end(value))


def key_in(lang: Lang, of: str, english: str) -> str:
    """What a key of a record type is called in a language."""
    return record(of).english(english).chinese[0] if lang == "zh" else english


def record_of_words(page: Page, node: Node, of: str, lang: Lang, values: Mapping[str, Value]) -> Edit:
    """`- 强化司法保护`: the words are the heading, and become one of a record where more is to be said.

    Raises InputError for what isn't words on one line, and where a record can't be words alone.
    """
    words, heading = page.written(node), record(of).short
    if not heading or not isinstance(node, ScalarNode) or "\n" in words or "\r" in words:
        raise unusual(words)
    said = {heading: node.value.strip(), **values}
    if said.keys() == {heading}:
        return page.start(node), page.end(node), emit.in_flow(str(said[heading]))
    return page.start(node), page.end(node), emit.record_in_flow(named(lang, of, said))


def named(lang: Lang, of: str, values: Mapping[str, Value]) -> dict[str, Any]:
    """A record as the writer of YAML takes it, without what is empty."""
    plain = {english: value if isinstance(value, str) else list(value) for english, value in values.items() if value}
    return {key_in(lang, of, english): value for english, value in plain.items()}


def content_end(page: Page, node: Node, indent: int) -> int:
    """Where the lines of a list's item end: comments below it that stand farther in than its dash are its own."""
    end = page.line_end(page.end(node))
    while (start := end + len(page.line_break(end))) < len(page.text):
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
