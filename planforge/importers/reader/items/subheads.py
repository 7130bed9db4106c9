"""Headings that bear neither a number nor a style: short lines, each with running text below it, are items."""

from __future__ import annotations

import re
from itertools import pairwise

from planforge.importers.reader import kinds
from planforge.importers.reader.items.tree import Node
from planforge.model import Text
from planforge.text.units import looks_like_unit

#: Characters: of such a heading, and of the text that must follow it.
_SHORTEST, _LONGEST, _TEXT = 4, 26, 20
_FEWEST = 2
_NO_HEADING = re.compile(r"[。！？；：:;!?“《（(]|[，、]$|^(?:附件|注|各|[—–\-•●◆■]|\d)|[）)]$")

#: 示例市教育局, 市教育局, 各县: what only ends as an office does (建设应急站) is none.
_WITH_PLACE = re.compile(r"[省市州县区镇乡各]|[\u4e00-\u9fff]{2,5}(?:[省市州县镇乡]|(?<![社园地])区)|中共|国家|国务院")


def divide(root: Node) -> None:
    """Give nodes whose paragraphs stand under such lines a node for each; a whole document if it has no items."""
    for node in root.walk():
        if node.more and not (node.settled or node.nodes):
            _divide(node)


def _divide(node: Node) -> None:
    starts = [n for n, (line, text) in enumerate(pairwise(node.more)) if _heads(line.value, text.value)]
    if len(starts) < _FEWEST or not _same_kind([node.more[n].value for n in starts]):
        return
    stops = [*starts[1:], len(node.more)]
    nodes = [_node(node.more[start:stop]) for start, stop in zip(starts, stops, strict=True)]
    node.more, node.nodes = node.more[: starts[0]], nodes


def _heads(line: str, text: str) -> bool:
    """Whether a line without a stop is followed by running text, and is no name, date or title."""
    plain = _SHORTEST <= len(line) <= _LONGEST and _NO_HEADING.search(line) is None
    office = looks_like_unit(line) and _WITH_PLACE.match(line) is not None
    other = office or kinds.is_date(line) or kinds.is_title_end(line)
    return plain and not other and len(text) >= _TEXT and text.rstrip("”）)】")[-1:] in "。；："


def _same_kind(lines: list[str]) -> bool:
    """Whether the lines are of about one length, as headings of one level are."""
    return max(map(len, lines)) <= 3 * min(map(len, lines))


def _node(paragraphs: list[Text]) -> Node:
    heading = paragraphs[0]
    return Node(place=heading.slice(0, 1), heading=heading, more=paragraphs[1:], declared=True)
