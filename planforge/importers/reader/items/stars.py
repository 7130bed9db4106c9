"""Lines that begin with a star (★新建学校3所) are items; the text below one, up to the next, is its own."""

from __future__ import annotations

import re

from planforge.importers.reader.items.tree import Node
from planforge.model import Text
from planforge.text.units import take_closing

_STAR = re.compile(r"[★☆]\s*(?=[^\s★☆])")
#: Characters: a line without a stop that is no longer is a heading.
_LONGEST, _FEWEST = 60, 2


def divide(root: Node) -> None:
    """Give nodes whose paragraphs are such lines a node for each."""
    for node in root.walk():
        starts = [place for place, line in enumerate(node.more) if _STAR.match(line.value)]
        if node is not root and len(starts) >= _FEWEST and not (node.settled or node.nodes):
            stops = [*starts[1:], len(node.more)]
            node.nodes = [_node(node.more[start:stop]) for start, stop in zip(starts, stops, strict=True)]
            node.more = node.more[: starts[0]]


def _node(paragraphs: list[Text]) -> Node:
    line, *more = paragraphs
    star = _STAR.match(line.value)
    size = star.end() if star else 0
    marker, body = line.value[:size].strip(), line.slice(size)
    words = take_closing(body)[0].value
    if words.rstrip()[-1:] in tuple("。；！") or len(words) > _LONGEST:
        return Node(marker=marker, place=body.slice(0, 1), first=body, more=more)
    return Node(marker=marker, place=body.slice(0, 1), heading=body, more=more)
