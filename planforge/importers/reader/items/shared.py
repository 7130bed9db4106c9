"""A unit list on a line of its own below the last of several items is that of all: it belongs to what holds them."""

from __future__ import annotations

from planforge.importers.reader.items.tree import Node
from planforge.text.units import take_closing

_FEWEST = 2


def lift(root: Node) -> None:
    """Move such lists up, where every list of the document stands so, or is that of a part without items."""
    holders = [node for node in root.walk() if node is not root and len(node.nodes) > 1 and _list_of(node.nodes[-1])]
    if not all(map(_is_leaf_family, holders)) or not _is_custom(root, holders):
        return
    for holder in holders:
        last = holder.nodes[-1]
        size = _list_of(last)
        holder.after += last.more[-size:]
        del last.more[-size:]


def _is_custom(root: Node, holders: list[Node]) -> bool:
    """Whether the parts of the document, of one level, have the lists: several below their items, or other parts."""
    lasts, styles = [holder.nodes[-1] for holder in holders], {holder.style for holder in holders}
    listed = [node for node in root.walk() if node is not root and (_list_of(node) or _names_in_text(node))]
    others = [node for node in listed if node not in lasts]
    if others and styles != {"一、"}:  # below, an item with a list of its own may stand beside items
        return False
    parts = all(node.style in styles and _list_of(node) and not node.nodes for node in others)
    return parts and len(holders) + len(others) >= _FEWEST


def _list_of(node: Node) -> int:
    """How many of the last paragraphs of a node are unit lists and nothing else; none where the file tells its own."""
    size = 0
    if node.settled:
        return size
    for paragraph in reversed(node.more):
        rest, closing = take_closing(paragraph)
        if rest.value.strip() or not closing.units:
            break
        size += 1
    return size


def _names_in_text(node: Node) -> bool:
    """Whether a list closes the node's own paragraph, or the heading."""
    return any(take_closing(words)[1].units for words in (node.first, node.heading))


def _is_leaf_family(node: Node) -> bool:
    return not any(below.nodes for below in node.nodes)
