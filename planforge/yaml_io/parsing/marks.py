"""Where the characters of a YAML scalar stand in the file, whatever style it was written in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml.nodes import Node, ScalarNode

from planforge.model import Anchor, Span, Text
from planforge.yaml_io.parsing.source import Source

_ESCAPES = {'"': re.compile(r"\\(?:x..|u....|U........|.)?"), "'": re.compile("''")}
_NOTHING = re.compile("(?!)")


def text(node: ScalarNode, source: Source) -> Text:
    """The words of a scalar without blanks at both ends, each line of them anchored."""
    start, end = node.start_mark, node.end_mark
    if not node.style and start.line == end.line and not source.repaired(start.line):
        return Text.at_place(node.value, source.file, start.line + 1, start.column + 1)
    first = Anchor(0, start.line + 1, source.column(start.line, start.column) + 1)
    anchors = tuple(_anchors(node, source)) or (first,)
    return Text(node.value, source.file, anchors).strip()


def span(node: Node, source: Source) -> Span:
    """Where a node stands: a scalar of one line as a whole, anything longer by the words of its first line."""
    start, end = node.start_mark, node.end_mark
    stop = end.column if end.line == start.line else len(source.lines[start.line].rstrip())
    return source.span(start.line, start.column, max(stop, start.column))


def _anchors(node: ScalarNode, source: Source) -> Iterator[Anchor]:
    """Each run of characters that stands in one piece, found in the value in reading order."""
    position = 0
    for line, column, words in _runs(node, source):
        found = node.value.find(words, position) if words else position
        if found < 0:
            continue
        yield Anchor(found, line + 1, source.column(line, column) + 1)
        yield from _shifts(source, found, line, column, len(words))
        position = found + max(len(words), 1)


def _shifts(source: Source, offset: int, line: int, column: int, length: int) -> Iterator[Anchor]:
    """More anchors where a repair moved the characters of a line."""
    if not source.repaired(line):
        return
    before = source.column(line, column)
    for step in range(1, length):
        here = source.column(line, column + step)
        if here != before + 1:
            yield Anchor(offset + step, line + 1, here + 1)
        before = here


def _runs(node: ScalarNode, source: Source) -> Iterator[tuple[int, int, str]]:
    """(line, column, characters) of every piece of a scalar as written; an escape is a piece without characters."""
    escape = _ESCAPES.get(node.style or "", _NOTHING)
    for line, start, stop in _lines(node, source):
        written = source.lines[line]
        for match in escape.finditer(written, start, stop):
            yield line, start, written[start : match.start()]
            yield line, match.start(), ""
            start = match.end()
        yield line, start, written[start:stop]


def _lines(node: ScalarNode, source: Source) -> Iterator[tuple[int, int, int]]:
    """(line, first column, end column) of the words that a scalar has on each of its lines."""
    start, end = node.start_mark, node.end_mark
    block, quoted = node.style in ("|", ">"), node.style in ("'", '"')
    for line in range(start.line + block, min(end.line + 1, len(source.lines))):
        written = source.lines[line]
        first = start.column + quoted if line == start.line else len(written) - len(written.lstrip())
        stop = end.column - quoted if line == end.line else len(written.rstrip())
        if first < stop:
            yield line, first, stop
