"""Where a node stands, in the words that people use for it: 第二部分第4项."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from planforge.model import Document, Task
from planforge.text.numbering import Style, lone_marker
from planforge.text.numerals import chinese

_DEEPER: tuple[str, ...] = ("项", "小项", "点")
_ARTICLES: tuple[Style, ...] = ("第一部分", "第一章", "第一节", "第一条")


def where(document: Document, task: Task) -> str:
    """第二部分第4项 (第三部分第1项第2小项 deeper, 附件1第二部分… in an attachment); empty for another document's node.

    The numbers are those that should be printed, as in ids; what has no number is called by its heading.
    """
    path = _path(document.sections, task)
    if path:
        return _name(path)
    for number, attachment in enumerate(document.attachments, 1):
        path = _path(attachment.sections, task)
        if path:
            return f"附件{number if len(document.attachments) > 1 else ''}{_name(path)}"
    return ""


def wheres(document: Document) -> dict[int, str]:
    """`where` of every node at once, by the node's `id()`: asking for each alone would walk the document each time."""
    found = {id(path[-1]): _name(path) for path in _paths(document.sections, ())}
    for number, attachment in enumerate(document.attachments, 1):
        prefix = f"附件{number if len(document.attachments) > 1 else ''}"
        found |= {id(path[-1]): prefix + _name(path) for path in _paths(attachment.sections, ())}
    return found


def _paths(nodes: Iterable[Task], above: tuple[Task, ...]) -> Iterator[tuple[Task, ...]]:
    for node in nodes:
        path = (*above, node)
        yield path
        yield from _paths(node.tasks, path)


def _path(nodes: Iterable[Task], task: Task) -> Sequence[Task]:
    """The nodes from a section down to the very object `task`."""
    for node in nodes:
        if node is task:
            return (node,)
        if below := _path(node.tasks, task):
            return (node, *below)
    return ()


def _name(path: Sequence[Task]) -> str:
    section, *below = path
    words = [_item(node, _DEEPER[min(depth, len(_DEEPER) - 1)]) for depth, node in enumerate(below)]
    return _section(section) + "".join(words)


def _section(section: Task) -> str:
    if section.number is None:
        return f"“{section.heading.value}”部分" if section.heading.value else "正文"
    return _article(section) or f"第{_chinese(section.number)}部分"


def _item(node: Task, word: str) -> str:
    if node.number is None:
        return f"“{node.heading.value}”" if node.heading.value else "未编号段落"
    marker = lone_marker(node.marker)
    if marker and marker.style == "专栏1":
        return f"专栏{node.number}"
    return _article(node) or f"第{node.number}{word}"


def _article(node: Task) -> str:
    """第三章, 第七条: a node whose own marker already is its name."""
    marker = lone_marker(node.marker)
    if marker is None or marker.style not in _ARTICLES or node.number is None:
        return ""
    return marker.style.replace("一", _chinese(node.number))


def _chinese(number: int) -> str:
    return chinese(number) if 0 < number <= 9999 else str(number)
