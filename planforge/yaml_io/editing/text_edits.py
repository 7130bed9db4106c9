"""A text of a node → the edit that writes another one: on its line, in its quotes, or as a block of lines."""

from __future__ import annotations

import re

from yaml.nodes import MappingNode, Node, ScalarNode

from planforge.model import InputError
from planforge.yaml_io.editing.page import Page
from planforge.yaml_io.editing.pairs import Edit, column
from planforge.yaml_io.emit import fits_block, in_block, in_flow, in_quotes

#: How far the lines of a block stand from their key.
_STEP = 2
_QUOTES = ("'", '"')
_BAR = re.compile(r"^[|>][-+\d]*")


def written_text(value: str, page: Page, parent: MappingNode) -> str:
    """`value` as it stands behind a new key of `parent`."""
    if parent.flow_style or not _has_lines(value):
        return in_flow(value) if parent.flow_style else in_block(value)
    return "|" + _lines(value, page, page.start(parent), column(parent) + _STEP)


class TextEdits:
    """The edit that puts another text in place of one in `parent`."""

    def __init__(self, page: Page, parent: MappingNode) -> None:
        self._page, self._parent = page, parent

    def edit(self, node: Node, value: str) -> Edit:
        """Raises InputError where the node is no text."""
        if not isinstance(node, ScalarNode):
            raise unusual(self._page.written(node))
        start, end, flow = self._page.start(node), self._page.end(node), self._parent.flow_style
        if not value:
            return self._emptied(node)
        if node.style == "|" and fits_block(value):
            return self._body(node, value)
        if _has_lines(value) and not flow and node.style not in _QUOTES:
            return self._new_block(node, value)
        if node.style in _QUOTES:
            return start, end, in_quotes(value, node.style)
        return start, end, (in_flow(value) if flow else in_block(value)) + self._remark(node)

    def _emptied(self, node: ScalarNode) -> Edit:
        """Nothing in place of words: quotes would say that there is something, if of no length."""
        start, end = self._page.start(node), self._page.end(node)
        while not self._parent.flow_style and self._page.text[start - 1] == " ":
            start -= 1
        return start, end, self._remark(node)

    def _new_block(self, node: ScalarNode, value: str) -> Edit:
        """A block in place of words on a line; a comment behind them stays behind the bar."""
        start, stop = self._page.start(node), self._page.line_end(self._page.end(node))
        remark = self._remark(node) or self._page.text[self._page.end(node) : stop]
        return start, stop, "|" + remark + _lines(value, self._page, start, column(self._parent) + _STEP)

    def _remark(self, node: ScalarNode) -> str:
        """What stands behind the bar of a block, on its line."""
        if node.style not in ("|", ">"):
            return ""
        start = self._page.start(node)
        return _BAR.sub("", self._page.text[start : self._page.line_end(start)])

    def _body(self, node: ScalarNode, value: str) -> Edit:
        """The lines below `内容: |`; what stands behind the bar stays."""
        head = self._page.line_end(self._page.start(node))
        body = self._page.text[head : self._page.end(node)]
        first = next((line for line in body.splitlines() if line.strip()), None)
        indent = len(first) - len(first.lstrip(" ")) if first else column(self._parent) + _STEP
        return head, head + len(body), _lines(value, self._page, head, indent)


def _has_lines(value: str) -> bool:
    """Whether a text is written as a block: in quotes all its lines would run on."""
    return "\n" in value and fits_block(value)


def _lines(value: str, page: Page, near: int, indent: int) -> str:
    """The lines of a block, each behind a break like that of the line of `near`."""
    broken = page.line_break(near)
    return "".join(broken + (" " * indent + line if line else "") for line in value.split("\n"))


def unusual(words: str) -> InputError:
    """What is raised for a value that is written in a way that can't be changed with certainty."""
    first = words.strip().splitlines()[0][:20] if words.strip() else ""
    return InputError(f"“{first}”一处的写法特别，没有把握改得准，文件没有改动。请手工修改。")
