"""Items that make one sentence (…；…；…。) end with its full stop: what stands below goes on with the node above."""

from __future__ import annotations

from itertools import dropwhile

from planforge.importers.reader.items.tree import Node
from planforge.model import Text
from planforge.text.units import take_closing

_FEWEST = 2


def close(root: Node) -> None:
    """Give paragraphs behind such a list back to the node above it; a unit list stays with its item."""
    for node in root.walk():
        if _is_sentence(node.nodes) and not node.nodes[-1].settled:
            last = node.nodes[-1]
            behind = list(dropwhile(_is_unit_list, last.more))
            last.more = last.more[: len(last.more) - len(behind)]
            node.after = [*behind, *node.after]


def _is_sentence(items: list[Node]) -> bool:
    if len(items) < _FEWEST or any(item.nodes for item in items) or any(item.more for item in items[:-1]):
        return False
    return all(item.first.value.endswith("；") for item in items[:-1]) and items[-1].first.value.endswith("。")


def _is_unit_list(paragraph: Text) -> bool:
    return not take_closing(paragraph)[0].value.strip()
