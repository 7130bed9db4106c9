"""A 意见汇总表 that people rearranged is read all the same; what is none, or was tampered with, is refused."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from filled_table import applied, fill, plan
from openpyxl.worksheet.worksheet import Worksheet
from returned_copy import PLAN

from planforge.lifecycle.circulation import adopt
from planforge.model import InputError


def test_rows_may_be_sorted_and_columns_added(two: None) -> None:
    def rearrange(sheet: Worksheet) -> None:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
        for number, cells in enumerate(reversed(rows), 4):
            for column, value in enumerate(cells, 1):
                sheet.cell(number, column, value)
        sheet.insert_cols(2)
        sheet.cell(3, 2, "处室")

    fill("不采纳", "采纳", "采纳", "采纳", change=rearrange)
    assert (applied().done, "首批入库20人" in plan()) == (3, True)


@pytest.mark.parametrize("head", ["采纳情况", "采纳后表述"])
def test_formulas_are_not_taken(two: None, head: str) -> None:
    def formula(sheet: Worksheet) -> None:
        column = [cell.value for cell in sheet[3]].index(head) + 1
        sheet.cell(5, column, '=HYPERLINK("http://x","采纳")')

    fill("不采纳", "采纳", change=formula)
    adoption = applied()
    assert "公式" in adoption.faults[0]
    assert plan() == PLAN


@pytest.mark.parametrize(
    "data", ["{", "[]", '{"条目":"1.1","项目":"file"}', '{"条目":"1.1","项目":"text","原文":"甲","句":[0,9]}']
)
def test_data_that_somebody_changed_is_not_taken(two: None, data: str) -> None:
    def spoil(sheet: Worksheet) -> None:
        sheet.cell(5, 12, data)

    fill("不采纳", "采纳", change=spoil)
    assert "数据" in applied().faults[0]
    assert plan() == PLAN


def test_a_verdict_that_is_none_is_told(two: None) -> None:
    fill("同意")
    assert "“同意”" in applied().faults[0]


def test_other_workbooks_and_word_files_are_refused(office: Path) -> None:
    openpyxl.Workbook().save("别的.xlsx")
    with pytest.raises(InputError, match="表头里没有“序号”"):
        adopt("别的.xlsx", "要点.yaml")
    with pytest.raises(InputError, match=r"\.xlsx"):
        adopt("汇总.docx", "要点.yaml")


def test_a_column_that_was_taken_out_is_named(two: None) -> None:
    fill("不采纳", "采纳", change=lambda sheet: sheet.delete_cols(12))
    with pytest.raises(InputError, match="表头里没有“数据”，"):
        adopt("汇总.xlsx", "要点.yaml")
