"""What became better and worse since an earlier report, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from planforge.model import Status, StatusChange
from planforge.reporters.summary import STATUS_NAMES
from planforge.reporters.width import crop

#: The columns that the words of a demand take.
_WORDS = 40
Direction = Literal["better", "worse", "new", "gone"]
DIRECTIONS: dict[Direction, str] = {"worse": "变差", "better": "变好", "new": "新增", "gone": "不再有"}

#: How far a demand is from being settled: what a person must look at lies between a part and a hole.
_RANK: dict[Status, int] = {"covered": 0, "waived": 1, "partial": 2, "review": 3, "uncovered": 4}


def direction(change: StatusChange) -> Direction:
    """Whether a change is one for the better; what was covered and is waived now has become worse."""
    if change.before is None or change.after is None:
        return "new" if change.before is None else "gone"
    return "worse" if _RANK[change.after] > _RANK[change.before] else "better"


def sorted_changes(changes: Sequence[StatusChange]) -> list[tuple[Direction, list[StatusChange]]]:
    """The changes by direction, the worse first; directions without any are left out."""
    groups = ((way, [change for change in changes if direction(change) == way]) for way in DIRECTIONS)
    return [(way, group) for way, group in groups if group]


def change_words(change: StatusChange) -> str:
    """未落实 → 已落实."""
    names = [STATUS_NAMES[status] for status in (change.before, change.after) if status]
    return " → ".join(names)


def changes_summary(changes: Sequence[StatusChange]) -> str:
    """与上次相比：变差 1，变好 3。"""
    parts = [f"{DIRECTIONS[way]} {len(group)}" for way, group in sorted_changes(changes)]
    return f"与上次相比：{'，'.join(parts) or '没有变化'}。"


def change_lines(changes: Sequence[StatusChange]) -> Iterator[str]:
    """A line for each change, for a terminal, the worse first."""
    for way, group in sorted_changes(changes):
        for each in group:
            item = f"{each.directive}#{each.id}  {crop(each.words, _WORDS)}"
            yield f"  {DIRECTIONS[way]}  {item}  {change_words(each)}"
