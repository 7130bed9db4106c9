"""YAML nodes → the normalised form: each value by the type that the table of names gives its key."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from pathlib import PurePosixPath
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from planforge.model import Diagnostic, Text
from planforge.schemas.names import Name, Record, record
from planforge.text.units import split_list
from planforge.yaml_io.faults import diagnostic
from planforge.yaml_io.parsing import marks
from planforge.yaml_io.parsing.nodes import is_empty, items_of
from planforge.yaml_io.parsing.source import Source
from planforge.yaml_io.reading import scalars
from planforge.yaml_io.reading.keys import Reader, Shape, shape_of
from planforge.yaml_io.reading.normal import Fields, Items, Scalar

_MANY_NAMES = re.compile(r"\W")
_BETWEEN_LINKS = re.compile(r"[、，,；;]")


class Normaliser:
    """Reads the nodes of one file. `diagnostics` collects keys written twice."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.diagnostics: list[Diagnostic] = []
        self._shapes: dict[tuple[str, tuple[str, ...]], Shape] = {}

    def document(self, node: MappingNode) -> Fields:
        """The normalised form of a whole file."""
        return self.record("document", node)

    def record(self, of: str, node: MappingNode) -> Fields:
        """The normalised form of one record of a type."""
        return self._record(record(of), node)

    def _record(self, entry: Record, node: MappingNode) -> Fields:
        """One mapping by its record type, each key once, without those that have no value.

        Keys that nobody knows stay as they are, for the contract to find.
        """
        pairs: list[tuple[Node, Node]] = node.value
        keys = tuple([self._key(key) for key, _ in pairs])
        shape = self._shapes.get((entry.name, keys)) or self._shape(entry, keys)
        for key, earlier in shape.again:
            self._twice((keys[key], pairs[key][0]), (keys[earlier], pairs[earlier][0]))
        values: dict[str, Any] = {}
        places: dict[str, tuple[Node, Node]] = {}
        for key, english, read in shape.fields:
            pair = pairs[key]
            if not is_empty(pair[1]):
                values[english], places[english] = read(pair[1]), pair
        return Fields(values, places)

    def _key(self, node: Node) -> str:
        return _plain(node.value) if isinstance(node, ScalarNode) else self.source.lines[node.start_mark.line].strip()

    def _twice(self, written: tuple[str, Node], earlier: tuple[str, Node]) -> None:
        (key, node), (before, first) = written, earlier
        what = f"“{key}”写了两次" if key == before else f"“{key}”和“{before}”是同一个项目，写了两次"
        message = f"{what}（第一次在第 {first.start_mark.line + 1} 行），只读了第一次的。"
        self.diagnostics.append(diagnostic("Y004", message, marks.span(node, self.source), "合并成一个，删去另一个"))

    def _shape(self, entry: Record, keys: tuple[str, ...]) -> Shape:
        """Asked of cerberus once for all records that are alike, as most of a plan's are."""
        shape = self._shapes[entry.name, keys] = shape_of(entry, keys, self._reader)
        return shape

    def _reader(self, name: Name | None) -> Reader:
        """What turns a node into the normal form of a value; what doesn't fit stays for the contract to find."""
        if name is None:
            return self._anything
        if name.type in ("record", "records"):
            return partial(self._one if name.type == "record" else self._many, record(name.of))
        if name.type in ("text", "string", "item"):
            return self._anything
        if name.type == "word":
            return partial(self._scalar, partial(scalars.word, name.of))
        readers: dict[str, Reader] = {
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
            return Items([self._anything(item) for item in node.value], node.value)
        pairs = {self._key(key): (key, value) for key, value in node.value}
        return Fields({key: self._anything(value) for key, (_, value) in pairs.items()}, pairs)

    def _scalar(self, read: Callable[[Scalar], Any], node: Node) -> Any:
        value = self._anything(node)
        return read(value) if isinstance(value, Scalar) else value

    def _amount(self, node: Node) -> Any:
        if isinstance(node, SequenceNode):
            return Items([self._scalar(scalars.number, item) for item in node.value], node.value)
        return self._scalar(scalars.number, node)

    def _names(self, node: Node) -> Any:
        """One name or more for each scalar: 市公安局、市市场监管局 are two."""
        return _each_several(items_of(node), self._split_names)

    def _split_names(self, node: Node) -> Sequence[Any]:
        value = self._anything(node)
        if isinstance(value, Scalar) and _MANY_NAMES.search(value):
            return [Scalar(name) for name in split_list(value.text)]
        return (value,)

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
        items = items_of(node)
        if entry.name == "link":
            return _each_several(items, partial(self._links, entry))
        return Items([self._one(entry, item) for item in items], items)

    def _links(self, entry: Record, node: Node) -> Sequence[Any]:
        if not isinstance(node, ScalarNode):
            return (self._one(entry, node),)
        parts = _split(marks.text(node, self.source), _BETWEEN_LINKS)
        return [Fields({entry.short: Scalar(part)}, {entry.short: (node, node)}) for part in parts]

    def _aliases(self, node: Node) -> Any:
        """上级文件 as alias: path; in a plain list, a file is called by its name without the ending."""
        if isinstance(node, MappingNode):
            return self._anything(node)
        values = [(self._anything(item), item) for item in items_of(node)]
        if not all(isinstance(value, Scalar) for value, _ in values):
            return self._anything(node)
        named = {_alias(value): (value, item) for value, item in values}
        places = {alias: (item, item) for alias, (_, item) in named.items()}
        return Fields({alias: value for alias, (value, _) in named.items()}, places)


@lru_cache(maxsize=256)
def _plain(key: str) -> str:
    """A key as the table of names has it; a plan has the same few again and again."""
    return unicodedata.normalize("NFKC", key).strip()


def _each_several(nodes: Iterable[Node], read: Callable[[Node], Sequence[Any]]) -> Items:
    """What is read from nodes that may give several values each, every value with its node."""
    values: list[Any] = []
    places: list[Node] = []
    for node in nodes:
        found = read(node)
        values += found
        places += [node] * len(found)
    return Items(values, places)


def _split(text: Text, separator: re.Pattern[str]) -> Iterator[Text]:
    start = 0
    for match in separator.finditer(text.value):
        yield text.slice(start, match.start()).strip()
        start = match.end()
    yield text.slice(start).strip()


def _alias(reference: str) -> str:
    path = PurePosixPath(reference.replace("\\", "/"))
    return path.stem if path.suffix and len(path.suffix) <= 5 else reference
