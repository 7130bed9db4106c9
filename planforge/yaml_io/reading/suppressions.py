"""`# planforge: 忽略 CODE[,CODE] 原因`: which findings an author sets aside, for which lines, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml.nodes import Node, ScalarNode

from planforge.model import Suppression, Text
from planforge.text.suppressions import SUPPRESSION, codes_of
from planforge.yaml_io.parsing.source import Source, indentation

_COMMENT = re.compile(rf"(?:^|(?<=\s))#\s*{SUPPRESSION}")


def suppressions(source: Source, root: Node) -> tuple[Suppression, ...]:
    """The suppressions of a file, in order; a # within the words of a block is none."""
    lines = [(line, text) for line, text in enumerate(source.lines) if "planforge" in text]
    found = [(line, match) for line, text in lines if (match := _COMMENT.search(text))]
    if not found:
        return ()
    words = {line for first, last in _blocks(root) for line in range(first, last)}
    return tuple(_suppression(source, line, match) for line, match in found if line not in words)


def _suppression(source: Source, line: int, match: re.Match[str]) -> Suppression:
    trailing = bool(source.lines[line][: match.start()].strip())
    until = line if trailing else _end_of_node_below(source.lines, line)
    place = Text.at_place(match[0].strip(), source.file, line + 1, source.column(line, match.start()) + 1)
    return Suppression(codes_of(match), match["reason"], line + 1, until + 1, place)


def _end_of_node_below(lines: list[str], line: int) -> int:
    """The last line of the node that follows a comment: those indented deeper than its first line belong to it."""
    below = [number for number in range(line + 1, len(lines)) if _has_words(lines[number])]
    if not below:
        return line
    first, *rest = below
    depth, is_item, last = indentation(lines[first]), lines[first].lstrip().startswith("- "), first
    for number in rest:
        here = indentation(lines[number])
        item_of_key = here == depth and not is_item and lines[number].lstrip().startswith("- ")
        if here <= depth and not item_of_key:
            break
        last = number
    return last


def _has_words(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _blocks(node: Node) -> Iterator[tuple[int, int]]:
    """The lines, first and end, of every block scalar."""
    if isinstance(node, ScalarNode):
        if node.style in ("|", ">"):
            yield node.start_mark.line + 1, node.end_mark.line + (node.end_mark.column > 0)
        return
    for child in node.value:
        for part in child if isinstance(child, tuple) else (child,):
            yield from _blocks(part)
