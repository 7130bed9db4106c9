"""Reading a plan: what the clerk wrote, in either language, and where it stands."""

from __future__ import annotations

import datetime

import pytest

from planforge.model import Document, InputError, Reading, Task
from planforge.yaml_io import load

CLERKS_SAMPLE = """\
标题: 2027年示例市知识产权工作要点
文号: 示知〔2027〕1号
发文机关: [示例市市场监督管理局, 示例市知识产权局]
年度: 2027
上级文件:
  省意见: directives/省强化知识产权保护实施意见.docx     # a path, or a 文号 found in the workspace
  市规划: directives/市十四五规划.yaml
导语: |
  2027年是……
部分:
  - 标题: 以强市建设为统领，完善保护体系
    任务:
      - 标题: 强化司法保护
        内容: |
          一是……。二是……。
        牵头单位: 市中级人民法院
        配合单位: [市公安局, 市市场监管局]
        完成时限: 6月底前
        目标:
          - 万人高价值发明专利拥有量达到3.2件   # or written out: {指标, 要求, 数值, 单位, 年份}
        落实: [省意见#3.2, 市规划#3.1.2/2]
不涉及:
  - {条目: 省意见#4.15, 理由: 本市无海关机构}
"""


def read(text: str) -> Reading:
    return load(text.encode(), "plan.yaml")


def document(text: str) -> Document:
    reading = read(text)
    assert reading.diagnostics == ()
    return reading.document


def task(text: str) -> Task:
    """The one task of a plan, its keys given with an indent of four."""
    whole = f"标题: 2027年要点\n年度: 2027\n部分:\n- 标题: 甲\n  任务:\n  - 标题: 乙\n{text}"
    return document(whole).sections[0].tasks[0]


def test_the_clerks_sample_loads_as_it_stands() -> None:
    plan = document(CLERKS_SAMPLE)
    assert plan.kind == "work_plan"
    assert plan.doc_number.value == "示知〔2027〕1号"
    assert [unit.value for unit in plan.issuers] == ["示例市市场监督管理局", "示例市知识产权局"]
    assert [(each.alias, each.reference) for each in plan.against] == [
        ("省意见", "directives/省强化知识产权保护实施意见.docx"),
        ("市规划", "directives/市十四五规划.yaml"),
    ]
    assert [(each.directive, each.item, each.reason) for each in plan.waivers] == [("省意见", "4.15", "本市无海关机构")]


def test_a_task_of_the_sample_has_what_was_written_and_what_follows_from_it() -> None:
    leaf = document(CLERKS_SAMPLE).sections[0].tasks[0]
    assert (leaf.id, leaf.marker, leaf.heading.value) == ("1.1", "（一）", "强化司法保护")
    assert [clause.text.value for clause in leaf.clauses] == ["一是……。", "二是……。"]
    assert [unit.value for unit in leaf.units.lead] == ["市中级人民法院"]
    assert [unit.value for unit in leaf.units.support] == ["市公安局", "市市场监管局"]
    assert [deadline.date for deadline in leaf.deadlines] == [datetime.date(2027, 6, 30)]
    assert [(target.indicator, target.value, target.unit) for target in leaf.targets] == [
        ("万人高价值发明专利拥有量", 3.2, "件")
    ]
    assert [(link.directive, link.item) for link in leaf.implements] == [("省意见", "3.2"), ("市规划", "3.1.2/2")]


def test_english_and_chinese_keys_mix() -> None:
    assert document("title: 要点\nsections:\n- 标题: 甲\n  tasks:\n  - heading: 乙\n") == document(
        "标题: 要点\n部分:\n- heading: 甲\n  任务:\n  - 标题: 乙\n"
    )


def test_ids_and_numbers_are_text() -> None:
    assert task("    编号: 4.10\n").id == "4.10"
    assert document("标题: 2027\n文号: 4.10\n").doc_number.value == "4.10"


@pytest.mark.parametrize(
    "written", ["2027-03-01", "2027年3月1日", "2027/3/1", "二〇二七年三月一日", "２０２７年３月１日"]
)
def test_dates_are_read_in_every_usual_writing(written: str) -> None:
    assert document(f"标题: 要点\n成文日期: {written}\n").issued == datetime.date(2027, 3, 1)


@pytest.mark.parametrize("written", ["市公安局、市财政局", "[市公安局, 市财政局]", "[市公安局，市财政局]"])
def test_units_may_share_a_scalar(written: str) -> None:
    assert [unit.value for unit in task(f"    责任单位: {written}\n").units.responsible] == ["市公安局", "市财政局"]


@pytest.mark.parametrize("written", ["省意见#3.2", "[省意见#3.2]", "{to: 省意见#3.2}", "[{条目: 省意见#3.2}]"])
def test_a_link_is_read_in_every_form(written: str) -> None:
    assert [(link.directive, link.item) for link in task(f"    落实: {written}\n").implements] == [("省意见", "3.2")]


def test_an_accepted_link_keeps_its_fingerprint() -> None:
    assert task("    落实: [{to: 省意见#3.2, seen: 3fa1c2}]\n").implements[0].seen == "3fa1c2"


