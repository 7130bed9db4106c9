"""A check as a workbook: a row for each finding, to filter, hand out and tick off."""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping, Sequence

from planforge.model import Diagnostic
from planforge.rules import SEVERITY_NAMES

_COLUMNS = (
    ("级别", 8),
    ("编号", 10),
    ("文件", 28),
    ("行", 6),
    ("列", 6),
    ("位置", 20),
    ("问题", 60),
    ("改法", 40),
    ("依据", 44),
)
#: Cells hold what documents say: never a formula or a link to follow. The date keeps the bytes the same.
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_CREATED = datetime.datetime(2000, 1, 1)


def report(diagnostics: Sequence[Diagnostic], sources: Mapping[str, str], *, colour: bool = False) -> bytes:
    """One sheet with a filter on each column; the same findings give the same bytes."""
    from xlsxwriter import Workbook

    target = io.BytesIO()
    with Workbook(target, _OPTIONS) as workbook:
        workbook.set_properties({"created": _CREATED})
        sheet = workbook.add_worksheet("问题")
        head = workbook.add_format({"bold": True, "bg_color": "#F2F2F2", "bottom": 1})
        body = workbook.add_format({"text_wrap": True, "valign": "top"})
        for column, (name, width) in enumerate(_COLUMNS):
            sheet.set_column(column, column, width, body)
            sheet.write_string(0, column, name, head)
        for number, diagnostic in enumerate(diagnostics, 1):
            sheet.write_row(number, 0, _row(diagnostic), body)
        sheet.autofilter(0, 0, len(diagnostics), len(_COLUMNS) - 1)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
    return target.getvalue()


def _row(diagnostic: Diagnostic) -> tuple[str | int, ...]:
    start = diagnostic.span.start
    place = (diagnostic.span.file, start.line, start.column, diagnostic.where)
    words = (diagnostic.message, diagnostic.advice, diagnostic.basis)
    return (SEVERITY_NAMES[diagnostic.severity], diagnostic.code, *place, *words)
