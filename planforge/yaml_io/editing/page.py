"""The text of a file by the marks of its YAML nodes: where nodes begin and end, where a new line goes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from yaml.error import Mark
from yaml.nodes import CollectionNode, Node, ScalarNode

from planforge.yaml_io.encoding import BREAK


class Page:
    """A text with whatever line breaks it has. Offsets count its characters from 0."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._breaks = list(BREAK.finditer(text))
        self._starts = [0, *(found.end() for found in self._breaks)]

    def at(self, mark: Mark) -> int:
        """The offset of a mark; one behind the last line is the end of the text."""
        if mark.line >= len(self._starts):
            return len(self.text)
        return min(self._starts[mark.line] + mark.column, len(self.text))

    def start(self, node: Node) -> int:
        return self.at(node.start_mark)

    def end(self, node: Node) -> int:
        """Where a node's own characters end: a block's marks lie behind the blank lines and comments that follow it."""
        if isinstance(node, ScalarNode):
            end = self.at(node.end_mark)
            start = self.start(node)
            return start + len(self.text[start:end].rstrip()) if node.style in ("|", ">") else end
        if not isinstance(node, CollectionNode) or node.flow_style or not node.value:
            return self.at(node.end_mark)
        last = node.value[-1]
        return max(map(self.end, last)) if isinstance(last, tuple) else self.end(last)

    def written(self, node: Node) -> str:
        """The node's characters as they stand in the file."""
        return self.text[self.start(node) : self.end(node)]

    def edited(self, edits: Iterable[tuple[int, int, str]], start: int = 0, stop: int | None = None) -> str:
        """The characters `[start:stop]` with these edits made; insertions at one place keep their order."""
        stop = len(self.text) if stop is None else stop
        parts, position = [], start
        for begin, end, words in sorted(edits, key=lambda edit: edit[:2]):
            parts += [self.text[position:begin], words]
            position = end
        return "".join([*parts, self.text[position:stop]])

    def line_end(self, offset: int) -> int:
        """Where the line of an offset ends, before its break."""
        found = BREAK.search(self.text, offset)
        return found.start() if found else len(self.text)

    def line_start(self, offset: int) -> int:
        """Where the line of an offset begins."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def end_above(self, offset: int) -> int:
        """Where the line above that of an offset ends, before its break; the head of the text for the first line."""
        line = bisect_right(self._starts, offset) - 1
        return self._breaks[line - 1].start() if line else 0

    def line_starts(self, start: int, stop: int) -> list[int]:
        """Where the lines begin that begin between two offsets."""
        return [begin for begin in self._starts if start < begin < stop]

    def line_break(self, offset: int) -> str:
        """The break that ends the line of an offset; the file's own where that is the last line."""
        found = BREAK.search(self.text, offset) or (self._breaks[0] if self._breaks else None)
        return found[0] if found else "\n"
