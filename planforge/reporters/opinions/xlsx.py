"""The 意见汇总表 as a workbook to fill in: opinions side by side, verdicts to choose, what `apply` needs, hidden."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from planforge.model.opinions import Opinion, Opinions
from planforge.reporters.opinions._columns import (
    ADOPTED,
    CONTENT,
    DATA,
    HELP,
    KIND_NAMES,
    NUMBER,
    PARTLY,
    PLAN,
    REJECTED,
    TASK,
    UNIT,
    VERDICT,
    VERDICTS,
    WORDING,
    file_words,
    headline,
    numbered,
    place_words,
    summary,
)
from planforge.reporters.opinions._proposals import encode
from planforge.reporters.workbook import (
    BODY,
    HEAD,
    PLAIN,
    TITLE,
    fitting,
    landscape,
    paper_for,
    row_height,
    workbook,
    write_heads,
    write_rows,
)

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_COLUMNS = (
    (NUMBER, 6),
    (TASK, 20),
    ("原文", 40),
    (UNIT, 16),
    ("意见人", 10),
    ("意见类型", 9),
    (CONTENT, 44),
    ("提示", 20),
    (VERDICT, 11),
    (WORDING, 34),
    ("理由", 24),
    (DATA, 10),
)
_FILES = (("文件", 50), (UNIT, 26), ("情况", 70))
_COLOURS = {ADOPTED: "#E2F2E7", PARTLY: "#FDF0D5", REJECTED: "#EDEDED"}
#: Rows: the name of the table, how to fill it in, its heads.
_TOP = 2
_LAST = len(_COLUMNS) - 1


def report(opinions: Opinions) -> bytes:
    """Sheets 意见 and 回复情况; the same opinions give the same bytes."""
    return workbook(headline(opinions), lambda book: _Book(book).write(opinions))


class _Book:
    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._head, self._body = workbook.add_format(HEAD), workbook.add_format(BODY)
        self._data = workbook.add_format(PLAIN)  # wrapped, it would make the rows as high as the page
        self._title, self._plain = workbook.add_format(TITLE), workbook.add_format(PLAIN | {"text_wrap": True})

    def write(self, opinions: Opinions) -> None:
        self._opinions(opinions)
        self._files(opinions)
        self._plan(opinions.plan)

    def _opinions(self, opinions: Opinions) -> None:
        sheet = self._workbook.add_worksheet("意见")
        write_heads(sheet, _TOP, _COLUMNS, self._head)
        sheet.write_string(0, 0, headline(opinions), self._title)
        self._help(sheet, f"{summary(opinions)}{HELP}")
        rows: list[Sequence[str | int]] = [
            (number, *_cells(opinion)) for number, opinion in numbered(opinions.opinions)
        ]
        write_rows(sheet, _TOP + 1, _COLUMNS, rows, self._body)
        for row, opinion in enumerate(opinions.opinions, _TOP + 1):
            sheet.write_string(row, _LAST, _data(opinion), self._data)
        self._choices(sheet, len(opinions.opinions))
        sheet.set_column(_LAST, _LAST, None, None, {"hidden": True})
        sheet.autofilter(_TOP, 0, _TOP + len(opinions.opinions), len(_COLUMNS) - 1)
        landscape(sheet, paper_for(_COLUMNS))

    def _files(self, opinions: Opinions) -> None:
        sheet = self._workbook.add_worksheet("回复情况")
        write_heads(sheet, 0, _FILES, self._head)
        rows = [(each.file, each.unit, file_words(each)) for each in opinions.files]
        write_rows(sheet, 1, _FILES, rows, self._body)
        landscape(sheet)

    def _plan(self, plan: str) -> None:
        """A line a row; one too long for a cell would be cut off, and the plan with it be another one."""
        lines = plan.splitlines()
        if any(fitting(line) != line for line in lines):
            return
        sheet = self._workbook.add_worksheet(PLAN)
        for turn, line in enumerate(lines):
            sheet.write_string(turn, 0, line, self._data)
        sheet.hide()

    def _help(self, sheet: Worksheet, words: str) -> None:
        room = sum(width for _, width in _COLUMNS[:_LAST])
        sheet.merge_range(1, 0, 1, _LAST - 1, words, self._plain)
        sheet.set_row(1, row_height([(words, room)]))

    def _choices(self, sheet: Worksheet, count: int) -> None:
        if not count:
            return
        column = [head for head, _ in _COLUMNS].index(VERDICT)
        place = (_TOP + 1, column, _TOP + count, column)
        sheet.data_validation(*place, {"validate": "list", "source": list(VERDICTS)})
        for words, shade in _COLOURS.items():
            mark = self._workbook.add_format({"bg_color": shade})
            sheet.conditional_format(*place, {"type": "cell", "criteria": "==", "value": f'"{words}"', "format": mark})


def _cells(opinion: Opinion) -> Sequence[str]:
    told = (place_words(opinion), opinion.passage, opinion.unit, opinion.author, KIND_NAMES[opinion.kind])
    return (*told, opinion.content, opinion.note, "", "", "")


def _data(opinion: Opinion) -> str:
    """What `apply` needs; a text too long for a cell is left to people, as if nobody had said what to write."""
    data = encode(opinion.proposal)
    return data if fitting(data) == data else ""
