"""What follows the last item: a paragraph that closes the document belongs to the whole, not to the item before it."""

from __future__ import annotations

import re

from planforge.importers.reader.items.tree import Node
from planforge.model import Text
from planforge.text.units import take_closing

#: Paragraphs that list something and so belong to what they follow.
_LISTED = re.compile(r"[—–\-－•●◆■]|[一二三四五六七八九十]是")

#: The words that a notice, a report or a letter ends with.
_FORMULA = re.compile(r"特此(?:通知|通告|公告|通报|报告|函告|函复|函达|批复|复函)[。！]?")


def settle(root: Node) -> None:
    """Move closing paragraphs off the last item, where the items are paragraphs of their own (（一）标题。正文).

    Behind a section, or an item that its unit list has closed, they ask something of everyone: a section without a
    heading. Otherwise they are words of farewell, which close the last section, as 特此通知。 always does.
    """
    last = _last(root)
    if last is None or not last.more:
        return
    formula = last.more.pop() if _FORMULA.fullmatch(last.more[-1].value.strip()) else None
    if last.more and last.first.value and _single(root, last):
        _move(root, last)
    if formula:
        root.nodes[-1].after.append(formula)


def _move(root: Node, last: Node) -> None:
    if any(_LISTED.match(paragraph.value) or _names_who(paragraph) for paragraph in last.more):
        return
    paragraphs, last.more = last.more, []
    if last is root.nodes[-1] or _names_who(last.first):
        root.nodes.append(Node(place=paragraphs[0].slice(0, 1), more=paragraphs))
    else:
        root.nodes[-1].after += paragraphs


def _names_who(paragraph: Text) -> bool:
    """Whether a unit list closes it: only a task's own words end with one."""
    return bool(take_closing(paragraph)[1].units)


def _last(root: Node) -> Node | None:
    node = root
    while node.nodes:
        node = node.nodes[-1]
    return node if node is not root and not (node.settled or node.after) else None


def _single(root: Node, last: Node) -> bool:
    """Whether the other items of the same style are one paragraph each."""
    others = [n for n in root.walk() if n.style == last.style and n is not last and not n.nodes]
    return len(others) > 2 and sum(bool(n.more) for n in others) * 5 <= len(others)
