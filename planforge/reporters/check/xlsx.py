"""A check as a workbook: a row for each finding, to filter, hand out and tick off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from planforge.model import SEVERITY_NAMES, Diagnostic, Severity
from planforge.reporters import workbook as book

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_COLUMNS = (
    ("序号", 6),
    ("位置", 22),
    ("原文", 36),
    ("问题", 40),
    ("依据", 34),
    ("建议", 34),
    ("级别", 7),
    ("代码", 9),
    ("处理情况", 11),
)
_WIDTHS = [width for _, width in _COLUMNS]
_LEVEL = 6
_NAME = "问题清单"
#: What the office does about a finding, to choose from.
_STATES = ("待处理", "已修改", "不修改", "另行研究")
_COLOURS: Mapping[Severity, str] = {"error": "#FADBD8", "warning": "#FDF0D5", "info": "#FFFFFF"}
#: Characters of the text before, after and within the words of a finding.
_AROUND, _LONGEST = 12, 60


def report(diagnostics: Sequence[Diagnostic], sources: Mapping[str, str], *, colour: bool = False) -> bytes:
    """One sheet with a filter on each column, ready to print; the same findings give the same bytes."""
    lines = {file: source.splitlines() for file, source in sources.items()}
    return book.workbook(_NAME, lambda workbook: _write(workbook, diagnostics, lines))


def _write(workbook: Workbook, diagnostics: Sequence[Diagnostic], lines: Mapping[str, Sequence[str]]) -> None:
    sheet = workbook.add_worksheet(_NAME)
    book.write_heads(sheet, 0, _COLUMNS, workbook.add_format(book.HEAD))
    body, middle = workbook.add_format(book.BODY), workbook.add_format({**book.BODY, "align": "center"})
    levels = {severity: workbook.add_format({**book.BODY, "bg_color": fill}) for severity, fill in _COLOURS.items()}
    several = len({diagnostic.span.file for diagnostic in diagnostics}) > 1
    for number, diagnostic in enumerate(diagnostics, 1):
        cells = [book.fitting(words) for words in _cells(diagnostic, lines, several)]
        sheet.write_number(number, 0, number, middle)
        sheet.set_row(number, book.row_height(zip(cells, _WIDTHS[1:], strict=True)))
        for column, words in enumerate(cells, 1):
            sheet.write_string(number, column, words, levels[diagnostic.severity] if column == _LEVEL else body)
    bottom, right = max(len(diagnostics), 1), len(_COLUMNS) - 1
    sheet.data_validation(1, right, bottom, right, {"validate": "list", "source": list(_STATES)})
    sheet.autofilter(0, 0, bottom, right)
    book.landscape(sheet)


def _cells(diagnostic: Diagnostic, lines: Mapping[str, Sequence[str]], several: bool) -> tuple[str, ...]:
    """All columns but the number; the file is told where there are `several`."""
    file = f"{diagnostic.span.file}\n" if several else ""
    place = f"{file}{diagnostic.where}（第{diagnostic.span.start.line}行）"
    words = _words(diagnostic, lines.get(diagnostic.span.file, ()))
    level = SEVERITY_NAMES[diagnostic.severity]
    told = (diagnostic.message, diagnostic.basis, diagnostic.advice)
    return (place, words, *told, level, diagnostic.code, _STATES[0])


def _words(diagnostic: Diagnostic, lines: Sequence[str]) -> str:
    """The words of a finding in 【】 with some of the text around them; empty where the line isn't known."""
    start, end = diagnostic.span.start, diagnostic.span.end
    if not 1 <= start.line <= len(lines):
        return ""
    line = lines[start.line - 1]
    first = min(start.column - 1, len(line))
    stop = min(end.column - 1 if end.line == start.line else len(line), first + _LONGEST, len(line))
    before, after = line[max(0, first - _AROUND) : first], line[stop : stop + _AROUND]
    return f"{before}【{line[first:stop]}】{after}".strip()
