"""A clerk's verdicts on what came back, and what becomes of the plan."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet
from returned_copy import PLAN

from planforge.lifecycle.circulation import Adoption, adopt, collect, report, write

#: What is filled in for an opinion: 采纳情况, and what stands in 采纳后表述.
Verdict = tuple[str, str] | str
#: The first row of an opinion: above it stand a title, a line of help and the heads.
_FIRST = 4


def fill(*verdicts: Verdict, others: str = "", change: Callable[[Worksheet], None] | None = None) -> None:
    """Collect what came back, and give the opinions these verdicts in their order."""
    workbook = openpyxl.load_workbook(io.BytesIO(report(collect(["返回"], "要点.yaml"), "xlsx")))
    sheet = workbook["意见"]
    heads = [cell.value for cell in sheet[_FIRST - 1]]
    rest = [others] * (sheet.max_row - _FIRST + 1 - len(verdicts))
    for row, verdict in enumerate([*verdicts, *rest], _FIRST):
        chosen, wording = verdict if isinstance(verdict, tuple) else (verdict, "")
        sheet.cell(row, heads.index("采纳情况") + 1, chosen or None)
        sheet.cell(row, heads.index("采纳后表述") + 1, wording or None)
    if change:
        change(sheet)
    workbook.save("汇总.xlsx")


def applied() -> Adoption:
    """Write the adopted opinions into the plan."""
    adoption = adopt("汇总.xlsx", "要点.yaml")
    write(adoption)
    return adoption


def plan() -> str:
    """The plan as it is now."""
    return Path("要点.yaml").read_text(encoding="utf-8")


def new_lines() -> list[str]:
    """The lines of the plan that it had not when it was sent round."""
    return [line.strip() for line in plan().splitlines() if line not in PLAN.splitlines()]
