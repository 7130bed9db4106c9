"""A task's cells in the 台账, and what the words of a cell mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from planforge.model import Due, FollowedTask, LedgerKey, Light, TaskState, Text
from planforge.schemas.words import WORDS, reading, writing
from planforge.text.units import split_list

#: What stands in a column of its own in the plan: a list, or one word of a closed list.
UNITS: tuple[LedgerKey, ...] = ("lead", "responsible", "support")
STATUS_WORDS: tuple[str, ...] = tuple(words[0] for words in WORDS["status"].values())
LIGHTS: Mapping[TaskState, Light] = {
    "late": "red",
    "soon": "yellow",
    "planned": "green",
    "ongoing": "green",
    "standing": "green",
    "done": "green",
    "undated": "grey",
    "dropped": "grey",
}
_BETWEEN_DEADLINES = re.compile(r"\s*[；;\n]\s*")
_ISO = re.compile(r"(20\d\d)-(\d\d)-(\d\d)")
_BREAKS = re.compile("\r\n?")


def cells(each: FollowedTask) -> dict[LedgerKey, str]:
    """The words of a task's row, but for its light."""
    task = each.task
    return {
        "id": task.id,
        "path": "\n".join(each.path),
        "heading": task.heading.value or _beginning(task.text.value),
        "text": plain(task.text.value),
        "targets": "；".join(target.text.value for target in task.targets),
        "lead": _joined(each.units.lead),
        "responsible": _joined(each.units.responsible),
        "support": _joined(each.units.support),
        "deadlines": "；".join(deadline.text.value for deadline in each.deadlines),
        "due": _due(each.due),
        "status": writing("status", each.status, "zh") if each.status else "",
        "progress": plain(task.progress),
        "evidence": plain(task.evidence),
        "note": plain(task.note),
    }


def plain(words: str) -> str:
    """Words as a cell keeps them: without blanks at both ends, lines ended by line feeds."""
    return _BREAKS.sub("\n", words).strip()


def items(key: LedgerKey, words: str) -> tuple[str, ...]:
    """The units or time limits of a cell; a day that Excel made a date of (2027-06-30) is a time limit again."""
    if key in UNITS:
        return tuple(name.value for name in split_list(Text(words.replace("\n", "、")))) if words else ()
    parts = (part for part in _BETWEEN_DEADLINES.split(words.strip()) if part)
    return tuple(_limit(part) for part in parts)


def is_list(key: LedgerKey) -> bool:
    """Whether a cell holds several items."""
    return key in UNITS or key == "deadlines"


def status_of(words: str) -> str | None:
    """The model's status for what a cell says, empty for nothing; None for a word that is no status."""
    return reading("status").get(words) if words else ""


def _limit(words: str) -> str:
    iso = _ISO.fullmatch(words)
    return f"{iso[1]}年{int(iso[2])}月{int(iso[3])}日前" if iso else words


def _due(due: Due) -> str:
    return due.date.isoformat() if due.date else due.recurs


def _joined(names: Iterable[Text]) -> str:
    return "、".join(name.value for name in names)


def _beginning(text: str) -> str:
    """What a task without a heading is called: its first sentence."""
    return re.split(r"(?<=[。；\n])", text, maxsplit=1)[0].strip()
