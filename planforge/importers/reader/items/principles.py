"""Paragraphs that all begin with a run-in heading but bear no marker (统筹兼顾，有序推进。……) are items; so are those
that all begin with a sign and mostly name who does it (★新建学校3所。（责任单位：市教育局）)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planforge.importers.reader.items.tree import BOX, Node
from planforge.model import Text
from planforge.text.signs import SIGN
from planforge.text.units import take_closing

_STARTS_SENTENCE = re.compile(r"\d|[一二三]是|^(?:各|要|本|对|到|在|由|按|为|以|我)")


def divide(root: Node) -> None:
    """Give nodes whose text is such paragraphs a node for each of them."""
    for node in root.walk():
        if node is not root and not (node.settled or node.nodes or node.first.value) and node.more:
            _divide(node)


def _divide(node: Node) -> None:
    start = 0 if _length(node.more[0]) or SIGN.match(node.more[0].value) else 1
    parts = node.more[start:]
    are_items = all(_length(part) for part in parts) or _are_tasks(parts)
    if len(parts) < (1 if node.style == BOX else 2) or not are_items:
        return
    node.more = node.more[:start]
    node.nodes = [_node(part) for part in parts]


def _length(paragraph: Text) -> int:
    """The length of the heading that a paragraph begins with; 0 where it begins with none, or nothing else follows."""
    value = take_closing(paragraph)[0].value
    dash = SIGN.match(value)
    bare = value[dash.end() :] if dash else value
    stop = bare.find("。")
    if not 0 < stop < len(bare) - 6 or re.search("[；：:]", bare[:stop]):
        return 0
    plain = stop <= 20 and (_is_pair(bare[:stop]) or not _STARTS_SENTENCE.search(bare[:stop]))
    return stop if plain or (dash and stop <= 26) else 0


def _is_pair(words: str) -> bool:
    """Whether words are as long before a comma as behind it: 以人为本、尊重意愿, which begins no sentence."""
    lengths = [len(piece) for piece in re.split("[、，,]", words)]
    return len(lengths) > 1 and len(set(lengths)) == 1


def _are_tasks(parts: Sequence[Text]) -> bool:
    """Whether all begin with a sign and most end with a unit list: tasks, with headings or without."""
    named = sum(bool(take_closing(part)[1].units) for part in parts)
    return named * 2 > len(parts) and all(SIGN.match(part.value) for part in parts)


def _node(text: Text) -> Node:
    dash = SIGN.match(text.value)
    body = text.slice(dash.end()) if dash else text
    marker = dash[0].strip() if dash else ""
    stop = body.value.find("。")
    if not _length(text):
        return Node(marker=marker, place=body.slice(0, 1), first=body.strip())
    heading = body.slice(0, stop)
    return Node(marker=marker, place=heading, first=body.slice(stop + 1).strip(), heading=heading)
