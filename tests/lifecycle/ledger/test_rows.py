"""The rows of a 台账 that comes back: each finds its task, however the sheet was arranged and the plan went on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import openpyxl
import pytest

from planforge.model import InputError


def reversed_rows(sheet: Any) -> None:
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    for row, values in enumerate(reversed(rows), 4):
        for column, value in enumerate(values, 1):
            sheet.cell(row, column).value = value


def columns_moved(sheet: Any) -> None:
    """状态 to the front, and a column of the clerk's own between the others."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    status = rows[0].index("状态")
    for row, values in enumerate(rows, 3):
        own = "联系人" if row == 3 else f"张{row}"
        moved = [values[status], *values[:5], own, *values[5:status], *values[status + 1 :]]
        for column, value in enumerate(moved, 1):
            sheet.cell(row, column).value = value


def head_lowered(sheet: Any) -> None:
    sheet.insert_rows(1, 3)
    sheet["A1"] = "2027年度重点工作台账"


def renamed(sheet: Any) -> None:
    sheet.title = "上半年"


def rows_hidden_and_removed(sheet: Any) -> None:
    sheet.auto_filter.add_filter_column(0, ["2.1"])
    sheet.row_dimensions[6].hidden = True
    sheet.delete_rows(7)


def heads_remarked(sheet: Any) -> None:
    for cell in sheet[3]:
        cell.value = f" {cell.value[:1]}\n{cell.value[1:]}（必填）" if cell.value in ("状态", "进展") else cell.value


def spare_rows(sheet: Any) -> None:
    sheet.append([None] * 14)
    sheet.append([cell.value for cell in sheet[3]])


@pytest.mark.parametrize(
    "change",
    [reversed_rows, columns_moved, head_lowered, renamed, rows_hidden_and_removed, heads_remarked, spare_rows],
)
def test_a_sheet_may_be_arranged_in_any_way(desk: Any, change: Callable[[Any], None]) -> None:
    desk.put("2.1", "状态", "已完成")
    desk.put("2.2", "进展", "已统一格式。")
    desk.fill(change)
    taken = desk.take_back()
    assert not taken.refused
    assert sorted((each.task, each.key) for each in taken.changes) == [("2.1", "status"), ("2.2", "progress")]


def test_rows_of_several_sheets_are_read(desk: Any) -> None:
    book = openpyxl.load_workbook(desk.ledger)
    copy = book.copy_worksheet(book["台账"])
    copy.title = "市公安局"
    for row in copy.iter_rows(min_row=4):
        if row[0].value == "2.2":
            row[[cell.value for cell in copy[3]].index("状态")].value = "已完成"
    book.save(desk.ledger)
    (change,) = desk.take_back().changes
    assert change.place.startswith("市公安局!") and change.task == "2.2"


def test_rows_that_want_different_things_are_left(desk: Any) -> None:
    desk.put("2.1", "状态", "已完成")
    book = openpyxl.load_workbook(desk.ledger)
    book.copy_worksheet(book["台账"]).title = "又一份"
    sheet = book["又一份"]
    sheet.cell(4, [cell.value for cell in sheet[3]].index("状态") + 1).value = "取消"
    book.save(desk.ledger)
    taken = desk.take_back()
    assert not taken.changes and "写得不一样" in taken.refused[0].message


def test_a_renumbered_plan_gets_each_row_where_it_belongs(desk: Any) -> None:
    desk.put("2.2", "状态", "已完成")
    desk.edit('      - 标题: "建立技术调查官库"', '      - 标题: 新加的一项\n      - 标题: "建立技术调查官库"')
    taken = desk.take_back()
    assert not taken.refused
    assert ("2.2", "2.3") in taken.renumbered
    assert [(change.task, change.heading) for change in taken.changes] == [("2.3", "规范案件台账")]
    assert [each.task.id for each in taken.lacking] == ["2.1"]


