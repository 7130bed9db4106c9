"""What comes back from a 台账: the changed cells, whatever the clerk did to the sheet, and nothing else."""

from __future__ import annotations

import datetime
import io
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from planforge.lifecycle.ledger import Taken, take_back, write
from planforge.lifecycle.loading import load
from planforge.model import InputError


def lines(taken: Taken) -> tuple[list[str], list[str]]:
    """The lines that go from the plan, and those that come."""
    before, after = taken.source.decode().splitlines(), taken.after.decode().splitlines()
    return [line for line in before if line not in after], [line for line in after if line not in before]


def test_a_ledger_nobody_touched_changes_nothing(desk: Any) -> None:
    taken = desk.take_back()
    assert taken.after == taken.source and not taken.refused and not taken.lacking


def test_changed_cells_change_their_lines_alone(desk: Any) -> None:
    desk.put("2.1", "状态", "已完成")
    desk.put("2.1", "进展", "已入库10人。")
    desk.put("2.2", "备注", "注意: 等省里细则 #3")
    desk.put("2.3", "佐证", "示知〔2027〕9号")
    taken = desk.take_back()
    assert not taken.refused
    assert lines(taken) == (
        ["        状态: 推进中   # 一季度报的", "          已入库3人。", "          另有5人待批。",
         "      - {标题: 举办龙舟赛, 内容: 端午节举办。, 完成时限: 3月底前}"],
        ["        状态: 已完成   # 一季度报的", "          已入库10人。", "        备注: '注意: 等省里细则 #3'",
         "      - {标题: 举办龙舟赛, 内容: 端午节举办。, 完成时限: 3月底前, 佐证: 示知〔2027〕9号}"],
    )  # fmt: skip


def test_units_and_time_limits_come_back_too(desk: Any) -> None:
    desk.put("2.1", "配合单位", "市财政局，市教育局")
    desk.put("2.1", "完成时限", "8月底前")
    taken = desk.take_back()
    assert lines(taken)[1] == ["        配合单位: ['市财政局', 市教育局]", "        完成时限: 8月底前"]


def test_a_day_that_excel_made_of_a_time_limit_is_words_again(desk: Any) -> None:
    desk.put("2.1", "完成时限", datetime.datetime(2027, 8, 31))
    assert "        完成时限: 2027年8月31日前" in lines(desk.take_back())[1]


@pytest.mark.parametrize("words", ["2027.8.31", "2027/8/31", "20270831"])
def test_a_day_in_figures_becomes_a_time_limit_in_words(desk: Any, words: str) -> None:
    desk.put("2.1", "完成时限", words)
    assert "        完成时限: 2027年8月31日前" in lines(desk.take_back())[1]


@pytest.mark.parametrize(
    ("column", "words", "why"),
    [
        ("完成时限", "2027年2月30日", "写的是“2027年2月30日”，读不出日期"),
        ("完成时限", "6.30", "写的是“6.30”，读不出日期"),
        ("配合单位", "无", "写的是“无”，不是单位名称"),
        ("配合单位", "市财政局、-", "写的是“-”，不是单位名称"),
    ],
)
def test_what_is_no_time_limit_and_no_unit_is_told_and_not_printed(
    desk: Any, column: str, words: str, why: str
) -> None:
    desk.put("2.1", column, words)
    taken = desk.take_back()
    assert not taken.changes
    assert why in taken.refused[0].message


def test_units_between_strokes_are_several(desk: Any) -> None:
    desk.put("2.1", "配合单位", "市司法局/市教育局")
    assert "        配合单位: [市司法局, 市教育局]" in lines(desk.take_back())[1]


def test_the_same_units_written_another_way_are_no_change(desk: Any) -> None:
    desk.put("2.1", "配合单位", "市司法局，市财政局")
    desk.put("2.1", "状态", "进行中")
    assert not desk.take_back().changes


def test_what_stands_in_the_sentences_of_a_task_cannot_be_changed_from_outside(desk: Any) -> None:
    desk.put("2.2", "牵头单位", "市教育局")
    desk.put("2.2", "完成时限", "10月底前")
    taken = desk.take_back()
    assert not taken.changes
    assert [each.message for each in taken.refused] == [
        "2.2 规范案件台账：牵头单位里的“市档案局”写在任务的正文里，请在要点的正文里改",
        "2.2 规范案件台账：完成时限里的“9月底前”写在任务的正文里，请在要点的正文里改",
    ]


def test_a_unit_added_to_one_of_the_sentences_is_written_out_beside_them(desk: Any) -> None:
    desk.put("2.2", "牵头单位", "市档案局、市教育局")
    assert lines(desk.take_back())[1] == ["        牵头单位: 市教育局"]


def test_an_emptied_cell_empties_the_value(desk: Any) -> None:
    desk.put("2.1", "状态", None)
    desk.put("2.1", "进展", None)
    taken = desk.take_back()
    write(taken)
    reading = load(str(desk.plan))
    task = next(each for each in reading.document.walk() if each.id == "2.1")
    assert (task.status, task.progress) == (None, "")
    assert not [each for each in reading.diagnostics if each.severity == "error"]
    assert "# 一季度报的" in desk.plan.read_text(encoding="utf-8")
    assert not desk.take_back().changes


