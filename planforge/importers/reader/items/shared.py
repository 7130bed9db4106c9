"""A unit list on a line of its own below the last of several items is that of all: it belongs to what holds them."""

from __future__ import annotations

from planforge.importers.reader.items.tree import Node
from planforge.text.units import take_closing

_FEWEST = 2


def lift(root: Node) -> None:
    """Move such lists up, where every list of the document stands below the last item of a part, and in several."""
    holders = [node for node in root.walk() if node is not root and len(node.nodes) > 1 and _list_of(node.nodes[-1])]
    lists = sum(bool(_list_of(node)) or _names_in_text(node) for node in root.walk() if node is not root)
    if len(holders) < _FEWEST or lists != len(holders) or not all(map(_is_leaf_family, holders)):
        return
    for holder in holders:
        last = holder.nodes[-1]
        size = _list_of(last)
        holder.after += last.more[-size:]
        del last.more[-size:]


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
