"""A 意见汇总表 that a clerk filled in: each verdict is followed, and of a plan that went on nothing is overwritten."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from filled_table import applied, fill, new_lines, plan
from returned_copy import PLAN, Copies

from planforge.lifecycle.circulation import adopt, write
from planforge.model import InputError


def test_what_was_adopted_is_written_and_nothing_else_changes(two: None) -> None:
    fill("不采纳", "采纳", "采纳", "采纳")
    adoption = applied()
    assert (adoption.done, adoption.is_clean, adoption.open) == (3, True, 0)
    assert new_lines() == [
        "建立技术调查官库，首批入库20人。推行简易案件快审快结。",
        "配合单位: [市司法局]   # 乙",
        "完成时限: 10月底前",
    ]
    assert len(plan().splitlines()) == len(PLAN.splitlines())


def test_a_second_run_changes_nothing_more(two: None) -> None:
    fill("不采纳", "采纳", "采纳", "采纳")
    applied()
    once = plan()
    again = applied()
    assert plan() == once
    assert (again.done, again.is_clean) == (3, True)


def test_verdicts_can_be_given_bit_by_bit(copy: Copies) -> None:
    copy().track("10", "20", before="首批入库").track("推行", "全面推行").save(Path("返回/市财政局.docx"))
    fill("采纳")
    assert applied().open == 1
    table = openpyxl.load_workbook("汇总.xlsx")
    table["意见"].cell(5, 9, "采纳")
    table.save("汇总.xlsx")
    assert applied().done == 2
    assert "建立技术调查官库，首批入库20人。全面推行简易案件快审快结。" in plan()


def test_partly_adopted_is_what_the_clerk_wrote(two: None) -> None:
    fill("不采纳", ("部分采纳", "建立技术调查官库，首批入库12人以上。"))
    assert applied().is_clean
    assert new_lines() == ["建立技术调查官库，首批入库12人以上。推行简易案件快审快结。"]


def test_partly_adopted_without_words_is_asked_for(two: None) -> None:
    fill("不采纳", "部分采纳")
    adoption = applied()
    assert "采纳后表述" in adoption.faults[0]
    assert plan() == PLAN


def test_a_comment_that_is_adopted_is_to_be_done_by_hand(copy: Copies) -> None:
    copy().remark("快审快结", "建议明确期限。").save(Path("返回/市司法局.docx"))
    fill("采纳")
    adoption = applied()
    assert "建议明确期限。" in adoption.by_hand[0]
    assert (plan(), adoption.is_clean) == (PLAN, True)


def test_a_comment_becomes_what_the_clerk_wrote_for_it(copy: Copies) -> None:
    copy().remark("快审快结", "建议明确期限。").remark("市中级人民法院", "加上检察院。").save(
        Path("返回/市司法局.docx")
    )
    fill(("采纳", "推行简易案件30日内审结。"), ("采纳", "市中级人民法院、市检察院"))
    assert applied().is_clean
    assert new_lines() == [
        "建立技术调查官库，首批入库10人。推行简易案件30日内审结。",
        "牵头单位: [市中级人民法院, 市检察院]",
    ]


# Of a plan that went on


def test_a_plan_that_changed_meanwhile_is_left_alone(two: None) -> None:
    fill("不采纳", "采纳", "采纳", "采纳")
    Path("要点.yaml").write_text(PLAN.replace("首批入库10人", "首批入库30人"), encoding="utf-8")
    adoption = applied()
    assert "改过" in adoption.conflicts[0]
    assert "首批入库30人" in plan()
    assert "10月底前" in plan()  # what has not changed is done


def test_a_task_that_is_gone_is_told(two: None) -> None:
    fill("不采纳", "采纳")
    Path("要点.yaml").write_text("标题: 要点\n部分: [{标题: 强化保护}]\n", encoding="utf-8")
    assert "没有这一项" in applied().conflicts[0]


def test_what_is_written_in_an_odd_way_keeps_nothing_else_from_being_done(two: None) -> None:
    odd = PLAN.replace("完成时限: 9月底前", "完成时限: &a 9月底前").replace(
        "加强组织领导，强化督促检查。", "加强组织领导，强化督促检查。\n  完成时限: *a"
    )
    Path("要点.yaml").write_text(odd, encoding="utf-8")
    fill("不采纳", "采纳", "采纳", "采纳")
    adoption = applied()
    assert adoption.conflicts[0].startswith("第4条（市财政局）")
    assert ("首批入库20人" in plan(), "&a 9月底前" in plan(), adoption.done) == (True, True, 2)


def test_a_plan_that_changes_while_it_is_being_read_is_not_overwritten(two: None) -> None:
    fill("不采纳", "采纳")
    adoption = adopt("汇总.xlsx", "要点.yaml")
    Path("要点.yaml").write_text(PLAN + "# 新\n", encoding="utf-8")
    with pytest.raises(InputError, match="被别的程序改动"):
        write(adoption)
    assert plan() == PLAN + "# 新\n"
