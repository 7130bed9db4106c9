"""A 意见汇总表 that somebody filled in, read back: which opinions are adopted, and in which words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planforge.files import read_bytes
from planforge.model import InputError, Proposal
from planforge.ooxml.workbooks import Sheet, read
from planforge.reporters._opinions import ADOPTED, CONTENT, DATA, NUMBER, PARTLY, TASK, UNIT, VERDICT, VERDICTS, WORDING
from planforge.reporters._proposals import decode

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
    """What a table says; `faults` are rows that can't be understood, `open` counts those without a verdict."""

    adopted: tuple[Adopted, ...]
    faults: tuple[str, ...]
    open: int


def read_table(path: str) -> Table:
    """The table in the workbook at `path`. Raises InputError for what is no 意见汇总表."""
    if path.lower().endswith(".docx"):
        raise InputError(f"{path}：Word 版的汇总表供传阅。请在 comments collect 写出的 .xlsx 里填写采纳情况。")
    missing: Sequence[str] = _NEEDED
    for sheet in read(read_bytes(path), path):
        for turn, row in enumerate(sheet.rows[:_DEEPEST_HEAD]):
            if set(_NEEDED) <= set(row):
                return _Reader(sheet, turn).table()
            missing = min(missing, [name for name in _NEEDED if name not in row], key=len)
    names = "".join(f"“{name}”" for name in missing)
    raise InputError(f"{path}：表头里没有{names}，不是 comments collect 写出的意见汇总表，或者列被删去、改名了。")


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
    except (ValueError, TypeError, RecursionError):
        return False
    return True


def _called(row: Mapping[str, str]) -> str:
    return f"第{row[NUMBER]}条（{row[UNIT]}）"


def shared_words(adopted: Sequence[Adopted]) -> str:
    """Several rows as one subject: 第3条（市财政局）和第5条（市司法局）."""
    return "和".join(dict.fromkeys(each.called for each in adopted))
