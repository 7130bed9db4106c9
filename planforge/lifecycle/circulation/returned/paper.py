"""A Word file as the importer reads it: which paragraphs of it each section and task stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from planforge import importers
from planforge.model import Document, Task, Text


@dataclass(frozen=True, slots=True)
class Paper:
    """`lines` are the paragraphs of the file with all changes accepted; `own` the numbers, from 1, of those that a node
    itself stands in, by the node's identity. A node whose paragraphs nobody can tell from another's has none. Those in
    `joined` go on in the paragraph before, whose end was struck out.
    """

    document: Document
    lines: tuple[str, ...]
    own: Mapping[int, tuple[int, ...]]
    joined: frozenset[int] = frozenset()

    def paragraphs(self, node: Task) -> tuple[str, ...]:
        """The paragraphs of a node and of all below it, numbers in front that Word counts by itself, too."""
        heads = {self.own[id(each)][0]: each.marker for each in node.walk() if self.own[id(each)]}
        words: list[str] = []
        for number in sorted(number for each in node.walk() for number in self.own[id(each)]):
            line = _marked(self.lines[number - 1].strip(), heads.get(number, ""))
            if number in self.joined and words:
                words[-1] += line
            else:
                words.append(line)
        return tuple(words)


def read_paper(data: bytes, file: str) -> Paper:
    """Raises InputError for a file that the importer can't read."""
    reading = importers.read(data, file)
    lines = tuple(reading.source.split("\n"))
    nodes = list(reading.document.walk())
    joined = frozenset(number for node in nodes for text in _texts(node) for number in _joined(text))
    return Paper(reading.document, lines, dict(_own(nodes, len(lines))), joined)


def _marked(words: str, marker: str) -> str:
    return words if words.startswith(marker) else marker + words


def _own(nodes: Sequence[Task], last: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    """What stands above the head of the next node is a node's own, and its closing."""
    for node, below in zip_longest(nodes, nodes[1:]):
        stop = below.line if below else last + 1
        above = {number for text in _texts(node) for number in _numbers(text) if node.line <= number < stop}
        yield id(node), tuple(sorted(above | set(_numbers(node.closing)))) if above else ()


def _texts(node: Task) -> Iterator[Text]:
    yield from (node.place, node.heading, node.text, *node.units)
    yield from (each.text for each in node.deadlines)
    yield from (each.text for each in node.targets)


def _numbers(text: Text) -> Iterator[int]:
    """The paragraphs that a text stands in; a text that runs on has an anchor at the head of each."""
    yield from (anchor.line for anchor in text.anchors if text.value)


def _joined(text: Text) -> Iterator[int]:
    """The paragraphs that a text runs into without a break."""
    for before, anchor in pairwise(text.anchors):
        if anchor.line != before.line and text.value[anchor.offset - 1] != "\n":
            yield anchor.line
