"""Headings that bear neither a number nor a style: short lines, each with running text below it, are items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from planforge.importers.reader import kinds
from planforge.importers.reader.items.tree import Node
from planforge.model import Text
from planforge.text.section_roles import role_of
from planforge.text.units import looks_like_unit

#: Characters: of such a heading, and of the text that must follow it.
_SHORTEST, _LONGEST, _TEXT = 4, 26, 20
_FEWEST = 2
_NO_HEADING = re.compile(r"[。！？；：:;!?“《（(]|[，、]$|^(?:附件|注|各|[—–\-•●◆■]|\d)|[）)]$")

#: 示例市教育局, 市教育局, 各县: what only ends as an office does (建设应急站) is none.
_WITH_PLACE = re.compile(r"[省市州县区镇乡各]|[\u4e00-\u9fff]{2,5}(?:[省市州县镇乡]|(?<![社园地])区)|中共|国家|国务院")


def divide(root: Node) -> None:
    """Give nodes whose paragraphs stand under such lines a node for each; a whole document if it has no items."""
    if root.nodes and all(node.told is None for node in root.nodes):
        _open_parts(root)
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


def _open_parts(root: Node) -> None:
    """Make parts of what stands above the first section under a name that all papers have (总体要求与目标), on a line
    of its own or before a colon."""
    starts = [n for n, line in enumerate(root.more) if _part_name(line.value, root.more[n + 1 : n + 2])]
    if starts:
        stops = [*starts[1:], len(root.more)]
        parts = [_part(root.more[start:stop]) for start, stop in zip(starts, stops, strict=True)]
        root.more, root.nodes = root.more[: starts[0]], [*parts, *root.nodes]


def _part_name(line: str, below: Sequence[Text]) -> str:
    """The name that a line is, with running text below it, or begins with; empty where it names no such part."""
    name, colon, text = line.partition("：")
    follows = len(text) >= _TEXT if colon else any(kinds.is_sentence(each.value) for each in below)
    plain = len(name) <= _LONGEST and _NO_HEADING.search(name) is None
    return name if plain and follows and role_of(name) != "tasks" else ""


def _part(paragraphs: list[Text]) -> Node:
    first = paragraphs[0]
    name = first.value.partition("：")[0]
    text = first.slice(len(name) + 1)
    own = [text, *paragraphs[1:]] if text.value else paragraphs[1:]
    return Node(place=first.slice(0, 1), heading=first.slice(0, len(name)), more=own, declared=True)


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
