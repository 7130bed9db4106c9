"""The 台账 as a workbook: what a clerk sees and can do, and what Excel must not."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from planforge.lifecycle.ledger import export

DAY = datetime.date(2027, 6, 10)
PLAN = """\
标题: 2027年示例市工作要点
部分:
  - 标题: 强化保护
    任务:
      - {标题: "=cmd|' /C calc'!A1", 内容: "@SUM(1)", 责任单位: 市公安局、市财政局, 完成时限: 3月底前}
      - {标题: 建库, 完成时限: 6月底前, 状态: 推进中, 进展: "https://example.com"}
      - {标题: 走访, 完成时限: 每季度, 目标: [走访企业30家]}
      - {标题: 办赛, 完成时限: 5月底前, 状态: 已完成}
      - {标题: 宣传, 状态: 取消}
"""


@pytest.fixture
def data(tmp_path: Path) -> bytes:
    (tmp_path / "要点.yaml").write_text(PLAN, encoding="utf-8")
    return export(str(tmp_path / "要点.yaml"), DAY, 30).content


@pytest.fixture
def sheet(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))["台账"]


def column(sheet: Any, head: str) -> list[Any]:
    """The values below a head."""
    place = [cell.value for cell in sheet[3]].index(head)
    return [row[place].value for row in sheet.iter_rows(min_row=4)]


def test_every_task_has_its_row_under_the_heads_that_clerks_know(sheet: Any) -> None:
    assert sheet["A1"].value == "2027年示例市工作要点台账"
    assert [cell.value for cell in sheet[3]] == [
        "编号", "部分", "重点任务", "具体内容", "目标", "责任单位", "完成时限", "截止日期", "预警",
        "状态", "进展", "佐证", "备注",
    ]  # fmt: skip
    assert column(sheet, "编号") == ["1.1", "1.2", "1.3", "1.4", "1.5"]
    assert column(sheet, "责任单位")[0] == "市公安局、市财政局"
    assert column(sheet, "目标")[2] == "走访企业30家"


def test_days_are_dates_and_what_recurs_is_said(sheet: Any) -> None:
    assert column(sheet, "截止日期")[:3] == [datetime.datetime(2027, 3, 31), datetime.datetime(2027, 6, 30), "每季度"]


def test_the_lights_tell_of_the_day_that_was_asked_for(sheet: Any) -> None:
    assert column(sheet, "预警") == ["红·逾期", "黄·临期", "绿·正常", "绿·正常", "—"]
    assert sheet["B2"].value == datetime.datetime(2027, 6, 10)


def test_the_lights_follow_status_and_day_by_themselves(sheet: Any) -> None:
    (rules,) = [rules for place, rules in sheet.conditional_formatting._cf_rules.items() if "I4:I8" in str(place.sqref)]
    formulas = [rule.formula[0] for rule in rules]
    assert formulas[0] == '$J4="取消"'
    assert formulas[2] == 'AND(ISNUMBER($H4),$H4<IF($B$2="",TODAY(),$B$2))'
    assert all(rule.stopIfTrue for rule in rules)


def test_status_is_chosen_from_a_list_and_fixed_columns_refuse_typing(sheet: Any) -> None:
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert rules["J4:J8"].formula1 == '"未开始,推进中,长期坚持,已完成,取消"'
    assert rules["C4:C8"].formula1 == "FALSE"
    assert not {"F4:F8", "G4:G8", "K4:K8", "L4:L8", "M4:M8"} & rules.keys()


def test_no_cell_is_a_formula_or_a_link_and_no_text_becomes_a_number(data: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert not any(cell.hyperlink for cell in cells)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert not any(b"<f>" in package.read(name) for name in package.namelist() if "worksheets/sheet" in name)
    assert {cell.number_format for cell in book["台账"]["K"][3:]} == {"@"}


def test_it_is_ready_to_print_and_to_filter(sheet: Any) -> None:
    assert sheet.freeze_panes == "D4"
    assert sheet.auto_filter.ref == "A3:M8"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$3:$3"
    assert sheet["D5"].alignment.wrap_text
    assert not sheet.protection.sheet  # Excel would not sort a protected sheet


def test_what_was_exported_is_kept_out_of_sight_and_out_of_reach(data: bytes) -> None:
    record = openpyxl.load_workbook(io.BytesIO(data))["导出记录"]
    assert record.sheet_state == "veryHidden" and record.protection.sheet


def test_the_same_plan_gives_the_same_bytes(data: bytes, tmp_path: Path) -> None:
    assert export(str(tmp_path / "要点.yaml"), DAY, 30).content == data
    assert export(str(tmp_path / "要点.yaml"), datetime.date(2027, 6, 11), 30).content != data


def test_words_that_do_not_fit_a_cell_are_named(tmp_path: Path) -> None:
    plan = f"标题: 要点\n部分:\n  - 标题: 甲\n    任务:\n      - {{标题: 乙, 进展: {'𠮷' * 20_000}}}\n"
    (tmp_path / "要点.yaml").write_text(plan, encoding="utf-8")
    made = export(str(tmp_path / "要点.yaml"), DAY, 30)
    assert made.cut == ("1.1 的进展",)
    (words,) = column(openpyxl.load_workbook(io.BytesIO(made.content))["台账"], "进展")
    assert len(words.encode("utf-16-le")) // 2 == 32_766 and set(words) == {"𠮷"}  # no half of a pair
