"""New values in a plan's file: what was asked for changes, and not a byte besides."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planforge.model import InputError, Task
from planforge.yaml_io import load
from planforge.yaml_io.editing import set_values
from planforge.yaml_io.editing.set_values import NOTICE

PLAN = """\
# 草稿
标题: 2027年示例市工作要点   # 暂名
导语: |
  2027年是关键之年。

部分:
- 标题: 强化保护   # 甲
  任务:
  - 标题: "建立技术调查官库"
    内容: |   # 乙
      建立技术调查官库。

      首批入库10人。
    # 丙
    牵头单位: 市中级人民法院   # 丁
    配合单位: [市司法局, '市财政局']
    完成时限: {原文: 6月底前, 日期: 2027-06-30}
  - 标题: '规范案件台账'
    内容: 规范案件台账，
      统一格式。
    责任单位: 市公安局、市版权局
    目标:
    # 一
    - 合格率达到90%以上   # 二
    - 建成2家
    任务:
    - 逐案登记
  - {标题: 举办龙舟赛, 内容: 端午节举办。}
"""


def changed(values: dict[str, dict[str, str | tuple[str, ...]]], plan: str = PLAN) -> tuple[list[str], list[str]]:
    """The lines that went and those that came."""
    before, after = plan.splitlines(), set_values(plan.encode(), "要点.yaml", values).decode().splitlines()
    return [line for line in before if line not in after], [line for line in after if line not in before]


def task(source: str | bytes, name: str) -> Task:
    data = source if isinstance(source, bytes) else source.encode()
    return next(node for node in load(data, "要点.yaml").document.walk() if node.id == name)


def test_a_line_of_a_block_changes_alone() -> None:
    gone, new = changed({"1.1": {"text": "建立技术调查官库。\n\n首批入库20人。"}})
    assert (gone, new) == (["      首批入库10人。"], ["      首批入库20人。"])


def test_the_text_above_all_sections_is_the_document_s() -> None:
    assert changed({"": {"preamble": "2027年是起步之年。"}}) == (["  2027年是关键之年。"], ["  2027年是起步之年。"])


def test_quotes_and_the_comment_behind_a_value_stay() -> None:
    assert changed({"1.1": {"heading": '建立"专家"库'}})[1] == ['  - 标题: "建立\\"专家\\"库"']
    assert changed({"1.2": {"heading": "规范'台账'"}})[1] == ["  - 标题: '规范''台账'''"]
    assert changed({"1": {"heading": "强化: 保护"}})[1] == ["- 标题: '强化: 保护'   # 甲"]
    assert changed({"1.1": {"lead": ("市检察院",)}})[1] == ["    牵头单位: 市检察院   # 丁"]


def test_one_unit_more_makes_a_list() -> None:
    assert changed({"1.1": {"lead": ("市中级人民法院", "市检察院")}})[1] == [
        "    牵头单位: [市中级人民法院, 市检察院]   # 丁"
    ]


def test_units_that_stay_in_a_list_are_written_as_they_were() -> None:
    assert changed({"1.1": {"support": ("市财政局", "市教育局")}})[1] == ["    配合单位: ['市财政局', 市教育局]"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_list_in_brackets_over_several_lines_is_left_to_its_author(line_end: str) -> None:
    spread = PLAN.replace("[市司法局, '市财政局']", "[市司法局,\n      '市财政局']").replace("\n", line_end)
    with pytest.raises(InputError, match="写法特别"):
        set_values(spread.encode(), "要点.yaml", {"1.1": {"support": ("市教育局",)}})


def test_the_notice_gets_its_own_values() -> None:
    plan = PLAN.replace("部分:", "通知: {标题: 关于印发工作要点的通知}   # 戊\n部分:")
    gone, new = changed({NOTICE: {"title": "关于印发工作安排的通知"}}, plan)
    assert new == ["通知: {标题: 关于印发工作安排的通知}   # 戊"] and len(gone) == 1
    assert changed({NOTICE: {"title": "关于印发工作安排的通知"}}) == ([], [])  # there is none


def test_units_that_share_a_line_still_do() -> None:
    assert changed({"1.2": {"responsible": ("市公安局", "市教育局")}})[1] == ["    责任单位: 市公安局、市教育局"]


def test_a_record_gives_way_to_words() -> None:
    assert changed({"1.1": {"deadlines": ("9月底前",)}})[1] == ["    完成时限: 9月底前"]


def test_of_a_list_of_lines_only_the_line_that_changes_is_touched() -> None:
    assert changed({"1.2": {"targets": ("合格率达到95%以上", "建成2家")}}) == (
        ["    - 合格率达到90%以上   # 二"],
        ["    - 合格率达到95%以上   # 二"],
    )
    assert changed({"1.2": {"targets": ("合格率达到90%以上",)}}) == (["    - 建成2家"], [])
    assert changed({"1.2": {"targets": ("新增3家", "合格率达到90%以上", "建成2家")}}) == ([], ["    - 新增3家"])
    assert changed({"1.2": {"targets": ("合格率达到90%以上", "建成2家", "新增3家")}}) == ([], ["    - 新增3家"])


def test_a_text_that_was_folded_over_lines_is_written_anew() -> None:
    assert changed({"1.2": {"text": "统一格式。"}})[1] == ["    内容: 统一格式。"]
    assert changed({"1.2": {"text": "统一。\n\n登记。"}})[1] == ["    内容: |", "      统一。", "      登记。"]


def test_a_key_that_is_missing_goes_before_nested_tasks() -> None:
    after = set_values(PLAN.encode(), "要点.yaml", {"1.2": {"status": "已完成"}}).decode()
    assert "    - 建成2家\n    状态: 已完成\n    任务:\n" in after


def test_within_braces_everything_stays_on_its_line() -> None:
    assert changed({"1.3": {"text": "端午节，举办两场。\n另行通知。", "support": ("市体育局", "市教育局")}})[1] == [
        '  - {标题: 举办龙舟赛, 内容: "端午节，举办两场。\\u000a另行通知。", 配合单位: [市体育局, 市教育局]}'
    ]


def test_a_task_of_bare_words_becomes_a_record_when_it_says_more() -> None:
    assert changed({"1.2.1": {"heading": "逐案建档"}})[1] == ["    - 逐案建档"]
    assert changed({"1.2.1": {"progress": "已登记30件"}})[1] == ["    - {标题: 逐案登记, 进展: 已登记30件}"]


def test_english_keys_are_added_in_english() -> None:
    plan = "title: 要点\nsections:\n- heading: 保护\n  tasks:\n  - heading: 建库\n"
    assert changed({"1.1": {"support": ("市司法局",)}}, plan)[1] == ["    support: 市司法局"]


def test_line_ends_and_encoding_stay() -> None:
    source = PLAN.replace("\n", "\r\n").encode("gb18030")
    after = set_values(source, "要点.yaml", {"1.1": {"text": "甲。\n乙。"}})
    assert "      甲。\r\n      乙。\r\n    # 丙\r\n" in after.decode("gb18030")
    assert b"\n" not in after.replace(b"\r\n", b"")


def test_a_value_that_is_used_twice_is_not_changed_behind_the_author_s_back() -> None:
    plan = "标题: 要点\n部分:\n- 标题: &甲 保护\n  任务:\n  - 标题: *甲\n"
    with pytest.raises(InputError):
        set_values(plan.encode(), "要点.yaml", {"1.1": {"heading": "运用"}})


def test_a_target_with_its_amount_in_keys_of_its_own_is_not_lost() -> None:
    plan = "标题: 要点\n部分:\n- 标题: 保护\n  目标:\n  - {指标: 授权量, 数值: 3, 单位: 件}\n  - 建成2家\n"
    with pytest.raises(InputError, match="写法特别"):
        set_values(plan.encode(), "要点.yaml", {"1": {"targets": ("授权量", "建成3家")}})


def test_a_file_with_faults_is_to_be_mended_first() -> None:
    with pytest.raises(InputError, match="改好之后再试"):
        set_values("标题: 要点\n部分:\n- 标题：保护\n".encode(), "要点.yaml", {"1": {"heading": "运用"}})


lines = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Co", "Cn"]), max_size=15)


@settings(deadline=None, max_examples=30)
@given(st.lists(lines, max_size=4).map("\n".join), st.sampled_from(["1.1", "1.2", "1.3"]))
def test_any_text_is_written_so_that_it_reads_the_same(text: str, name: str) -> None:
    text = text.strip()
    try:
        after = set_values(PLAN.encode(), "要点.yaml", {name: {"text": text}})
    except InputError:
        assert re.search(r"^\s|\ufeff|\n\s", text)  # a block can't say by itself where its lines begin
        return
    assert task(after, name).text.value == text
    assert task(after, "1").heading.value == "强化保护"


@settings(deadline=None, max_examples=15)
@example(["局市\"~'!", '"]'])
@example(["局:?"])
@example(["局:'", "]"])
@given(st.lists(st.text("市局甲#:'\"{}[]&*!|>%@-?~", min_size=1, max_size=6), max_size=4, unique=True))
def test_any_units_are_written_so_that_they_read_the_same(names: list[str]) -> None:
    for name, role in (("1.1", "lead"), ("1.1", "support"), ("1.2", "responsible"), ("1.3", "support")):
        after = set_values(PLAN.encode(), "要点.yaml", {name: {role: tuple(names)}})
        assert tuple(unit.value for unit in getattr(task(after, name).units, role)) == tuple(names)
