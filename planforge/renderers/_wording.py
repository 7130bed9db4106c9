"""How parts of the model are put in words on a page, whatever the format."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from functools import lru_cache

from planforge.model import Task, Text
from planforge.text.beside import Words, lies_in, words_of
from planforge.text.days import written_day
from planforge.text.numbering import leading_marker
from planforge.text.units import find_inline

#: A date that the source lacks: room to write it in.
BLANK_DATE = "　　年　月　日"
BLANK_NUMBER = "　　〔　　　〕　号"
BLANK_NAME = "　　　　　　"

_ENDS = "。！？；：，、…"
_LEVELS = {"一、": 1, "第一部分": 1, "第一章": 1, "（一）": 2, "第一节": 2, "1.": 3, "1、": 3, "（1）": 4, "①": 4}


def date(value: datetime.date | None) -> str:
    """`2027年1月5日`; blank where unknown."""
    return written_day(value) if value else BLANK_DATE


def paragraphs(text: Text) -> list[str]:
    """A text's paragraphs; empty lines and the blanks around lines are layout, not text."""
    return [line.strip(" \t\u3000\r") for line in text.value.splitlines() if line.strip(" \t\u3000\r")]


@lru_cache(maxsize=256)
def level(printed: str, depth: int) -> int:
    """The heading level, 1 to 4, that a marker stands for; without one the depth tells."""
    found = leading_marker(printed) if printed else None
    return _LEVELS.get(found.style, min(depth, 4)) if found else min(depth, 4)


def run_in(node: Task, own: Sequence[str]) -> str:
    """A node's heading in line with the first of its paragraphs: it ends like a sentence.

    Where only the brackets of the closing list follow, it doesn't: with a full stop before them it would be the text.
    """
    heading = node.heading.value
    bare = not node.text.value.strip() and own[:1] and own[0].startswith("（")
    return heading if bare or not heading or heading[-1] in _ENDS else heading + "。"


def own_text(node: Task) -> list[str]:
    """A node's paragraphs above its nested tasks; what it doesn't say itself (targets, units, deadline) ends them."""
    lines = paragraphs(node.text)
    return lines if node.closing.value else _ended(lines, _unsaid(node))


def closing_text(node: Task) -> list[str]:
    """A node's paragraphs below its nested tasks, with the same ending."""
    lines = paragraphs(node.closing)
    return _ended(lines, _unsaid(node)) if lines else []


def targets_text(node: Task) -> str:
    """The sentence of targets that `own_text` or `closing_text` holds; empty where the node's words say them all."""
    return _further_targets(node, words_of(node)) if node.targets else ""


def listed(recipients: Text) -> str:
    """The recipients as the 版记 lists them, without a mark at the end."""
    return recipients.value.strip().rstrip("：:。")


def addressed(recipients: Text) -> str:
    """`各县（区）人民政府：`; room to write in where there are none."""
    return (recipients.value.strip().rstrip("：:") or BLANK_NAME) + "："


def _ended(lines: list[str], end: str) -> list[str]:
    if not end:
        return lines
    return [*lines[:-1], lines[-1] + end] if lines else [end]


def _unsaid(task: Task) -> str:
    """What the author lists beside the text: targets as a sentence of their own, units and deadline in brackets."""
    own = words_of(task)
    return _further_targets(task, own) + _closing_list(task, own)


def outside(texts: Iterable[Text], task: Task) -> list[str]:
    """The words of those texts that were not found in the task's own words: what is written apart from them."""
    return _outside(texts, words_of(task))


def _closing_list(task: Task, own: Words) -> str:
    """`（牵头单位：甲；配合单位：乙、丙；完成时限：6月底前）` of what the text doesn't say, or nothing."""
    parts = [
        ("牵头单位", _apart(task.units.lead, own)),
        ("配合单位", _apart(task.units.support, own)),
        ("责任单位", _apart(task.units.responsible, own)),
        ("完成时限", _outside((deadline.text for deadline in task.deadlines), own)),
    ]
    said = "；".join(f"{name}：{'、'.join(words)}" for name, words in parts if words)
    return f"（{said}）" if said else ""


def _apart(units: Sequence[Text], own: Words) -> list[str]:
    """The units that the texts don't list as those who answer: one that they only mention is named apart.

    Those that know no place are found as a reader finds them.
    """
    placed, others = [u for u in units if u.anchors], [u for u in units if u.value and not u.anchors]
    named = {name.value for text, _ in own for name in find_inline(text)} if others else set()
    apart = {*_outside(placed, own), *(unit.value for unit in others if unit.value not in named)}
    return [unit.value for unit in units if unit.value in apart]


def _further_targets(task: Task, own: Words) -> str:
    words = _outside((target.text for target in task.targets), own)
    return "；".join(word.rstrip("。；") for word in words) + "。" if words else ""


def _outside(texts: Iterable[Text], own: Words) -> list[str]:
    return [text.value for text in texts if text.value and not lies_in(text, own)]
