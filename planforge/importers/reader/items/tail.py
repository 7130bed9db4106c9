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

#: From when a paper is in force: of the whole, whatever stands above it.
_IN_FORCE = re.compile(r"(?:以上|本|上述)[^。，；]{0,12}自[^。；]{2,30}起[^。；]{0,6}(?:施行|实施|执行|生效|实行)")


def settle(root: Node) -> None:
    """Move closing paragraphs off the last item, where the items are paragraphs of their own (（一）标题。正文).

    Behind a section, or an item that its unit list has closed, they ask something of everyone: a section without a
    heading. Otherwise they are words of farewell, which close the last section, as 特此通知。 always does.
    """
    last = _last(root)
    if last is None or not last.more:
        return
    formula = last.more.pop() if _FORMULA.fullmatch(last.more[-1].value.strip()) else None
    start = _start(root, last) if last.more else None
    if start is not None:
        _move(root, last, start)
    if formula:
        root.nodes[-1].after.append(formula)


def _start(root: Node, last: Node) -> int | None:
    """Which of the last item's paragraphs begins what closes the document; None where all are the item's own."""
    listed = [place for place, paragraph in enumerate(last.more) if _names_who(paragraph)]
    if listed:
        return listed[-1] + 1 if _ends_with_lists(root, last) else None
    others = _others(root, last)
    closed = _names_who(last.first) and len(others) > 1 and not any(node.more for node in others)
    if last.first.value and (closed or _single(others)):
        return 0
    stands_below = bool(last.first.value) or len(last.more) > 1
    return len(last.more) - 1 if stands_below and _IN_FORCE.match(last.more[-1].value) else None


def _move(root: Node, last: Node, start: int) -> None:
    paragraphs = last.more[start:]
    if not paragraphs or any(_LISTED.match(paragraph.value) or _names_who(paragraph) for paragraph in paragraphs):
        return
    named = start > 0 or _names_who(last.first)
    del last.more[start:]
    if last is root.nodes[-1] or named:
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


def _others(root: Node, last: Node) -> list[Node]:
    """The other items of the last one's style that hold no items themselves."""
    return [node for node in root.walk() if node.style == last.style and node is not last and not node.nodes]


def _single(others: list[Node]) -> bool:
    """Whether they are one paragraph each."""
    return len(others) > 2 and sum(bool(node.more) for node in others) * 5 <= len(others)


def _ends_with_lists(root: Node, last: Node) -> bool:
    """Whether no item goes on behind the list that it ends with."""
    listed = [node.more for node in root.walk() if node is not last and any(map(_names_who, node.more))]
    return bool(listed) and all(_names_who(more[-1]) for more in listed)
