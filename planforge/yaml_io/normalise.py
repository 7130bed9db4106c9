"""YAML nodes → the normalised form: cerberus renames the keys and reads the values as the table of names says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from planforge.model import Diagnostic, Text
from planforge.schemas.names import Name, Record, record
from planforge.schemas.trusted import validator
from planforge.text.units import split_list
from planforge.yaml_io import marks, scalars
from planforge.yaml_io.faults import diagnostic
from planforge.yaml_io.normal import Fields, Items, Scalar
from planforge.yaml_io.source import Source

if TYPE_CHECKING:
    from cerberus import Validator

_Pairs = dict[str, tuple[Node, Node]]
_NOTHING = ("", "~", "null")
_MANY_NAMES = re.compile(r"\W")
_BETWEEN_LINKS = re.compile(r"[、，,；;]")


class Normaliser:
    """Reads the nodes of one file. `diagnostics` collects keys written twice."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.diagnostics: list[Diagnostic] = []
        self._idle: dict[tuple[str, ...], list[Validator]] = {}

    def document(self, node: MappingNode) -> Fields:
        """The normalised form of a whole file."""
        return self._record(record("document"), node)

    def _record(self, entry: Record, node: MappingNode) -> Fields:
        """One mapping by its record type; keys that nobody knows stay as they are, for the contract to find."""
        pairs = self._pairs(entry, node)
        values = self._values(entry, {key: value for key, (_, value) in pairs.items()})
        places = {self._english(entry, key): place for key, place in pairs.items()}
        return Fields(values, places)

    def _pairs(self, entry: Record, node: MappingNode) -> _Pairs:
        """The written pairs of a mapping, each key once, without those that have no value."""
        pairs: _Pairs = {}
        first: dict[str, tuple[str, Node]] = {}
        for key_node, value in node.value:
            key = self._key(key_node)
            earlier = first.setdefault(self._english(entry, key), (key, key_node))
            if earlier[1] is not key_node:
                self._twice(key, key_node, earlier)
            elif not _is_empty(value):
                pairs[key] = (key_node, value)
        return pairs

    def _key(self, node: Node) -> str:
        if isinstance(node, ScalarNode):
            return unicodedata.normalize("NFKC", node.value).strip()
        return self.source.lines[node.start_mark.line].strip()

    @staticmethod
    def _english(entry: Record, key: str) -> str:
        name = entry.find(key)
        return name.english if name else key

    def _twice(self, key: str, node: Node, earlier: tuple[str, Node]) -> None:
        before, line = earlier[0], earlier[1].start_mark.line + 1
        what = f"“{key}”写了两次" if key == before else f"“{key}”和“{before}”是同一个项目，写了两次"
        message = f"{what}（第一次在第 {line} 行），只读了第一次的。"
        self.diagnostics.append(diagnostic("Y004", message, marks.span(node, self.source), "合并成一个，删去另一个"))

    def _values(self, entry: Record, nodes: dict[str, Node]) -> dict[str, Any]:
        """By a validator for the keys at hand alone: with the whole table cerberus would take ten times as long.

        A validator holds the record that it reads, so one that is at work on a task can't read the tasks in it.
        """
        idle = self._idle.setdefault((entry.name, *nodes), [])
        reader = idle.pop() if idle else validator(self._rules(entry, nodes), allow_unknown=True)
        values: dict[str, Any] = reader.normalized(nodes, always_return_document=True)
        if reader.errors:
            raise TypeError(f"normalising failed: {reader.errors}")
        idle.append(reader)
        return values

    def _rules(self, entry: Record, keys: Iterable[str]) -> dict[str, dict[str, Any]]:
        rules: dict[str, dict[str, Any]] = {}
        for key in keys:
            name = entry.find(key)
            if name is None:
                rules[key] = {"coerce": self._anything}
                continue
            rules[name.english] = {"coerce": self._reader(name)}
            if key != name.english:
                rules[key] = {"rename": name.english}
        return rules

    def _reader(self, name: Name) -> Callable[[Node], Any]:
        """What turns a node into the normal form of a value; what doesn't fit stays for the contract to find."""
        if name.type in ("record", "records"):
            return partial(self._one if name.type == "record" else self._many, record(name.of))
        if name.type in ("text", "string", "item"):
            return self._anything
        if name.type == "word":
            return partial(self._scalar, partial(scalars.word, name.of))
        readers: dict[str, Callable[[Node], Any]] = {
            "names": self._names,
            "flag": partial(self._scalar, scalars.flag),
            "date": partial(self._scalar, scalars.date),
            "year": partial(self._scalar, scalars.year),
            "number": partial(self._scalar, scalars.number),
            "amount": self._amount,
            "aliases": self._aliases,
            "tables": self._anything,
        }
        return readers[name.type]

    def _text(self, node: ScalarNode) -> Scalar:
        return Scalar(marks.text(node, self.source))

    def _anything(self, node: Node) -> Any:
        """A node as it is: words, a list, or pairs."""
        if isinstance(node, ScalarNode):
            return self._text(node)
        if isinstance(node, SequenceNode):
            return Items((self._anything(item), item) for item in node.value)
        pairs = {self._key(key): (key, value) for key, value in node.value}
        return Fields({key: self._anything(value) for key, (_, value) in pairs.items()}, pairs)

    def _scalar(self, read: Callable[[Scalar], Any], node: Node) -> Any:
        value = self._anything(node)
        return read(value) if isinstance(value, Scalar) else value

    def _amount(self, node: Node) -> Any:
        if isinstance(node, SequenceNode):
            return Items((self._scalar(scalars.number, item), item) for item in node.value)
        return self._scalar(scalars.number, node)

    def _names(self, node: Node) -> Any:
        """One name or more for each scalar: 市公安局、市市场监管局 are two."""
        return Items((name, item) for item in _items(node) for name in self._split_names(item))

    def _split_names(self, node: Node) -> Iterator[Any]:
        value = self._anything(node)
        if isinstance(value, Scalar) and _MANY_NAMES.search(value):
            yield from (Scalar(name) for name in split_list(value.text))
        else:
            yield value

    def _one(self, entry: Record, node: Node) -> Any:
        if isinstance(node, MappingNode):
            return self._record(entry, node)
        if isinstance(node, ScalarNode) and entry.short:
            return Fields({entry.short: self._text(node)}, {entry.short: (node, node)})
        return self._anything(node)

    def _many(self, entry: Record, node: Node) -> Any:
        """A list of records, also where one stands alone; links may share a scalar.

        Words in place of a whole list of tasks are a slip; as an item of the list they are a heading.
        """
        if isinstance(node, ScalarNode) and entry.short in ("", "heading"):
            return self._anything(node)
        if entry.name == "link":
            return Items((link, item) for item in _items(node) for link in self._links(entry, item))
        return Items((self._one(entry, item), item) for item in _items(node))

    def _links(self, entry: Record, node: Node) -> Iterator[Any]:
        if not isinstance(node, ScalarNode):
            yield self._one(entry, node)
            return
        for part in _split(marks.text(node, self.source), _BETWEEN_LINKS):
            yield Fields({entry.short: Scalar(part)}, {entry.short: (node, node)})

    def _aliases(self, node: Node) -> Any:
        """上级文件 as alias: path; in a plain list, a file is called by its name without the ending."""
        if isinstance(node, MappingNode):
            return self._anything(node)
        values = [(self._anything(item), item) for item in _items(node)]
        if not all(isinstance(value, Scalar) for value, _ in values):
            return self._anything(node)
        named = {_alias(value): (value, item) for value, item in values}
        places = {alias: (item, item) for alias, (_, item) in named.items()}
        return Fields({alias: value for alias, (value, _) in named.items()}, places)


def _items(node: Node) -> list[Node]:
    """One value or a list."""
    if isinstance(node, SequenceNode):
        return [item for item in node.value if not _is_empty(item)]
    return [node]


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not node.style and node.value in _NOTHING


def _split(text: Text, separator: re.Pattern[str]) -> Iterator[Text]:
    start = 0
    for match in separator.finditer(text.value):
        yield text.slice(start, match.start()).strip()
        start = match.end()
    yield text.slice(start).strip()


def _alias(reference: str) -> str:
    path = PurePosixPath(reference.replace("\\", "/"))
    return path.stem if path.suffix and len(path.suffix) <= 5 else reference
