"""Lists of units that print closed and that an edited file has in mid-text: somebody wrote on behind them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeVar

from planforge.model import Document, Task, Text

_Node = TypeVar("_Node", bound=Task)
#: （牵头单位：甲；完成时限：6月底前） as printing writes it behind a task.
_LIST = re.compile(r"（(?:牵头单位|配合单位|责任单位|完成时限)：[^（）]*(?:（[^（）]*）[^（）]*)*）")


def without_closing_lists(edited: Document, printed: Document) -> Document:
    """The edited file without such lists in its texts, since the plan says what they say in keys of its own.

    Where the plan's own texts have lists, all stays: nobody can tell which are those that printing added.
    """
    if any(_LIST.search(words.value) for node in printed.walk() for words in (node.text, node.closing)):
        return edited
    return replace(edited, sections=tuple(_node(section) for section in edited.sections))


def _node(node: _Node) -> _Node:
    below = tuple(_node(task) for task in node.tasks)
    return replace(node, text=_without(node.text), closing=_without(node.closing), tasks=below)


def _without(text: Text) -> Text:
    found = list(_LIST.finditer(text.value))
    if not found:
        return text
    starts = [0, *(match.end() for match in found)]
    stops = [*(match.start() for match in found), len(text.value)]
    return Text.join([text.slice(start, stop) for start, stop in zip(starts, stops, strict=True)])
