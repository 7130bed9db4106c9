"""Which task of the plan a row of the workbook is about, though the plan may have been renumbered since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planforge.lifecycle.ledger.cells import cells
from planforge.lifecycle.ledger.returned import Cells, ReturnedLedger, ReturnedRow
from planforge.model import Document
from planforge.model.followup import FollowedTask
from planforge.model.ledger import LedgerKey

#: By what a task is known again, whatever its number.
_TELLING: tuple[LedgerKey, ...] = ("heading", "text")
#: A task and its cells as the plan has them now.
_Known = tuple[FollowedTask, Cells]


@dataclass(frozen=True, slots=True)
class Match:
    """A row and its task: the cells of the plan now, and those that were exported (None where that isn't known)."""

    row: ReturnedRow
    each: FollowedTask
    plan: Cells
    exported: Cells | None


class Matcher:
    """Finds the task of a row. A number alone proves little: a heading has to go with it, or a text."""

    def __init__(self, plan: Document, tasks: Sequence[FollowedTask], returned: ReturnedLedger) -> None:
        self._exported = returned.exported
        self._headings = {row["heading"] for row in (returned.exported or {}).values()}
        self._borne = Counter(node.id for node in plan.walk())
        self._by_number: dict[str, list[_Known]] = {}
        self._by_heading: dict[str, list[_Known]] = {}
        for each in tasks:
            now = cells(each)
            self._by_number.setdefault(now["id"], []).append((each, now))
            self._by_heading.setdefault(now["heading"], []).append((each, now))

    def match(self, row: ReturnedRow) -> Match | str:
        """The match, or in words why there is none."""
        number, name = row.cells.get("id", ""), row.cells.get("heading", "")
        if not number and not name:
            return "没有编号，也没有重点任务，不知道是哪一项"
        exported = self._exported.get(number) if self._exported else None
        if exported and name != exported["heading"] and name in self._headings:
            return f"编号 {number} 和重点任务“{name}”对不上，可能是排序时没有选中全部的列"
        known = exported or {"heading": name}
        found = self._numbered(number, known) or self._named(known)
        if found is None:
            return self._unknown(number, name)
        if self._borne[found[1]["id"]] > 1:
            return f"要点里有几处的编号都是 {found[1]['id']}，分不清是哪一项；请先改成不同的编号"
        return Match(row, *found, exported)

    def _numbered(self, number: str, known: Cells) -> _Known | None:
        """The task with the number, if its author gave it that number, or if it still says what it said."""
        same = self._by_number.get(number, [])
        if len(same) != 1:
            return None
        each, now = same[0]
        told = [key for key in _TELLING if known.get(key)]
        is_it = each.task.own_id or not told or any(known[key] == now[key] for key in told)
        return (each, now) if is_it else None

    def _named(self, known: Cells) -> _Known | None:
        """The one task of the heading; of several the one with the same text."""
        name = known.get("heading")
        same = self._by_heading.get(name, []) if name else []
        if len(same) > 1:
            same = [(each, now) for each, now in same if known.get("text") == now["text"]]
        return same[0] if len(same) == 1 else None

    def _unknown(self, number: str, name: str) -> str:
        same = self._by_number.get(number)
        if same and name:
            return f"要点里的 {number} 是“{same[0][1]['heading']}”，不是“{name}”"
        return f"要点里没有编号为 {number}、重点任务为“{name}”的任务" if name else f"要点里没有编号为 {number} 的任务"


def lacking(tasks: Iterable[FollowedTask], matches: Iterable[Match]) -> tuple[FollowedTask, ...]:
    """The tasks of the plan that no row is about."""
    there = {id(match.each) for match in matches}
    return tuple(each for each in tasks if id(each) not in there)
