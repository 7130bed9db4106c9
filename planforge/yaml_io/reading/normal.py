"""The normalised form: plain strings, lists and dicts that jsonschema can check, each still knowing its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from yaml.nodes import Node

from planforge.model import Text


class Scalar(str):
    """Words of the file. `text` holds the same words with their place."""

    __slots__ = ("text",)

    text: Text

    def __new__(cls, text: Text, value: str | None = None) -> Scalar:
        """`value`: what the words mean where that differs (an ISO date, a word of the model)."""
        scalar = super().__new__(cls, text.value if value is None else value)
        scalar.text = text
        return scalar


class Items(list[Any]):
    """A list; `nodes` are where its items stand, one for each."""

    __slots__ = ("nodes",)

    nodes: list[Node]

    def __init__(self, values: Iterable[Any], nodes: list[Node]) -> None:
        super().__init__(values)
        self.nodes = nodes


class Fields(dict[str, Any]):
    """A record; `places` gives for every key the node of the key and that of the value."""

    __slots__ = ("places",)

    places: dict[str, tuple[Node, Node]]

    def __init__(self, values: dict[str, Any], places: dict[str, tuple[Node, Node]]) -> None:
        super().__init__(values)
        self.places = places


def locate(root: Fields, path: Iterable[str | int], at_key: bool, node: Node) -> Node:
    """The node that a path of the normalised form leads to, or the nearest above it; `node` is that of the root."""
    value: Any = root
    steps = list(path)
    for index, step in enumerate(steps):
        if isinstance(value, Fields) and step in value.places:
            node = value.places[str(step)][0 if at_key and index == len(steps) - 1 else 1]
        elif isinstance(value, Items) and isinstance(step, int):
            node = value.nodes[step]
        else:
            break
        value = value[step]
    return node
