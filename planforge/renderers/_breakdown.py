"""任务分解表: every leaf of a plan as a row, who leads it, who helps, and by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planforge.model import Attachment, Document, Section, Task, Text
from planforge.renderers._wording import paragraphs

_TITLE = "任务分解表"
_HEAD = ("序号", "重点任务", "具体举措", "牵头单位", "配合单位", "完成时限", "目标")
_ROLES = frozenset({"tasks", "safeguards", "goals"})


def breakdown_of(document: Document) -> Attachment:
    """The table as an attachment: 序号, 重点任务, 具体举措, 牵头单位, 配合单位, 完成时限, 目标."""
    rows = [(str(place), *row) for place, row in enumerate(_rows(document.sections), 1)]
    return Attachment(Text(document.title.value + _TITLE), tables=((_HEAD, *rows),))


def _rows(sections: Iterable[Section]) -> Iterator[tuple[str, ...]]:
    for section in sections:
        if section.role in _ROLES:
            yield from (_row(leaf) for leaf in section.leaves() if leaf is not section)


def _row(leaf: Task) -> tuple[str, ...]:
    return (
        leaf.heading.value,
        "".join(paragraphs(leaf.text)),
        _list(leaf.units.lead or leaf.units.responsible),
        _list(leaf.units.support),
        _list(deadline.text for deadline in leaf.deadlines),
        "；".join(target.text.value for target in leaf.targets),
    )


def _list(texts: Iterable[Text]) -> str:
    return "、".join(dict.fromkeys(text.value for text in texts))
