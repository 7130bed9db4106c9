"""Offices that add, strike out, move, merge and split whole tasks, and what adopting that makes of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from filled_table import plan
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
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
    only,
    opinions,
    sends,
)

from planforge.api import documents, issuing
from planforge.model.opinions import TaskProposal
from planforge.yaml_io import load

# What the table says


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize(
    ("changes", "place", "content"),
    [
        ([(ABROAD, TEACH + ABROAD)], "第一部分第2项之后", "增加一项：“（三）开展普法宣传。组织普法宣传10场。"),
        ([(FIRST, TEACH + FIRST)], "第一部分开头", "增加一项：“（一）开展普法宣传。"),
        (
            [(USE, USE + "- 标题: 深化合作\n  内容: 加强交流。\n")],
            "第二部分之后",
            "增加一个部分：\n三、深化合作\n加强交流。",
        ),
        ([(LEDGER, "")], "第一部分第2项", "删去第一部分第2项"),
        ([(USE, "")], "第二部分", "删去第二部分，连同下面的4项"),
        ([(LEDGER, ""), (PLATFORM, LEDGER + PLATFORM)], "第一部分第2项", "移到第二部分第1项“发展质押融资”之后"),
        ([(USE, ""), ("- 标题: 强化保护", USE + "- 标题: 强化保护")], "第二部分", "移到正文开头"),
        (MERGED, "第一部分第2项", "与下一项合并为：“（二）加强海外维权。规范案件台账，统一格式。编制海外维权指引"),
        (
            [("。举办培训班4期。\n", "。\n  - 标题: 举办培训\n    内容: 举办培训班4期。\n")],
            "第一部分第3项",
            "拆分为：\n（三）加强海外维权。编制海外维权指引，建立应急机制。\n（四）举办培训。举办培训班4期。",
        ),
        ([(LEDGER, TEACH)], "第一部分第2项", "全文改为：“（二）开展普法宣传。组织普法宣传10场。"),
    ],
)
def test_what_became_of_a_whole_task_is_one_row(
    desk: Path, changes: Sequence[Change], place: str, content: str, tracked: bool
) -> None:
    sends("市司法局", *changes, tracked=tracked)
    found = only()
    assert (found.place, found.content[: len(content)]) == (place, content)
    assert found.kind == ("revision" if tracked else "edit")
    assert isinstance(found.proposal, TaskProposal)


def test_the_row_quotes_all_that_a_removed_section_says(desk: Path) -> None:
    sends("市司法局", (USE, ""))
    lines = only().passage.split("\n")
    assert lines[0] == "二、促进运用" and len(lines) == 5
    assert lines[3] == "2.开展银企对接。开展银企对接活动4场。（责任单位：市知识产权局）"


def test_offices_that_agree_differ_or_add_at_one_place_are_told(desk: Path) -> None:
    sends("市司法局", (LEDGER, ""), (FIRST, TEACH + FIRST))
    sends("市公安局", (LEDGER, ""), (FIRST, STUDY + FIRST))
    sends("市商务局", ("统一格式", "统一格式和编号"))
    notes = {(each.unit, each.content[:2]): each.note for each in opinions()}
    assert "（市公安局）相同" in notes["市司法局", "删去"] and "（市商务局）改法不同" in notes["市司法局", "删去"]
    assert "（市公安局）在同一处增加" in notes["市司法局", "增加"]
    assert "市司法局" in notes["市商务局", "在“"] and "市公安局" in notes["市商务局", "在“"]


# What adopting makes of the plan


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize(
    "changes",
    [
        [(ABROAD, TEACH + ABROAD)],
        [(FIRST, TEACH + FIRST)],
        [(ABROAD, ABROAD + TEACH)],
        [(ABROAD, TEACH + STUDY + ABROAD)],
        [(LEDGER, "")],
        [(USE, "")],
        [("      每季度通报一次。\n\n", "")],
        [(LEDGER, ""), (PLATFORM, LEDGER + PLATFORM)],
        [(ABROAD, ""), (FIRST, ABROAD + FIRST)],
        [(USE, ""), ("- 标题: 强化保护", USE + "- 标题: 强化保护")],
        [(LEDGER, ""), (PLATFORM, LEDGER.replace("统一格式", "统一格式、统一编号、统一归档") + PLATFORM)],
        [(LEDGER, TEACH)],
        [(PLATFORM, "".join(f"  {line}\n" for line in PLATFORM.splitlines()))],
    ],
)
def test_the_plan_becomes_what_the_office_made_of_it_and_no_other_byte_changes(
    desk: Path, changes: Sequence[Change], tracked: bool
) -> None:
    sends("市司法局", *changes, tracked=tracked)
    assert applied().is_clean
    assert plan() == changed(changes)


def test_what_is_adopted_stands_in_the_word_file_of_the_plan(desk: Path) -> None:
    sends("市司法局", (ABROAD, TEACH + ABROAD), (PLATFORM, ""))
    applied()
    words = documents.load_bytes(issuing.render("要点.yaml"), "新.docx").source.split("\n")
    assert "（三）开展普法宣传。组织普法宣传10场。（责任单位：市司法局；完成时限：10月底前）" in words
    assert not any("建设运营平台" in line for line in words)


def test_a_merged_task_leaves_its_links_to_the_one_that_took_it_in(desk: Path) -> None:
    sends("市司法局", *MERGED)
    assert applied().is_clean
    heir = load(plan().encode(), "要点.yaml").document.sections[0].tasks[1]
    assert heir.text.value == "规范案件台账，统一格式。编制海外维权指引，建立应急机制。举办培训班4期。"
    assert [(link.item, link.seen) for link in heir.implements] == [("3.3", "3fa1c2"), ("3.2", None)]
    assert "已阅: ''" not in plan()


def test_the_first_part_of_a_split_task_keeps_its_record(desk: Path) -> None:
    sends("市司法局", ("。举办培训班4期。\n", "。\n  - 标题: 举办培训\n    内容: 举办培训班4期。\n"))
    assert applied().is_clean
    first, second = load(plan().encode(), "要点.yaml").document.sections[0].tasks[2:]
    assert [link.item for link in first.implements] == ["3.3"] and second.implements == ()
    assert (first.text.value, second.heading.value) == ("编制海外维权指引，建立应急机制。", "举办培训")


def test_what_goes_with_a_removed_task_is_told(desk: Path) -> None:
    sends("市司法局", (LEDGER, ""))
    assert applied().lost == ("第一部分第2项“规范案件台账”：落实 省意见#3.2；状态 推进中",)


def test_numbers_that_the_author_wrote_out_are_counted_on(desk: Path) -> None:
    numbered = """\