def test_a_target_may_be_written_out() -> None:
    target = task("    目标: {指标: 调解成功率, 要求: 不低于, 数值: 60, 单位: '%', 年份: 2027}\n").targets[0]
    assert (target.indicator, target.op, target.value, target.unit, target.year) == ("调解成功率", ">=", 60, "%", 2027)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("指标: 调解成功率, 数值: 60, 单位: '%'", "调解成功率达到60%"),
        ("指标: 办案周期, 要求: 不超过, 数值: 1.5, 单位: 个月, 年份: 2027", "办案周期不超过1.5个月"),
        ("指标: 站点, 要求: 区间, 数值: [20, 30], 单位: 家, 年份: 2030", "2030年站点达到20至30家"),
        ("指标: 能耗, 要求: 下降, 数值: 5, 单位: '%'", "能耗下降5%"),
        ("指标: 能耗降低, 要求: 下降, 数值: 5, 单位: '%'", "能耗降低5%"),
        ("指标: 满意度, 要求: 约, 数值: 90, 单位: '%'", "满意度90%左右"),
        ("指标: 社区服务, 数值: 全覆盖", "社区服务实现全覆盖"),
        ("指标: 社区服务", "社区服务"),
        ("原文: 社区服务不断线, 指标: 社区服务, 数值: 60, 单位: 个", "社区服务不断线"),
    ],
)
def test_a_target_written_out_without_a_sentence_is_put_in_words(written: str, words: str) -> None:
    """That is what the Word file prints of it."""
    target = document(f"标题: 要点\n年度: 2027\n部分:\n- 标题: 甲\n  目标: {{{written}}}\n").sections[0].targets[0]
    assert target.text.value == words


def test_a_task_may_be_no_more_than_its_heading() -> None:
    sections = document("标题: 要点\n部分:\n- 标题: 甲\n  任务: [乙, 丙]\n").sections
    assert [(each.id, each.heading.value) for each in sections[0].tasks] == [("1.1", "乙"), ("1.2", "丙")]


def test_tasks_with_the_same_keys_nest_to_any_depth() -> None:
    nested = """
部分:
- 标题: 一层
  任务:
  - 标题: 二层
    任务:
    - 标题: 三层
      任务:
      - 标题: 四层
        任务:
        - 标题: 五层
      - 标题: 四层又一
"""
    reading = load(("标题: 要点" + nested).encode(), "plan.yaml")
    assert [(task.id, task.heading.value) for task in reading.document.walk()] == [
        ("1", "一层"),
        ("1.1", "二层"),
        ("1.1.1", "三层"),
        ("1.1.1.1", "四层"),
        ("1.1.1.1.1", "五层"),
        ("1.1.1.2", "四层又一"),
    ]


def test_a_task_can_be_left_without_a_number() -> None:
    assert (task("    序号: 无\n").marker, task("    序号: 无\n").number) == ("", None)
    assert task("    序号: 3.\n").marker == "3."


def test_a_header_is_read_from_the_documents_own_keys() -> None:
    header = document("标题: 报告\n份号: 000001\n密级: 机密★1年\n签发人: 张明、李华\n盖章: 否\n").header
    assert (header.copy_number, header.secrecy, header.signers, header.sealed) == (
        "000001",
        "机密★1年",
        ("张明", "李华"),
        False,
    )


def test_every_line_of_a_block_knows_its_place() -> None:
    preamble = document("标题: 要点\n导语: |\n  第一段。\n\n  第二段。\n").preamble
    assert (preamble.at(0).line, preamble.at(0).column) == (3, 3)
    second = preamble.value.index("第二段")
    assert (preamble.at(second + 2).line, preamble.at(second + 2).column) == (5, 5)


@pytest.mark.parametrize(
    ("written", "line", "column"),
    [
        ("推进甲乙", 1, 8),
        ("'推进''甲乙'", 1, 11),
        ('"推\\n进\\u7532乙"', 1, 16),
        ("推进\n  甲乙", 2, 4),
        ('"推进\n  甲乙"', 2, 4),
        (">\n  推进\n  甲乙", 3, 4),
    ],
)
def test_characters_are_found_in_any_style_of_scalar(written: str, line: int, column: int) -> None:
    title = document(f"标题: {written}\n").title
    place = title.at(title.value.index("乙"))
    assert (place.line, place.column) == (line, column)


def test_words_that_are_empty_count_as_absent() -> None:
    assert document("标题: 要点\n文号:\n发文机关: []\n部分: ~\n").sections == ()


def test_a_year_in_the_title_is_the_plans_year_but_a_period_is_not() -> None:
    assert document("标题: 2027年示例市工作要点\n").year == 2027
    assert document("标题: 示例市规划（2021—2025年）\n").year is None


def test_a_role_and_a_kind_follow_from_headings_unless_written() -> None:
    plan = document("标题: 示例省意见\n部分:\n- 标题: 总体要求\n- {标题: 创新, 角色: 保障措施}\n- 标题: 保障措施\n")
    assert plan.kind == "opinion"
    assert [section.role for section in plan.sections] == ["guidance", "safeguards", "safeguards"]


def test_positions_of_the_source_are_kept_for_fixes() -> None:
    assert read("标题: 要点\r\n文号: 1号\r\n").source == "标题: 要点\r\n文号: 1号\r\n"


def test_an_empty_file_is_refused_with_what_to_write() -> None:
    with pytest.raises(InputError, match="文件是空的"):
        load(b" \n\n", "plan.yaml")


@pytest.mark.parametrize(
    ("typed", "told"), [("年度: 明年", "明年"), ("成文日期: 月底", "月底"), ("年度: 20999年", "20999")]
)
def test_what_is_no_year_or_date_is_told_in_the_words_that_were_typed(typed: str, told: str) -> None:
    (fault,) = load(f"标题: 要点\n{typed}\n".encode(), "plan.yaml").diagnostics
    assert (fault.code, fault.span.start.line) == ("S007", 2)
    assert told in fault.message
