"""任务分解表: every task of a plan as a row, who leads it, who helps, and by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planforge.model import Attachment, Deadline, Document, Section, Task, Text, Units
from planforge.renderers._wording import paragraphs

_TITLE = "任务分解表"
_HEAD = ("序号", "重点任务", "具体举措", "牵头单位", "配合单位", "完成时限", "目标")
_ROLES = frozenset({"tasks", "safeguards", "goals"})

_Deadlines = tuple[Deadline, ...]


def breakdown_of(document: Document) -> Attachment:
    """The table as an attachment: 序号, 重点任务, 具体举措, 牵头单位, 配合单位, 完成时限, 目标."""
    rows = [(str(place), *row) for place, row in enumerate(_rows(document.sections), 1)]
    return Attachment(Text(document.title.value + _TITLE), tables=((_HEAD, *rows),))


def _rows(sections: Iterable[Section]) -> Iterator[tuple[str, ...]]:
    for section in sections:
        if section.role in _ROLES:
            units, deadlines = section.units, _written(section)
            yield from (row for task in section.tasks for row in _below(task, units, deadlines))


def _below(node: Task, units: Units, deadlines: _Deadlines) -> Iterator[tuple[str, ...]]:
    """The rows of a node and of those below it: who has none of its own has the units and limits in force above it.

    A node with tasks is a row where it says itself what is to be done, and by whom, by when or how much.
    """
    written = _written(node)
    units, deadlines = node.units or units, written or deadlines
    if not node.tasks or (node.text.value and (node.units or written or node.targets)):
        yield _row(node, units, node.deadlines or deadlines)
    for task in node.tasks:
        yield from _below(task, units, deadlines)


def _written(node: Task) -> _Deadlines:
    """The limits written out for a node: a day in its sentences (3月启动) is a step that binds no task below."""
    return tuple(deadline for deadline in node.deadlines if deadline.text.value not in node.text.value)


def _row(task: Task, units: Units, deadlines: _Deadlines) -> tuple[str, ...]:
    return (
        task.heading.value,
        "".join(paragraphs(task.text)),
        _list(units.lead or units.responsible),
        _list(units.support),
        _list(deadline.text for deadline in deadlines),
        "；".join(target.text.value for target in task.targets),
    )


def _list(texts: Iterable[Text]) -> str:
    return "、".join(dict.fromkeys(text.value for text in texts))