标题: 2027年示例市工作要点
部分:
- 标题: 强化保护
  任务:
  - {序号: 1., 标题: 建立调查官库, 内容: 建立技术调查官库。}
  - {序号: 2., 标题: 规范案件台账, 内容: 规范案件台账的格式。}
- 标题: 促进运用
  任务:
  - 序号: 3.   # 连排
    标题: 推广白名单
    内容: 推广质押融资白名单。
"""
    Path("要点.yaml").write_text(numbered, encoding="utf-8")
    changes = [(numbered[numbered.index("  - {序号: 1.") : numbered.index("  - {序号: 2.")], "")]
    changes += [("序号: 2.", "序号: 1."), ("序号: 3.", "序号: 2.")]
    sends("市司法局", *changes, plan=numbered)
    assert applied().is_clean
    assert plan() == changed(changes, numbered)


def test_records_in_english_on_one_line_come_and_go(desk: Path) -> None:
    english = """\
title: 2027年示例市工作要点
sections:
- heading: 强化保护
  tasks: [{heading: 建立调查官库, text: 建立技术调查官库。}, {heading: 规范台账, text: 规范台账的格式。, id: 台账}]
"""
    Path("要点.yaml").write_text(english, encoding="utf-8")
    changes = [("{heading: 规范", "{heading: 开展培训, text: 开展专题培训。, deadlines: 6月底前}, {heading: 规范")]
    sends("市司法局", *changes, plan=english)
    assert applied().is_clean
    assert plan() == changed(changes, english)


# Whatever offices do


_PIECES = (LEDGER, ABROAD, PLATFORM)
_NEW = tuple(TEACH.replace("普法", words) for words in ("禁毒", "环保", "消防"))


@settings(deadline=None, max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(range(6)), unique=True, min_size=1, max_size=4), st.booleans())
def test_any_tasks_that_come_and_go_make_the_plan_that_the_office_wanted(
    desk: Path, turns: list[int], tracked: bool
) -> None:
    Path("要点.yaml").write_text(PLAN, encoding="utf-8")
    changes = [(_PIECES[turn], "") for turn in turns if turn < 3]
    kept = [piece for turn, piece in enumerate(_PIECES) if turn not in turns]
    anchors = [*kept, FIRST]
    changes += [
        (anchors[turn % len(anchors)], _NEW[turn - 3] + anchors[turn % len(anchors)]) for turn in turns if turn > 2
    ]
    sends("市司法局", *changes, tracked=tracked)
    adoption = applied()
    assert (adoption.conflicts, adoption.by_hand) == ((), ())
    assert load(plan().encode(), "要点.yaml").document == load(changed(changes).encode(), "要点.yaml").document