def test_a_word_that_is_no_status_is_named_with_its_cell(desk: Any) -> None:
    desk.put("2.1", "状态", "差不多")
    (refused,) = desk.take_back().refused
    assert re.fullmatch(r"台账![A-Z]4", refused.place)
    assert "差不多" in refused.message and "未开始、推进中、长期坚持、已完成、取消" in refused.message


def test_a_formula_is_not_worked_out_and_not_read(desk: Any) -> None:
    desk.put("2.1", "进展", '=HYPERLINK("http://example.com","已完成")')
    taken = desk.take_back()
    assert not taken.changes and "是公式" in taken.refused[0].message


def test_what_both_sides_changed_is_left_and_told(desk: Any) -> None:
    desk.put("2.1", "状态", "已完成")
    desk.put("2.1", "备注", "台账的备注")
    desk.edit("状态: 推进中", "状态: 取消")
    taken = desk.take_back()
    assert [change.key for change in taken.changes] == ["note"]
    (refused,) = taken.refused
    assert "状态两边都改了：导出时是“推进中”，台账是“已完成”，要点是“取消”" in refused.message


def test_the_ledger_wins_where_somebody_asks_for_it(desk: Any) -> None:
    desk.put("2.1", "状态", "已完成")
    desk.edit("状态: 推进中", "状态: 取消")
    taken = desk.take_back(prefer_ledger=True)
    assert not taken.refused and "        状态: 已完成   # 一季度报的" in lines(taken)[1]


def test_what_only_the_plan_changed_stays(desk: Any) -> None:
    desk.edit("状态: 推进中", "状态: 已完成")
    desk.put("2.3", "状态", "已完成")
    taken = desk.take_back()
    assert not taken.refused and [change.task for change in taken.changes] == ["2.3"]


def test_both_sides_that_came_to_the_same_are_no_conflict(desk: Any) -> None:
    desk.put("2.1", "状态", "已完成")
    desk.edit("状态: 推进中", "状态: 完成")
    taken = desk.take_back()
    assert not taken.changes and not taken.refused


def test_importing_twice_changes_nothing_more(desk: Any) -> None:
    desk.put("2.1", "状态", "已完成")
    write(desk.take_back())
    assert not desk.take_back().changes and not desk.take_back().refused


def test_units_of_the_task_above_are_changed_there(desk: Any) -> None:
    nested = "标题: 2027年要点\n部分:\n  - 标题: 甲\n    牵头单位: 市公安局\n    任务:\n      - 走访\n      - 办赛\n"
    type(desk)(desk.plan.parent, nested)
    desk.put("1.1", "牵头单位", "市财政局")
    desk.put("1.2", "完成时限", "9月底前")
    taken = desk.take_back()
    assert "是上一级任务的" in taken.refused[0].message
    assert lines(taken)[1] == ["      - {标题: 办赛, 完成时限: [9月底前]}"]


def test_a_changed_text_of_the_plan_is_told_and_not_taken(desk: Any) -> None:
    desk.put("2.1", "具体内容", "首批入库20人。")
    taken = desk.take_back()
    assert not taken.changes and "这一列不写回要点" in taken.refused[0].message


def test_a_cell_that_was_cut_is_not_written_back(desk: Any) -> None:
    desk.edit("          已入库3人。", "          " + "长" * 33_000)
    type(desk)(desk.plan.parent, desk.plan.read_text(encoding="utf-8"))
    assert not desk.take_back().changes and not desk.take_back().refused
    desk.put("2.1", "进展", "改短了")
    taken = desk.take_back()
    assert not taken.changes and "超过 32767 字" in taken.refused[0].message


def test_an_interrupted_write_leaves_the_plan_as_it_was(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.put("2.1", "状态", "已完成")
    taken = desk.take_back()

    def fail(self: Path, target: object) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(KeyboardInterrupt):
        write(taken)
    assert desk.plan.read_bytes() == taken.source
    assert {path.name for path in desk.plan.parent.iterdir()} == {"要点.yaml", "台账.xlsx"}


def test_a_plan_that_changed_meanwhile_is_not_overwritten(desk: Any) -> None:
    desk.put("2.1", "状态", "已完成")
    taken = desk.take_back()
    desk.edit("# 草稿", "# 改了")
    with pytest.raises(InputError, match="文件被别的程序改动了"):
        write(taken)
    assert "# 改了" in desk.plan.read_text(encoding="utf-8")


def test_a_workbook_without_heads_and_a_plan_that_is_no_yaml_are_refused(desk: Any, tmp_path: Path) -> None:
    target = io.BytesIO()
    openpyxl.Workbook().save(target)
    desk.ledger.write_bytes(target.getvalue())
    with pytest.raises(InputError, match="没有找到台账的表头"):
        desk.take_back()
    (tmp_path / "要点.docx").write_bytes(b"PK\x03\x04")
    with pytest.raises(InputError, match="只能写回 YAML"):
        take_back(str(desk.ledger), str(tmp_path / "要点.docx"))
