"""What a clerk decides on whole tasks: in other words, of several offices, of a plan that went on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from filled_table import plan
from whole_tasks import (
    ABROAD,
    FIRST,
    LEDGER,
    MERGED,
    PLAN,
    PLATFORM,
    STUDY,
    TEACH,
    USE,
    Change,
    applied,
    changed,
    fill,
    only,
    opinions,
    sends,
)

from planforge.lifecycle.circulation import adopt, write
from planforge.model import InputError
from planforge.yaml_io import load

# In the clerk's own words


def test_a_task_is_added_in_the_words_of_the_clerk_with_or_without_a_number(desk: Path) -> None:
    sends("市司法局", (ABROAD, TEACH + ABROAD))
    words = "开展普法宣传月。结合宣传周开展普法宣传。（牵头单位：市司法局；配合单位：市教育局；完成时限：11月底前）"
    assert applied({1: f"部分采纳|{words}"}).is_clean
    task = load(plan().encode(), "要点.yaml").document.sections[0].tasks[2]
    assert (task.heading.value, task.text.value) == ("开展普法宣传月", "结合宣传周开展普法宣传。")
    assert [unit.value for unit in task.units.support] == ["市教育局"]
    assert [deadline.text.value for deadline in task.deadlines] == ["11月底前"]


def test_several_tasks_may_come_in_place_of_one(desk: Path) -> None:
    sends("市司法局", (ABROAD, TEACH + ABROAD))
    assert applied({1: "采纳|（三）甲类宣传。办甲类宣传。\n（四）乙类宣传。办乙类宣传。"}).is_clean
    headings = [task.heading.value for task in load(plan().encode(), "要点.yaml").document.sections[0].tasks]
    assert headings[1:5] == ["规范案件台账", "甲类宣传", "乙类宣传", "加强海外维权"]


def test_instead_of_being_struck_out_a_task_is_reworded(desk: Path) -> None:
    sends("市司法局", (LEDGER, ""))
    assert applied({1: "部分采纳|（二）精简台账。台账从简。（责任单位：市公安局；完成时限：9月底前）"}).is_clean
    assert plan() == changed([('"规范案件台账"', '"精简台账"'), ("规范案件台账，统一格式。", "台账从简。")])


def test_merged_tasks_take_the_words_of_the_clerk(desk: Path) -> None:
    sends("市司法局", *MERGED)
    assert applied({1: "部分采纳|（二）加强维权和台账管理。编制指引，规范台账。（责任单位：市商务局）"}).is_clean
    task = load(plan().encode(), "要点.yaml").document.sections[0].tasks[1]
    assert (task.heading.value, task.text.value) == ("加强维权和台账管理", "编制指引，规范台账。")
    assert len(task.implements) == 2


def test_words_that_are_no_task_of_that_place_are_told(desk: Path) -> None:
    sends("市司法局", (ABROAD, TEACH + ABROAD))
    adoption = applied({1: "采纳|四、另起一个部分\n（一）甲。做甲。"})
    assert "采纳后表述" in adoption.conflicts[0]
    assert plan() == PLAN


# Several offices


def test_new_tasks_of_two_offices_at_one_place_both_come_in_the_order_of_the_table(desk: Path) -> None:
    sends("市司法局", (ABROAD, TEACH + ABROAD))
    sends("市教育局", (ABROAD, STUDY + ABROAD))
    order = [each.content for each in opinions()]
    assert applied().is_clean
    both = [TEACH, STUDY] if "普法" in order[0] else [STUDY, TEACH]
    assert plan() == changed([(ABROAD, "".join(both) + ABROAD)])


def test_what_comes_behind_a_task_that_another_office_splits_comes_behind_its_parts(desk: Path) -> None:
    parts = "。\n  - 标题: 举办培训\n    内容: 举办培训班4期。\n"
    sends("市司法局", ("。举办培训班4期。\n", parts))
    sends("市教育局", (ABROAD, ABROAD + TEACH), (PLATFORM, ""), (FIRST, PLATFORM + FIRST))
    assert applied().is_clean
    headings = [task.heading.value for task in load(plan().encode(), "要点.yaml").document.sections[0].tasks]
    assert headings[3:] == ["加强海外维权", "举办培训", "开展普法宣传"]


def test_the_same_of_two_offices_is_done_once(desk: Path) -> None:
    for unit in ("市司法局", "市教育局"):
        sends(unit, (ABROAD, TEACH + ABROAD), (PLATFORM, ""))
    assert applied().done == 4
    assert plan() == changed([(ABROAD, TEACH + ABROAD), (PLATFORM, "")])


def test_a_task_that_one_office_moves_and_another_rewords_is_both(desk: Path) -> None:
    sends("市司法局", (LEDGER, ""), (PLATFORM, LEDGER + PLATFORM))
    sends("市教育局", ("统一格式", "统一格式和编号"))
    assert applied().is_clean
    assert plan() == changed([(LEDGER, ""), (PLATFORM, LEDGER.replace("统一格式", "统一格式和编号") + PLATFORM)])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ([(LEDGER, "")], [("统一格式", "统一格式和编号")]),
        ([(LEDGER, "")], MERGED),
        ([(LEDGER, "")], [(LEDGER, ""), (PLATFORM, LEDGER + PLATFORM)]),
        ([(USE, "")], [(PLATFORM, TEACH + PLATFORM)]),
        ([(USE, "")], [("100笔", "200笔")]),
        ([(LEDGER, TEACH)], [(LEDGER, STUDY)]),
    ],
)
def test_what_can_t_go_together_is_told_and_the_rest_is_done(
    desk: Path, one: Sequence[Change], other: Sequence[Change]
) -> None:
    sends("市司法局", *one, ("首批入库10人", "首批入库20人"))
    sends("市教育局", *other)
    adoption = applied()
    assert any("不能并存" in words and "市司法局" in words and "市教育局" in words for words in adoption.conflicts)
    assert plan() == changed([("首批入库10人", "首批入库20人")])


def test_a_removal_that_is_refused_stands_in_nobody_s_way(desk: Path) -> None:
    sends("市司法局", (LEDGER, ""))
    sends("市教育局", ("统一格式", "统一格式和编号"))
    refused = next(turn for turn, each in enumerate(opinions(), 1) if each.unit == "市司法局")
    assert applied({refused: "不采纳"}).is_clean
    assert plan() == changed([("统一格式", "统一格式和编号")])


# A plan that is not as it was


def test_rows_find_their_tasks_when_numbers_have_moved_on(desk: Path) -> None:
    sends("市司法局", (PLATFORM, ""), ("统一格式", "统一格式和编号"))
    fill()
    later = changed([(FIRST, STUDY + FIRST), (USE, "- 标题: 新部分\n  内容: 新内容。\n" + USE)])
    Path("要点.yaml").write_text(later, encoding="utf-8")
    write(adopt("汇总.xlsx", "要点.yaml"))
    assert plan() == changed([(PLATFORM, ""), ("统一格式", "统一格式和编号")], later)


def test_a_task_that_was_changed_meanwhile_is_not_removed(desk: Path) -> None:
    sends("市司法局", (LEDGER, ""), (PLATFORM, ""))
    fill()
    later = changed([("统一格式", "统一全部格式")])
    Path("要点.yaml").write_text(later, encoding="utf-8")
    adoption = adopt("汇总.xlsx", "要点.yaml")
    assert "汇总之后改过" in adoption.conflicts[0]
    assert adoption.after.decode() == changed([(PLATFORM, "")], later)


def test_a_table_without_its_hidden_sheet_still_serves_a_plan_that_is_as_it_was(desk: Path) -> None:
    sends("市司法局", (ABROAD, TEACH + ABROAD), (PLATFORM, ""))
    fill()
    table = openpyxl.load_workbook("汇总.xlsx")
    assert table["要点"].sheet_state == "hidden"
    del table["要点"]
    table.save("汇总.xlsx")
    assert adopt("汇总.xlsx", "要点.yaml").after.decode() == changed([(ABROAD, TEACH + ABROAD), (PLATFORM, "")])


def test_a_list_that_can_t_be_rebuilt_keeps_nothing_else_from_being_done(desk: Path) -> None:
    one = "  任务: {标题: 建立调查官库, 内容: 建立技术调查官库。}\n"
    single = (
        f"标题: 要点\n部分:\n- 标题: 强化保护\n{one}- 标题: 促进运用\n  任务:\n  - {{标题: 推广白名单, 内容: 推广。}}\n"
    )
    Path("要点.yaml").write_text(single, encoding="utf-8")
    listed = one.replace("任务: {", "任务: [{").replace("}\n", "}, {标题: 开展培训, 内容: 开展专题培训。}]\n")
    more = "推广。}\n  - {标题: 建设平台, 内容: 建成平台。}\n"
    sends("市司法局", (one, listed), ("推广。}\n", more), plan=single)
    adoption = applied()
    assert len(adoption.conflicts) == 1 and "写法特别" in adoption.conflicts[0]
    assert "标题: 建设平台" in plan() and one in plan()


# What is left to people


def test_a_row_of_a_table_is_told_with_the_reason(desk: Path) -> None:
    table = "附件:\n- 标题: 任务分工表\n  表格: [[[序号, 任务, 单位], ['1', 建库, 市法院], ['2', 建台账, 市公安局]]]\n"
    Path("要点.yaml").write_text(PLAN + table, encoding="utf-8")
    sends("市司法局", (", ['2', 建台账, 市公安局]", ""), (LEDGER, ""), plan=PLAN + table)
    rows = [each for each in opinions() if each.place.startswith("附件")]
    assert rows and all("附件里的改动不写回" in each.note for each in rows)
    adoption = applied()
    assert adoption.by_hand and plan() == changed([(LEDGER, "")], PLAN + table)


def test_a_cell_of_a_table_is_told_with_its_row(desk: Path) -> None:
    table = "附件:\n- 标题: 改造清单\n  表格: [[[县区, 数量], [城东区, '60'], [城西区, '60']]]\n"
    Path("要点.yaml").write_text(PLAN + table, encoding="utf-8")
    sends("市司法局", ("[城西区, '60']", "[城西区, '70']"), plan=PLAN + table, tracked=False)
    assert [(each.place, each.task) for each in opinions()] == [("附件", "改造清单：城西区，60")]


def test_a_heading_put_between_tasks_is_left_to_people_and_takes_nothing_away(desk: Path) -> None:
    sends("市司法局", ('  - 标题: "规范', '- 标题: 健全机制\n  任务:\n  - 标题: "规范'))
    assert "二、健全机制" in only().content
    assert len(applied().by_hand) == 1
    assert plan() == PLAN


@pytest.mark.parametrize(
    "data",
    [
        '{"整项":"removed","条目":[],"指纹":[],"归入":"","排在":"","段":[]}',
        '{"整项":"moved","条目":["1.1"],"指纹":[],"归入":"","排在":"","段":[]}',
        '{"整项":"merged","条目":["1.1"],"指纹":["x"],"归入":"","排在":"","段":[]}',
        '{"整项":"added","条目":[],"指纹":[],"归入":1,"排在":"","段":["甲"]}',
    ],
)
def test_data_that_somebody_changed_is_not_taken(desk: Path, data: str) -> None:
    sends("市司法局", (LEDGER, ""))
    fill()
    table = openpyxl.load_workbook("汇总.xlsx")
    table["意见"].cell(4, 12, data)
    table.save("汇总.xlsx")
    adoption = adopt("汇总.xlsx", "要点.yaml")
    assert "数据" in adoption.faults[0] and adoption.after.decode() == PLAN


def test_a_plan_that_changes_meanwhile_is_not_overwritten(desk: Path) -> None:
    sends("市司法局", (LEDGER, ""))
    fill()
    adoption = adopt("汇总.xlsx", "要点.yaml")
    Path("要点.yaml").write_text(PLAN + "# 新\n", encoding="utf-8")
    with pytest.raises(InputError, match="被别的程序改动"):
        write(adoption)
    assert plan() == PLAN + "# 新\n"
