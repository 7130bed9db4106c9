"""YAML files beside the documents (settings, the roster): plain text, lists and mappings, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from planforge.model import InputError, Span
from planforge.yaml_io.encoding import decode
from planforge.yaml_io.parsing import marks
from planforge.yaml_io.parsing.parse import parse
from planforge.yaml_io.parsing.source import Source

_Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Plain:
    """`value`: strings, lists and dicts (an empty scalar is None); `places`: where the key or item of a path stands."""

    value: Any
    places: Mapping[_Path, Span]
    file: str

    def span(self, path: _Path) -> Span:
        """Where a path stands, or the nearest above it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Span(self.file))


def read_plain(source: bytes, file: str, keys: frozenset[str]) -> Plain:
    """A file whose keys are `keys`; an empty one says as little as one of comments alone.

    Raises InputError that names all its syntax faults.
    """
    if not source.strip():
        return Plain(None, {}, file)
    text, _ = decode(source, file)
    parsed = parse(text, file, keys)
    if parsed.errors:
        raise rejected(file, [(fault.span, f"{fault.message}{fault.advice}。") for fault in parsed.errors])
    root = parsed.root
    places = dict(_places(root, parsed.lines, ())) if root else {}
    return Plain(_value(root) if root else None, places, file)


def rejected(file: str, faults: list[tuple[Span, str]]) -> InputError:
    """The error that lists the faults of a file, each with its line."""
    messages = [f"{file} 第 {span.start.line} 行：{message}" for span, message in sorted(faults)]
    return InputError("\n".join(messages), faults[0][0])


def _value(node: Node) -> Any:
    if isinstance(node, MappingNode):
        return {_key(key): _value(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [_value(item) for item in node.value]
    return node.value.strip() or None


def _key(node: Node) -> str:
    return node.value.strip() if isinstance(node, ScalarNode) else ""


def _places(node: Node, source: Source, path: _Path) -> Iterator[tuple[_Path, Span]]:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            here = (*path, _key(key))
            yield here, marks.span(key, source)
            yield from _places(value, source, here)
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.value):
            yield (*path, index), marks.span(item, source)
            yield from _places(item, source, (*path, index))
