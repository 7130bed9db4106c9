"""Items that only say something of the one above them (1.工作目标：… 2.责任单位：… 3.完成时限：…) are its text, and the
last of several is its list where it names units and no more (（四）责任单位：市教育局)."""

from __future__ import annotations

import re

from planforge.importers.reader.items.tree import Node
from planforge.model import Text
from planforge.text.units import take_closing
from planforge.text.units.lists import LABEL

#: What such an item begins with, besides the labels of units and time limits.
_LABEL = re.compile(
    r"(?:工作|任务|目标|主要|总体|年度|具体|重点|整改|建设|项目|实施|推进)?"
    r"(?:目标|任务|内容|措施|举措|要求|成果|标准|概况|进度|计划|安排|做法|步骤)\s*[：:](?=.)"
)
#: Items: with one other the list may be a task that somebody left without words.
_FEWEST = 2


def fold(root: Node) -> None:
    """Give nodes whose items are all such ones their words as paragraphs; one at least names who or by when."""
    for node in root.walk():
        if node is not root and len(node.nodes) > 1 and all(map(_is_attribute, node.nodes)) and _names(node):
            node.more += [paragraph for item in node.nodes for paragraph in (item.first, *item.more)]
            node.nodes = []
        if node is not root and len(node.nodes) > _FEWEST and _is_last_word(node.nodes[-1]):
            node.after[:0] = [node.nodes.pop().first]


def _is_last_word(item: Node) -> bool:
    told = item.told is not None or item.declared
    return (
        not (told or item.nodes or item.tables or item.more)
        and bool(LABEL.match(item.first.value))
        and _is_list(item.first)
    )


def _is_attribute(item: Node) -> bool:
    told = item.told is not None or item.declared
    return not (told or item.nodes or item.tables) and (_is_list(item.first) or bool(_LABEL.match(item.first.value)))


def _names(node: Node) -> bool:
    return any(_is_list(item.first) for item in node.nodes)


def _is_list(words: Text) -> bool:
    """Whether words are a list of units or a time limit and nothing else."""
    rest, closing = take_closing(words)
    return not rest.value.strip() and bool(closing.units or closing.deadlines)
