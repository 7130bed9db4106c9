"""A 意见汇总表 that somebody filled in, read back: which opinions are adopted, and in which words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from planforge import yaml_io
from planforge.files import read_bytes
from planforge.model import Document, InputError
from planforge.model.opinions import Proposal
from planforge.ooxml.workbooks import Sheet, read
from planforge.reporters.opinions._columns import (
    ADOPTED,
    CONTENT,
    DATA,
    NUMBER,
    PARTLY,
    PLAN,
    TASK,
    UNIT,
    VERDICT,
    VERDICTS,
    WORDING,
)
from planforge.reporters.opinions._proposals import decode

_NEEDED = (NUMBER, TASK, UNIT, CONTENT, VERDICT, WORDING, DATA)
#: The heads stand below a title and a line of help.
_DEEPEST_HEAD = 10


@dataclass(frozen=True, slots=True)
class Adopted:
    """An opinion that is adopted; `wording` is what the clerk wants instead of the passage, empty for the office's own.

    `called` names the row for people: 第3条（市财政局）.
    """

    called: str
    task: str
    content: str
    proposal: Proposal | None
    wording: str


@dataclass(frozen=True, slots=True)
class Table:
    """What a table says, adopted opinions by their numbers; `faults` are rows that can't be understood, `open` counts
    those without a verdict. `plan` is the plan as it was when opinions were collected, None where somebody dropped it.
    """

    adopted: tuple[Adopted, ...]
    faults: tuple[str, ...]
    open: int
    plan: Document | None = None


def read_table(path: str) -> Table:
    """The table in the workbook at `path`. Raises InputError for what is no 意见汇总表."""
    if path.lower().endswith(".docx"):
        raise InputError(f"{path}：Word 版的汇总表供传阅。请在 comments collect 写出的 .xlsx 里填写采纳情况。")
    missing: Sequence[str] = _NEEDED
    sheets = read(read_bytes(path), path)
    for sheet in sheets:
        for turn, row in enumerate(sheet.rows[:_DEEPEST_HEAD]):
            if set(_NEEDED) <= set(row):
                return replace(_Reader(sheet, turn).table(), plan=_plan(sheets))
            missing = min(missing, [name for name in _NEEDED if name not in row], key=len)
    names = "".join(f"“{name}”" for name in missing)
    raise InputError(f"{path}：表头里没有{names}，不是 comments collect 写出的意见汇总表，或者列被删去、改名了。")


def _plan(sheets: Iterable[Sheet]) -> Document | None:
    """What `comments collect` laid down of the plan; nothing where the sheet is gone or was changed beyond reading."""
    lines = next((sheet.rows for sheet in sheets if sheet.name == PLAN), ())
    source = "\n".join(row[0] for row in lines if row)
    try:
        return yaml_io.load(source.encode(), PLAN).document if source else None
    except InputError:
        return None


class _Reader:
    def __init__(self, sheet: Sheet, heads: int) -> None:
        self._sheet, self._heads = sheet, heads
        self._columns = {name: sheet.rows[heads].index(name) for name in _NEEDED}

    def table(self) -> Table:
        adopted: list[Adopted] = []
        faults: list[str] = []
        waiting = 0
        for turn, cells in enumerate(self._sheet.rows[self._heads + 1 :], self._heads + 1):
            row = {name: cells[column].strip() for name, column in self._columns.items()}
            if not any(row.values()):
                continue
            fault = self._fault(turn, row)
            if fault:
                faults.append(f"{_called(row)}：{fault}")
            elif not row[VERDICT]:
                waiting += 1
            elif row[VERDICT] in (ADOPTED, PARTLY):
                adopted.append(Adopted(_called(row), row[TASK], row[CONTENT], decode(row[DATA]), row[WORDING]))
        adopted.sort(key=lambda each: _number(each.called))
        return Table(tuple(adopted), tuple(faults), waiting)

    def _fault(self, turn: int, row: Mapping[str, str]) -> str:
        """Why a row can't be taken as it is; empty where it can."""
        formulas = [name for name in (VERDICT, WORDING, DATA) if (turn, self._columns[name]) in self._sheet.formulas]
        if formulas:
            return f"“{formulas[0]}”里是公式，没有采用；请改成文字。"
        if row[VERDICT] not in ("", *VERDICTS):
            return f"“采纳情况”写的是“{row[VERDICT]}”，应当是{'、'.join(VERDICTS)}之一。"
        if row[VERDICT] == PARTLY and not row[WORDING]:
            return "部分采纳的，要在“采纳后表述”写明改成什么。"
        return "" if _is_data(row[DATA]) else "“数据”列被改动过，没有采用；请重新汇总，或手工修改要点。"


def _is_data(text: str) -> bool:
    try:
        decode(text)
    except ValueError:
        return False
    return True


def _number(called: str) -> int:
    """The number in the name of a row; rows whose number somebody changed come last, as they stand."""
    found = re.match(r"第(\d{1,9})条", called)
    return int(found[1]) if found else 10**9


def _called(row: Mapping[str, str]) -> str:
    return f"第{row[NUMBER]}条（{row[UNIT]}）"


def shared_words(adopted: Sequence[Adopted]) -> str:
    """Several rows as one subject: 第3条（市财政局）和第5条（市司法局）."""
    return "和".join(dict.fromkeys(each.called for each in adopted))
