"""What people really type: each fault with its code, at its line and column, and the rest is read all the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.fix import apply
from planforge.model import Diagnostic
from planforge.yaml_io import FAULTS, load
from planforge.yaml_io.parsing import slips
from planforge.yaml_io.parsing.slips import straight
from planforge.yaml_io.parsing.source import Source

#: What was typed; the code, line and column of its one fault.
ONE_FAULT = [
    ("标题：要点\n", "Y002", 1, 3),
    ("标题:要点\n", "Y002", 1, 3),
    ("标题: 要点\n上级文件:\n  省意见：a.docx\n", "Y002", 3, 6),
    ("标题: 要点\n部分:\n\t- 标题: 甲\n\t  内容: 乙\n", "Y003", 3, 1),
    ("标题: 要点\n标题: 又一个\n", "Y004", 2, 1),
    ("标题: 要点\ntitle: 又一个\n", "Y004", 2, 1),
    ("标题: 要点\n部分:\n　　- 标题: 甲\n", "Y005", 3, 1),
    ("标题: 要点\n部分:\n\xa0\xa0- 标题: 甲\n", "Y005", 3, 1),
    ("标题: 要点\n导语: |\n　　2027年是……\n", "Y005", 3, 1),
    ("标题: 推进: 建设\n", "Y006", 1, 5),
    ("标题: 要点\n部分:\n- 标题: 甲\n  目标:\n  - 比例: 增长3%\n", "S002", 5, 5),
    ('标题: "十四五"规划\n', "Y007", 1, 5),
    ('标题: "要点\n文号: 1号\n', "Y007", 1, 5),
    ("标题: '要点\n文号: 1号\n", "Y007", 1, 5),
    ("标题: 要点\n发文机关: ［甲局，乙局］\n", "Y008", 2, 7),
    ("标题: 要点\n发文机关: [甲局, 乙局\n文号: 1号\n", "Y008", 2, 7),
    ("标题: 要点\n发文机关: [甲局] 等\n", "Y008", 2, 7),
    ("标题: 要点\n不涉及: {条目：a#1，理由：无}\n", "Y008", 2, 6),
    ("标题: *重点*工作\n", "Y009", 1, 5),
    ("标题: @工作\n", "Y009", 1, 5),
    ("标题: 100%\n文号: '%'\n导语: %工作\n", "Y009", 3, 5),
    ("标题: 要点\n部分:\n  - 标题: 甲\n   内容: 乙\n", "Y010", 4, 4),
    ("标题: 要点\n   文号: 1号\n", "Y010", 2, 4),
    ("标题: 要点\n导语: |\n没有缩进的文字。\n文号: 1号\n", "Y010", 3, 1),
    ("标题: 要点\n部分:\n-标题: 甲\n", "Y002", 3, 1),
    ("标题: 要点\n部分:\n1. 标题: 甲\n   内容: 乙\n", "Y002", 3, 1),
    ("标题: 要点\n部分:\n  （一）标题: 甲\n", "Y002", 3, 3),
    ("标题: 要点\n部分:\n  — 标题: 甲\n    内容: 乙\n", "Y002", 3, 3),
    ("标题: 要点\n导语: | 2027年是关键的一年。\n", "Y009", 2, 5),
    ("标题: #要点\n文号: 1号\n", "Y009", 1, 5),
    ("标题: 要点\n＃ 各部分\n部分:\n  - 标题: 甲\n", "Y001", 2, 1),
    ("标题: 要点\n导语: 第一行\n第二行\n第三行\n年度: 2027\n", "Y001", 3, 1),
    ("标题: 要点\n导语:\n第一行\n年度: 2027\n", "Y010", 3, 1),
    ("标题: 要点\n发文机关: [甲局]\n写错的一行\n年度: 2027\n", "Y001", 3, 1),
    ("标题: 要点\n---\n标题: 另一份\n", "Y011", 2, 1),
    ("标题: 要点\x0b\n", "Y012", 1, 7),
    ("标题: “要点”\n", "Y015", 1, 5),
    ("- 标题: 要点\n", "S001", 1, 1),
    ("要点\n", "S001", 1, 1),
    ("标题: 要点\n发文单为: 甲局\n", "S002", 2, 1),
    ("标题: [要, 点]\n", "S003", 1, 5),
    ("标题: 要点\n导语:\n  甲: 乙\n", "S003", 3, 3),
    ("标题: 要点\n部分: 一些文字\n", "S004", 2, 5),
    ("标题: 要点\n部分:\n- [文字, 文字]\n", "S004", 3, 3),
    ("文号: 1号\n", "S005", 1, 1),
    ("标题: 要点\n不涉及:\n- 条目: a#1\n", "S005", 3, 3),
    ("标题: 要点\n类型: 工作要典\n", "S006", 2, 5),
    ("标题: 要点\n成文日期: 2027年13月1日\n", "S007", 2, 7),
    ("标题: 要点\n成文日期: 2027-02-30\n", "S007", 2, 7),
    ("标题: 要点\n年度: 明年\n", "S007", 2, 5),
    ("标题: 要点\n部分:\n- 标题: 甲\n  落实: 省意见 #3.2\n", "S008", 4, 7),
    ("标题: 要点\n不涉及:\n- {条目: 第四条, 理由: 无}\n", "S008", 3, 8),
    ("标题: 要点\n部分:\n- 标题: 甲\n  目标: 进一步提高质量\n", "S010", 4, 7),
]


@pytest.mark.parametrize(
    ("typed", "code", "line", "column"), ONE_FAULT, ids=[f"{c} {t!r:.30}" for t, c, *_ in ONE_FAULT]
)
def test_a_slip_is_named_once_at_its_place(typed: str, code: str, line: int, column: int) -> None:
    found = load(typed.encode(), "plan.yaml").diagnostics
    assert [(each.code, each.span.start.line, each.span.start.column) for each in found] == [(code, line, column)]
    assert found[0].severity == FAULTS[code][1]
    assert found[0].message
    assert found[0].advice


def test_faults_of_one_place_come_in_the_same_order_each_time() -> None:
    typed = "标题: 要点\n不涉及:\n" + "- {note: 甲}\n" * 20
    found = load(typed.encode(), "plan.yaml").diagnostics
    missing = [each.message for each in found if each.code == "S005"]
    assert missing == ["不涉及条目缺少“条目”。", "不涉及条目缺少“理由”。"] * 20


@pytest.mark.parametrize("quote", ['"', "'"])
def test_words_behind_a_quote_that_nothing_closes_are_all_read(quote: str) -> None:
    assert load(f"标题: {quote}要点\n文号: 1号\n".encode(), "plan.yaml").document.title.value == "要点"


@pytest.mark.parametrize("column", [5, 7])
def test_an_item_that_stands_askew_belongs_to_the_list_that_is_nearest(column: int) -> None:
    askew = " " * column + "- {标题: 二}\n"
    plan = "标题: 要点\n部分:\n  - 标题: 甲\n    任务:\n      - 标题: 一\n        内容: 一句。\n" + askew
    (section,) = load(plan.encode(), "plan.yaml").document.sections
    assert [task.heading.value for task in section.tasks] == ["一", "二"]


MANY_FAULTS = """\
标题：2027年示例市“工作”要点
年度:2027
发文机关: ［示例市局，示例市知识产权局］
导语: |
　　2027年是关键的一年。
第二段没有缩进
部分:
  - 标题: 推进: 建设
    任务:
      - 标题: "十四五"规划实施
        内容: *重点*工作
      -标题: 没有空格
        牵头单位: [市公安局, 市市场监管局
        完成时限: 6月底前
        负责单维: 市局
        落实: {条目：省意见#3.2，已阅：3fa1c2}
　　　- 标题: 全角缩进
        编号: 4.10
  - 标题: 别的
类型: 要点吧
"""


def test_all_faults_come_in_one_run_and_all_that_is_right_is_read() -> None:
    reading = load(MANY_FAULTS.encode(), "plan.yaml")
    assert [(each.code, each.span.start.line) for each in reading.diagnostics if each.code != "Y010"] == [
        ("Y002", 1),
        ("Y002", 2),
        ("Y008", 3),
        ("Y005", 5),
        ("Y006", 8),
        ("Y007", 10),
        ("Y009", 11),
        ("Y002", 12),
        ("Y008", 13),
        ("S002", 15),
        ("Y008", 16),
        ("Y005", 17),
        ("S006", 20),
    ]
    plan = reading.document
    assert plan.preamble.value == "2027年是关键的一年。\n第二段没有缩进"
    assert [task.heading.value for task in plan.sections[0].tasks] == ['"十四五"规划实施', "没有空格", "全角缩进"]
    assert [unit.value for unit in plan.sections[0].tasks[1].units.lead] == ["市公安局", "市市场监管局"]
    assert plan.sections[0].tasks[1].implements[0].seen == "3fa1c2"
    assert plan.sections[0].tasks[2].id == "4.10"
    assert plan.sections[1].heading.value == "别的"


def test_slips_that_can_mean_one_thing_only_are_mended_in_the_file() -> None:
    typed = '标题：推进: 建设\n年度:2027\n发文机关: ［甲局，乙局］\n部分:\n-标题: *重点*\n- 标题: "十四五"规划\n'
    mended = apply(typed, load(typed.encode(), "plan.yaml").diagnostics)
    assert mended == (
        "标题: '推进: 建设'\n年度: 2027\n发文机关: [甲局, 乙局]\n部分:\n- 标题: '*重点*'\n- 标题: '\"十四五\"规划'\n"
    )
    assert load(mended.encode(), "plan.yaml").diagnostics == ()


SAME_TASK = """\
标题: 要点
部分:
  - 标题: 甲
    任务:
      - 标题: 乙
        内容: 丙。
        牵头单位: 市局
"""


@pytest.mark.parametrize(
    ("right", "slipped"),
    [
        ("        内容", "\t\t内容"),
        ("        内容", "\t内容"),
        ("      - 标题", "      1. 标题"),
        ("      - 标题", "      • 标题"),
        ("内容: 丙。", "内容: | 丙。"),
        ("内容: 丙。", "内容: > 丙。"),
        ("内容: 丙。", "内容:\n丙。"),
        ("标题: 甲", "标题: 甲\n＃ 注释"),
    ],
)
def test_after_a_slip_the_task_is_read_as_it_was_meant(right: str, slipped: str) -> None:
    reading = load(SAME_TASK.replace(right, slipped, 1).encode(), "plan.yaml")
    (task,) = reading.document.sections[0].tasks
    assert len(reading.diagnostics) == 1
    assert (task.heading.value, task.text.value, [unit.value for unit in task.units.lead]) == ("乙", "丙。", ["市局"])


def test_an_unknown_key_is_answered_with_the_nearest_known_one() -> None:
    (found,) = load("标题: 要点\n部分:\n- 标题: 甲\n  负责单维: 市局\n".encode(), "plan.yaml").diagnostics
    assert "“负责单位”" in found.message


def test_columns_behind_a_repair_are_those_of_the_users_own_line() -> None:
    title = load("标题：推进建设\n".encode(), "plan.yaml").document.title
    assert [(title.at(n).line, title.at(n).column) for n in (0, 3)] == [(1, 4), (1, 7)]


RIGHT = [
    "标题: 要点：全年\n",
    "标题: 比例1:3的试点\n",
    "标题: 要点 # 注释: 一\n",
    "标题: 要点\n导语: |\n  标题：甲\n  年度:2027\n  - 乙: 丙: 丁\n",
    "标题: 要点\n导语: |\n    　　首行缩进\n    次行\n",
    "标题: 要点\n导语: 一段话\n  标点：接上文\n",
    "标题: '要点: 甲'\n",
    '标题: 要点\n导语: "第一行\n  第二行"\n',
    "标题: 要点\n发文机关: [甲局,\n  乙局]\n",
    "标题: 要点\n部分: #各部分\n- 标题: 甲 #一\n  内容: #二\n    乙\n",
    "标题: 要点\n导语: 第一行\n  1. 标题里的话\n  ＃第三行\n",
    "标题: 要点\n部分:\n- 标题: 甲\n  任务:\n  - 标题: 乙\n- 标题: 丙\n",
    "---\n标题: 要点\n",
    "标题: &a 要点\n导语: *a\n",
    "# 注释：一\n\n标题: 要点\n　　\n文号: 1号\n",
    "标题: “双招双引”攻坚\n",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert load(text.encode(), "plan.yaml").diagnostics == ()


_BLANKS = st.sampled_from(["", "", "  ", "  ", "    ", " ", "\t", "　"])
_PLAIN_LINES = st.tuples(
    _BLANKS,
    st.sampled_from(["", "- "]),
    st.sampled_from(["标题: ", "任务: ", "甲: "]),
    st.sampled_from(["乙[1]", "[甲, 乙]"]),
)
_VALUES = (
    "//甲/甲: 乙/甲 # 乙/甲#乙/#甲/[甲、乙] /[甲/［甲］/{条目：a#1}/“甲”/\"甲/'甲'乙/|/>-/| 甲/*甲/&a 甲/- 甲/100%"
)
_ANY_LINES = st.tuples(
    _BLANKS,
    st.sampled_from(["", "", "- ", "- - ", "-", "1. ", "· ", "＃", "# "]),
    st.sampled_from(
        ["", "", "标题: ", "任务:", "上级文件:", "内容：", "年度 : ", "'标题': ", "&a 标题: ", "甲：", "title:"]
    ),
    st.sampled_from(_VALUES.split("/")),
)
_LINES = st.one_of(_PLAIN_LINES, _ANY_LINES).map("".join)


def _mended(text: str) -> tuple[tuple[Diagnostic, ...], Source]:
    source = Source.of(text, "plan.yaml")
    return slips.mend(source), source


@settings(max_examples=500, deadline=None)
@given(st.lists(_LINES, max_size=12).map("\n".join))
def test_lines_that_are_looked_at_briefly_are_read_as_if_they_were_looked_at_closely(text: str) -> None:
    with pytest.MonkeyPatch.context() as closely:
        closely.setattr(straight, "_STRAIGHT", re.compile("(?!)"))
        expected = _mended(text)
    assert _mended(text) == expected


@pytest.mark.parametrize(
    ("value", "safe"),
    [('"推进"一件事"改革"', False), ('"推进甲"和"推进乙"', True), ('"甲"、"乙"', True), ('"十四五"规划', True)],
)
def test_quotes_that_may_be_those_of_yaml_are_left_to_a_person(value: str, safe: bool) -> None:
    (found,) = (each for each in load(f"标题: {value}\n".encode(), "plan.yaml").diagnostics if each.code == "Y007")
    assert found.fix is not None and found.fix.safe is safe
