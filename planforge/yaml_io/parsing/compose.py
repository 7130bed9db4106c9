"""From lines to YAML nodes: the C loader where there is one, limits against hostile files, one fault after another."""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from planforge.model import Diagnostic, InputError, Span
from planforge.yaml_io.parsing.recover import recover
from planforge.yaml_io.parsing.source import Source

#: Nodes within nodes: a task takes two levels, and nobody numbers fifteen levels deep.
MAX_DEPTH = 40
#: Nodes that aliases may repeat; what is written out has its own limit in lines.
MAX_REPEATED = 10_000
#: Faults that are repaired one by one; large files get fewer rounds, so that time stays bounded.
_MAX_ROUNDS, _ROUND_CHARACTERS = 60, 6_000_000

_BaseLoader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_FAR_INDENTED = re.compile(rf"(?m)^[ \-?]{{{MAX_DEPTH}}}")
_BRACKET, _NESTED = re.compile(r"[\[\]{}]"), re.compile(r"[\[{][^\[\]{}]*[\[{]")


class _Loader(_BaseLoader):  # type: ignore[misc]
    """Asks of no node what its tag is: all scalars are read as text, and the table of names tells what they are."""

    def resolve(self, kind: type[Node], value: object, implicit: object) -> str:
        return ""


def compose(source: Source) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The root node of a file, and the syntax faults met; lines that can't be read are left out.

    Raises InputError when nesting or aliases pass the limits.
    """
    found: list[Diagnostic] = []
    rounds = max(5, min(_MAX_ROUNDS, _ROUND_CHARACTERS // (len(source.text) + 1)))
    for _ in range(rounds):
        try:
            return _compose_once(source), tuple(found)
        except yaml.YAMLError as error:
            found.append(recover(error, source))
    return None, tuple(found)


def _compose_once(source: Source) -> Node | None:
    text = source.text
    _refuse_depth(text, source.file)
    root: Node | None = yaml.compose(text, Loader=_Loader)
    if root is not None and "*" in text:
        _refuse_bombs(root, source)
    return root


def _refuse_depth(text: str, file: str) -> None:
    """compose() recurses, so depth is counted on the flat stream of events first, where the text looks deep."""
    if not _looks_deep(text):
        return
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise _too_deep(file)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _looks_deep(text: str) -> bool:
    """Cheaper than the events: far indentation, or more brackets opened than closed than a list of lists has."""
    if _FAR_INDENTED.search(text):
        return True
    depth = 0
    for bracket in _BRACKET.findall(text) if _NESTED.search(text) else ():
        depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
        if depth > MAX_DEPTH // 2:
            return True
    return False


def _too_deep(file: str) -> InputError:
    return InputError(f"嵌套超过 {MAX_DEPTH} 层，没有读；请减少层次。", Span(file))


def _refuse_bombs(root: Node, source: Source) -> None:
    """Walks nodes as often as they will be read; aliases that repeat too much or contain themselves are refused."""
    seen: set[int] = set()
    repeated = 0
    pending: list[tuple[Node, int]] = [(root, 1)]
    while pending:
        node, depth = pending.pop()
        repeated += id(node) in seen
        if repeated > MAX_REPEATED:
            raise InputError("别名（&、*）反复引用，展开后过大，已拒绝读取；请把内容直接写出来。", Span(source.file))
        if depth > MAX_DEPTH:
            raise _too_deep(source.file)
        seen.add(id(node))
        pending += ((child, depth + 1) for child in _children(node))


def _children(node: Node) -> list[Node]:
    if isinstance(node, ScalarNode):
        return []
    if isinstance(node, SequenceNode):
        return list(node.value)
    assert isinstance(node, MappingNode)
    return [child for pair in node.value for child in pair]
