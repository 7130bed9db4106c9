"""New values for keys of a plan's file, and every other byte of it as it was."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from planforge.schemas.names import record
from planforge.yaml_io.editing.editable import Editable, unsafe
from planforge.yaml_io.editing.page import Page
from planforge.yaml_io.editing.pairs import Edit, added, filled, is_empty, last_own, meaning, pair, pairs
from planforge.yaml_io.editing.value_edits import Value, ValueEdits, unusual, words_of, written
from planforge.yaml_io.emit import in_flow, in_quotes

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
    places = dict(_places(plan, values))
    edits = [edit for node, new in places.items() for edit in _edits(plan.page, node, new)]
    after = plan.written(edits)
    again = Editable.open(after, file)
    changed = dict(_places(again, values))
    kept = _rest(plan.root, _keys(places)) == _rest(again.root, _keys(changed))
    if not kept or not all(_has(node, new) for node, new in changed.items()):
        raise unsafe(file)
    return after


def _places(plan: Editable, values: Values) -> Iterator[tuple[Node, Mapping[str, Value]]]:
    """The nodes that get values. What no node has the id of is left out."""
    if "" in values:
        yield plan.root, values[""]
    if NOTICE in values and (found := pair(plan.root, "notice", "document")):
        yield found[1], values[NOTICE]
    yield from ((node, values[task.id]) for node, task in plan.nodes() if task.id in values)


def _keys(places: Mapping[Node, Mapping[str, Value]]) -> Mapping[int, Collection[str]]:
    return {id(node): new.keys() for node, new in places.items()}


def _edits(page: Page, node: Node, new: Mapping[str, Value]) -> Iterator[Edit]:
    if not isinstance(node, MappingNode):
        yield _record(page, node, new)
        return
    for key, value in new.items():
        of = _record_of(node)
        found = pair(node, key, of)
        if found is None:
            yield added(page, node, last_own(node), f"{_name(node, key)}: {written(value, page, node)}")
        elif is_empty(found[1]):
            yield filled(page, *found, _behind_key(page, node, found, value))
        else:
            names = record(of).english(key).type == "names"
            yield from ValueEdits(page, node, found[1], names=names).edits(value)


def _behind_key(page: Page, node: MappingNode, found: tuple[ScalarNode, Node], value: Value) -> str:
    """A value for a key that has none; where a comment stands on the line, a block can't begin there."""
    end = max(map(page.end, found))
    remark = page.text[end : page.line_end(end)].strip(" :")
    words = written(value, page, node)
    return in_quotes(str(value)) if remark and "\n" in words else words


def _record(page: Page, node: Node, new: Mapping[str, Value]) -> Edit:
    """`- 强化司法保护`: the words are the heading, and become one of a record where more is to be said."""
    words = page.written(node)
    if not isinstance(node, ScalarNode) or "\n" in words or "\r" in words:
        raise unusual(words)
    said = {"标题": node.value} | {_chinese(key): value for key, value in new.items()}
    if len(said) == 1:
        return page.start(node), page.end(node), _in_flow(said["标题"])
    pairs = ", ".join(f"{key}: {_in_flow(value)}" for key, value in said.items())
    return page.start(node), page.end(node), f"{{{pairs}}}"


def _in_flow(value: Value) -> str:
    return in_flow(value) if isinstance(value, str) else f"[{', '.join(map(in_flow, value))}]"


def _name(node: MappingNode, key: str) -> str:
    """The key in the language of the node's first one."""
    return key if pairs(node)[0][0].value.isascii() else _chinese(key, _record_of(node))


def _chinese(key: str, of: str = "section") -> str:
    return record(of).english(key).chinese[0]


def _record_of(node: Node) -> str:
    return "document" if any(meaning(key, "document") == "sections" for key, _ in pairs(node)) else "section"


def _rest(node: Node, changing: Mapping[int, Collection[str]]) -> _Rest:
    """A tree of nodes as plain tuples, without the values that are meant to change."""
    gone = changing.get(id(node), ())
    if isinstance(node, ScalarNode):
        return node.value if id(node) not in changing else () if "heading" in gone else (("标题", node.value),)
    if isinstance(node, SequenceNode):
        return tuple(_rest(item, changing) for item in node.value)
    return tuple(
        (_rest(key, changing), _rest(value, changing))
        for key, value in node.value
        if not (isinstance(key, ScalarNode) and meaning(key, _record_of(node)) in gone)
    )


def _has(node: Node, new: Mapping[str, Value]) -> bool:
    if isinstance(node, ScalarNode):
        return new == {"heading": node.value}
    found = ((pair(node, key, _record_of(node)), value) for key, value in new.items())
    return all(each is not None and _says(each[1], value) for each, value in found)


def _says(node: Node, value: Value) -> bool:
    if isinstance(value, str):
        return isinstance(node, ScalarNode) and node.value.strip() == value.strip()
    items = node.value if isinstance(node, SequenceNode) else [node]
    return tuple(map(words_of, items)) == value or words_of(node) == "、".join(value)