def test_a_reworded_heading_and_an_id_of_the_author_s_own_are_known_again(desk: Any) -> None:
    desk.put("2.1", "备注", "甲")
    desk.put("服务-1", "备注", "乙")
    desk.edit('建立技术调查官库"', '组建技术调查官库"')
    desk.edit("标题: 走访企业\n", "标题: 上门走访\n")
    assert [(change.task, change.after) for change in desk.take_back().changes] == [("2.1", "甲"), ("服务-1", "乙")]


def test_rows_that_no_task_answers_to_are_told(desk: Any) -> None:
    def add(sheet: Any) -> None:
        sheet.append(["9.9", "", "没有的任务"])
        sheet.append(["", "", "", "合计"])

    desk.put("2.3", "状态", "已完成")
    desk.fill(add)
    desk.edit("      - {标题: 举办龙舟赛, 内容: 端午节举办。, 完成时限: 3月底前}\n", "")
    taken = desk.take_back()
    assert not taken.changes
    assert [each.message for each in taken.refused] == [
        "要点里没有编号为 2.3、重点任务为“举办龙舟赛”的任务，没有写入",
        "要点里没有编号为 9.9、重点任务为“没有的任务”的任务，没有写入",
        "没有编号，也没有重点任务，不知道是哪一项，没有写入",
    ]
    assert taken.refused[0].place == "台账 第6行"


def test_a_number_that_several_bear_is_not_guessed_at(desk: Any) -> None:
    desk.put("服务-1", "状态", "已完成")
    desk.edit("        编号: 服务-1\n", "        编号: 服务-1\n      - {标题: 办赛, 编号: 服务-1}\n")
    taken = desk.take_back()
    assert not taken.changes and "有几处的编号都是 服务-1" in taken.refused[0].message


def test_columns_that_were_sorted_apart_are_not_believed(desk: Any) -> None:
    def swap(sheet: Any) -> None:
        sheet["A4"].value, sheet["A5"].value = sheet["A5"].value, sheet["A4"].value

    desk.fill(swap)
    desk.put("2.1", "状态", "已完成")
    taken = desk.take_back()
    assert not taken.changes and "排序时没有选中全部的列" in taken.refused[0].message


def test_last_year_s_ledger_is_not_taken_for_this_year_s(desk: Any) -> None:
    desk.put("2.1", "状态", "已完成")
    desk.edit("标题: 2027年", "标题: 2028年")
    with pytest.raises(InputError, match="从《2027年示例市工作要点》导出的，不能写进《2028年示例市工作要点》"):
        desk.take_back()


def test_a_record_that_somebody_took_apart_is_not_believed(desk: Any) -> None:
    desk.put("2.1", "状态", "已完成")
    desk.put("2.3", "状态", "已完成")
    book = openpyxl.load_workbook(desk.ledger)
    book["导出记录"].delete_cols(3, 2)
    book.save(desk.ledger)
    taken = desk.take_back()
    assert [change.task for change in taken.changes] == ["2.3"]
    assert "没有导出时的记录" in taken.refused[0].message


def test_a_table_of_somebody_s_own_fills_what_is_empty_and_overwrites_nothing(desk: Any) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["编号", "任务名称", "完成情况", "工作进展"])
    sheet.append(["2.1", "建立技术调查官库", "已完成", None])
    sheet.append([None, "举办龙舟赛", "办结", "办了两场"])
    book.save(desk.ledger)
    taken = desk.take_back()
    assert [(each.task, each.key, each.value) for each in taken.changes] == [
        ("2.3", "status", "已完成"),
        ("2.3", "progress", "办了两场"),
    ]
    assert "没有导出时的记录" in taken.refused[0].message


def test_a_number_that_excel_shortened_does_not_reach_another_task(desk: Any) -> None:
    tasks = "".join(f"      - 标题: 任务{number}\n        内容: 办{number}件事。\n" for number in range(1, 12))
    type(desk)(desk.plan.parent, f"标题: 2027年要点\n部分:\n  - 标题: 甲\n    任务:\n{tasks}")
    desk.put("1.10", "状态", "已完成")
    desk.put("1.10", "编号", 1.1)  # what 1.10 becomes where it is typed as a number
    taken = desk.take_back()
    assert not taken.changes and "编号 1.1 和重点任务“任务10”对不上" in taken.refused[0].message
