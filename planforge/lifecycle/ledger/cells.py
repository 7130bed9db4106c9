"""A task's cells in the 台账, and what the words of a cell mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from planforge.model import Text
from planforge.model.followup import Due, FollowedTask, TaskState
from planforge.model.ledger import LedgerKey, Light
from planforge.schemas.words import WORDS, reading, writing
from planforge.text.deadlines import read
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
#: Days as cells have them: 2027-06-30, 2027.6.30, 20270630.
_DAY = re.compile(r"(20\d\d)(?:[-/.](\d{1,2})[-/.](\d{1,2})|(\d\d)(\d\d))")
_BETWEEN_UNITS = re.compile(r"\s*[\n/／]\s*")
_BREAKS = re.compile("\r\n?")
_NAME = re.compile(r"[\u4e00-\u9fff]{2}")
_NOBODY = ("暂无", "没有", "待定", "同上", "不涉及")
#: Which year a limit without one is read by makes no difference; this one has a 29 February.
_ANY_YEAR = 2028


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
    """The units or time limits of a cell; a day in figures (2027-06-30) is a time limit in words."""
    if key in UNITS:
        return tuple(name.value for name in split_list(Text(_BETWEEN_UNITS.sub("、", words)))) if words else ()
    parts = (part for part in _BETWEEN_DEADLINES.split(words.strip()) if part)
    return tuple(_limit(part) for part in parts)


def is_list(key: LedgerKey) -> bool:
    """Whether a cell holds several items."""
    return key in UNITS or key == "deadlines"


def status_of(words: str) -> str | None:
    """The model's status for what a cell says, empty for nothing; None for a word that is no status."""
    return reading("status").get(words) if words else ""


def _limit(words: str) -> str:
    day = _DAY.fullmatch(words)
    if day is None:
        return words
    year, month, date = (int(part) for part in day.groups() if part)
    return f"{year}年{month}月{date}日前"


def strange(key: LedgerKey, item: str) -> bool:
    """Whether an item of a cell can't be what its column holds: a unit without a name, a time limit that no one reads.

    They would be printed as they stand.
    """
    if key in UNITS:
        return _NAME.search(item) is None or item in _NOBODY
    limit = read(Text(item), _ANY_YEAR)
    return limit.date is None and limit.recurs is None


def _due(due: Due) -> str:
    return due.date.isoformat() if due.date else due.recurs


def _joined(names: Iterable[Text]) -> str:
    return "、".join(name.value for name in names)


def _beginning(text: str) -> str:
    """What a task without a heading is called: its first sentence."""
    return re.split(r"(?<=[。；\n])", text, maxsplit=1)[0].strip()
