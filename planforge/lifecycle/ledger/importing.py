"""A 台账 that was filled in → the plan's file, with nothing else in it touched."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planforge.files import read_bytes
from planforge.lifecycle.in_place import read_plan, write_back
from planforge.lifecycle.ledger.cells import UNITS
from planforge.lifecycle.ledger.matching import Match, Matcher, lacking
from planforge.lifecycle.ledger.merging import CellChange, Refusal, merge
from planforge.lifecycle.ledger.returned import ReturnedLedger, read_ledger
from planforge.lifecycle.loading import load_bytes
from planforge.lifecycle.status import followed
from planforge.model import InputError
from planforge.model.followup import FollowedTask
from planforge.model.ledger import LEDGER_EDITABLE, LEDGER_HEADS, LedgerKey
from planforge.yaml_io.editing import Value, set_values

#: What day it is makes no difference to what a workbook says.
_ANY_DAY = datetime.date(2000, 1, 1)
_YEAR = re.compile(r"20\d\d")


@dataclass(frozen=True, slots=True)
class Taken:
    """What a workbook changes in the plan at `path`, and what it doesn't.

    `refused` needs somebody to look; `renumbered` and `lacking` tell of tasks that moved, and that no row is about;
    `headless` are the columns that were exported and that no head in the workbook names any more.
    """

    path: str
    source: bytes
    after: bytes
    changes: tuple[CellChange, ...]
    refused: tuple[Refusal, ...]
    renumbered: tuple[tuple[str, str], ...]
    lacking: tuple[FollowedTask, ...]
    headless: tuple[LedgerKey, ...] = ()

    @property
    def exit_code(self) -> int:
        """1 when anything was left for somebody to decide."""
        return int(bool(self.refused))


def take_back(workbook: str, path: str, prefer_ledger: bool = False) -> Taken:
    """What the workbook at `workbook` changes in the plan at `path`; writes nothing.

    With `prefer_ledger` the workbook wins where both sides changed. Raises InputError where either can't be read, or
    the plan isn't a YAML file that can be edited.
    """
    source = read_plan(path, "台账只能写回 YAML 文件")
    returned = read_ledger(read_bytes(workbook), workbook)
    plan = load_bytes(source, path).document
    _refuse_other_year(returned.title, plan.title.value, workbook)
    tasks = followed(plan, _ANY_DAY)
    matches, strangers = _matched(Matcher(plan, tasks, returned), returned)
    outcomes = [outcome for match in matches for outcome in merge(match, prefer_ledger)]
    changes, twice = _once([each for each in outcomes if isinstance(each, CellChange)])
    refused = (*strangers, *(each for each in outcomes if isinstance(each, Refusal)), *twice)
    moved = tuple((match.row.cells["id"], match.plan["id"]) for match in matches if _has_moved(match))
    after = set_values(source, path, _values(changes)) if changes else source
    return Taken(path, source, after, changes, refused, moved, lacking(tasks, matches), _headless(returned))


def write(taken: Taken) -> None:
    """Write the changes into the plan's file. Raises InputError where it has changed meanwhile."""
    write_back(taken.path, taken.source, taken.after)


def _headless(returned: ReturnedLedger) -> tuple[LedgerKey, ...]:
    """A table that an office made itself has the columns that it needs; units that no task had were no column."""
    exported = (returned.exported or {}).values()
    there = {key for row in returned.rows for key in row.letters}
    had = {key for key in LEDGER_EDITABLE if key not in UNITS or any(cells.get(key) for cells in exported)}
    return tuple(key for key in LEDGER_EDITABLE if key in had - there) if exported else ()


def _refuse_other_year(exported: str, title: str, workbook: str) -> None:
    """Tasks go by the same headings year after year: last year's results must not become this year's."""
    years = [set(_YEAR.findall(words)) for words in (exported, title)]
    if all(years) and not years[0] & years[1]:
        raise InputError(f"{workbook}：这个台账是从《{exported}》导出的，不能写进《{title}》。")


def _matched(matcher: Matcher, returned: ReturnedLedger) -> tuple[list[Match], list[Refusal]]:
    found = [(row, matcher.match(row)) for row in returned.rows]
    strangers = [Refusal(row.place(), f"{why}，没有写入") for row, why in found if isinstance(why, str)]
    return [match for _, match in found if isinstance(match, Match)], strangers


def _has_moved(match: Match) -> bool:
    number = match.row.cells.get("id", "")
    return bool(number) and number != match.plan["id"]


def _once(changes: Iterable[CellChange]) -> tuple[tuple[CellChange, ...], list[Refusal]]:
    """One change for each value; rows of the same task that want different things cancel each other out."""
    wanted: dict[tuple[str, str], list[CellChange]] = {}
    for change in changes:
        wanted.setdefault((change.task, change.key), []).append(change)
    agreed = tuple(each[0] for each in wanted.values() if len({change.value for change in each}) == 1)
    return agreed, [_twice(each) for each in wanted.values() if len({change.value for change in each}) > 1]


def _twice(changes: Sequence[CellChange]) -> Refusal:
    first = changes[0]
    others = "、".join(change.place for change in changes[1:])
    message = f"{first.task} {first.heading}：{LEDGER_HEADS[first.key]}与 {others} 写得不一样，没有写入。请只留一处"
    return Refusal(first.place, message)


def _values(changes: Iterable[CellChange]) -> dict[str, dict[str, Value]]:
    values: dict[str, dict[str, Value]] = {}
    for change in changes:
        values.setdefault(change.task, {})[change.key] = change.value
    return values
