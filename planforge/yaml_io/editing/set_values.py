"""New values for keys of a plan's file, and every other byte of it as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from planforge.yaml_io.editing.editable import Editable, unsafe
from planforge.yaml_io.editing.page import Page
from planforge.yaml_io.editing.pairs import Edit, meaning, pair, pairs
from planforge.yaml_io.editing.record_edits import RecordEdits, record_of_words
from planforge.yaml_io.editing.value_edits import Value, spellings
from planforge.yaml_io.parsing.nodes import items_of

#: Stands for the 印发通知 among the ids of nodes, none of which has this sign.
NOTICE = "#notice"
#: Values by the id of a section or task (empty for the document itself, `NOTICE`) and by English key.
Values = Mapping[str, Mapping[str, Value]]
#: What is left of a node when the keys that change are set aside; equal where nothing else changed.
_Rest = str | tuple["_Rest", ...]


def set_values(source: bytes, file: str, values: Values) -> bytes:
    """The bytes of a plan whose nodes have these values; a key that a node lacks is added.

    Comments, quotes, order, line ends, BOM and encoding stay. The result is read again before it is given: it has the
    new values, and all else in it is the same. Raises InputError where the file has faults to be mended first, or is
    written in a way that can't be edited safely.
    """
    plan = Editable.open(source, file)
    places = list(_places(plan, values))
    after = plan.written(edit for place in places for edit in _edits(plan, place))
    again = Editable.open(after, file)
    changed = list(_places(again, values))
    kept = _rest(plan.root, _by_node(places)) == _rest(again.root, _by_node(changed))
    if not kept or not all(_is_done(again.page, place) for place in changed):
        raise unsafe(file)
    return after


@dataclass(frozen=True, slots=True)
class _Place:
    """A node that gets values, and the type of its record."""

    node: Node
    of: str
    values: Mapping[str, Value]


def _places(plan: Editable, values: Values) -> Iterator[_Place]:
    """Where values go. What no node has the id of is left out."""
    if "" in values:
        yield _Place(plan.root, "document", values[""])
    if NOTICE in values and (found := pair(plan.root, "notice", "document")):
        yield _Place(found[1], "notice", values[NOTICE])
    yield from (_Place(node, "section", values[task.id]) for node, task in plan.nodes() if task.id in values)


def _by_node(places: Iterable[_Place]) -> Mapping[int, _Place]:
    return {id(place.node): place for place in places}


def _edits(plan: Editable, place: _Place) -> Iterator[Edit]:
    if isinstance(place.node, MappingNode) and pairs(place.node):
        yield from RecordEdits(plan.page, place.node, place.of).values(place.values, keep=True)
    else:
        yield record_of_words(plan.page, place.node, place.of, plan.lang, place.values)


def _rest(node: Node, changing: Mapping[int, _Place]) -> _Rest:
    """A tree of nodes as plain tuples, without the values that are meant to change."""
    place = changing.get(id(node))
    if isinstance(node, ScalarNode):
        return node.value if place is None else () if "heading" in place.values else (("标题", node.value),)
    if isinstance(node, SequenceNode):
        return tuple(_rest(item, changing) for item in node.value)
    return tuple(
        (_rest(key, changing), _rest(value, changing))
        for key, value in node.value
        if not (place and isinstance(key, ScalarNode) and meaning(key, place.of) in place.values)
    )


def _is_done(page: Page, place: _Place) -> bool:
    if isinstance(place.node, ScalarNode):
        return place.values == {"heading": place.node.value}
    found = ((pair(place.node, key, place.of), value) for key, value in place.values.items())
    return all(_says(page, each[1], value) if each else not value for each, value in found)


def _says(page: Page, node: Node, value: Value) -> bool:
    if isinstance(value, str):
        return isinstance(node, ScalarNode) and node.value.strip() == value.strip()
    said = [spellings(page, item) for item in items_of(node)]
    each = len(said) == len(value) and all(words in spelt for words, spelt in zip(value, said, strict=True))
    return each or "、".join(value) in spellings(page, node)
