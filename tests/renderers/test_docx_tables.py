"""Tables of the Word file: which there are, how wide columns and how high rows are, where names turn over."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.model import (
    Attachment,
    Deadline,
    Indicator,
    Section,
    Task,
    Text,
    Units,
)
from planforge.renderers import docx
from planforge.renderers.docx.measuring import names
from planforge.renderers.docx.measuring.tearing import torn
from planforge.styles import load
from planforge.text.widths import width

Make = Callable[..., Any]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_indicators_come_as_a_table_unless_an_attachment_shows_them(make_plan: Make, word: Make) -> None:
    indicator = Indicator(Text("专利拥有量"), "件", 2.5, 3.0)
    said = word(docx.render(make_plan(indicators=(indicator,)))).all_text
    assert "序号指标单位基期值目标值1专利拥有量件2.53" in said
    shown = Attachment(Text("指标"), tables=((("指标", "目标"), ("专利拥有量（件）", "≥3")),))
    assert "主要指标表" not in word(docx.render(make_plan(indicators=(indicator,), attachments=(shown,)))).all_text


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        (("研发（R&D）经费 投入强度(%)", "2.5", "3.0"), {"unit": "%", "baseline": 2.5, "target": 3.0}),
        (("研发（R&D）经费投入强度", "1,000亿元"), {"unit": "亿元", "target": 1000.0}),
        (("研发（R&D）经费投入强度", "逐年上升"), {"text": "逐年上升"}),
        (("研发（R&D）经费投入强度", "2.5", "—"), {"baseline": 2.5}),
        (("研发（R&D）经费投入强度", "—"), {}),
    ],
)
def test_an_indicator_is_shown_however_its_row_writes_name_and_amount(
    make_plan: Make, word: Make, row: tuple[str, ...], fields: dict[str, Any]
) -> None:
    part = Attachment(Text("主要指标"), tables=((("指标", *["数"] * (len(row) - 1)), row),))
    indicator = Indicator(Text("研发（R&D）经费投入强度"), **fields)
    assert "主要指标表" not in word(docx.render(make_plan(indicators=(indicator,), attachments=(part,)))).all_text


@pytest.mark.parametrize(("title", "beside"), [("名词解释", "3"), ("指标", "专利的件数"), ("指标", "2033")])
def test_a_table_that_names_an_indicator_and_not_what_is_to_be_reached_does_not_show_it(
    make_plan: Make, word: Make, title: str, beside: str
) -> None:
    part = Attachment(Text(title), tables=((("名称", "说明"), ("专利拥有量", beside)),))
    indicator = Indicator(Text("专利拥有量"), "件", 2.5, 3.0)
    said = word(docx.render(make_plan(indicators=(indicator,), attachments=(part,)))).all_text
    assert "序号指标单位基期值目标值1专利拥有量件2.53" in said


def test_a_profile_may_ask_for_the_table_of_tasks(make_plan: Make, word: Make) -> None:
    file = word(docx.render(make_plan(sections=1, tasks=1), load("breakdown")))
    assert "附件：2027年示例市知识产权工作要点任务分解表" in file.texts
    assert "序号重点任务具体举措牵头单位配合单位完成时限目标1推进第1项改革加强" in file.all_text
    assert "市司法局市公安局、市教育局9月底前" in file.all_text


def test_in_the_table_of_tasks_who_answers_for_a_task_answers_for_those_below_it(make_plan: Make, word: Make) -> None:
    """Rows of subtasks had no unit and no limit, and what the task above them said itself was in no row."""
    auditors = Units(lead=(Text("市审计局"),))
    limits = Deadline(Text("3月启动")), Deadline(Text("6月底前"))
    below = Task(heading=Text("公开收支")), Task(heading=Text("抽查账目"), units=auditors)
    over = Task(
        heading=Text("整治供水"),
        text=Text("更换设备，3月启动。"),
        units=Units((Text("市水利局"),)),
        deadlines=limits,
        tasks=below,
    )
    section = Section(heading=Text("守住底线"), text=Text("重点做好两件事。"), tasks=(over,))
    plan = dataclasses.replace(make_plan(), sections=(section,))
    said = word(docx.render(plan, load("breakdown"))).all_text
    rows = said.partition("完成时限目标")[2]
    assert rows.startswith(
        "1整治供水更换设备，3月启动。市水利局3月启动、6月底前2公开收支市水利局6月底前3抽查账目市审计局6月底前"
    )


@pytest.mark.parametrize("columns", [3, 8])
@pytest.mark.parametrize("parts", [1, 2])
def test_below_a_table_the_next_page_begins_at_once(make_plan: Make, word: Make, columns: int, parts: int) -> None:
    """Where the table fills its page, whatever else stood there would have a page of its own."""
    lists = (Attachment(Text("项目清单"), tables=((("项目",) * columns, ("甲",) * columns),)),) * parts
    body = word(docx.render(make_plan(attachments=lists))).xml("word/document.xml")[0]
    below = [table.getnext() for table in body.findall(f"{W}tbl")]
    assert len(below) == parts
    assert all(p.find(f"{W}pPr/{W}pageBreakBefore") is not None or p.find(f".//{W}sectPr") is not None for p in below)


def test_half_a_line_keeps_a_table_off_the_text_and_the_table_above(make_plan: Make, word: Make) -> None:
    table = (("项目",), ("甲",))
    part = Attachment(Text("项目清单"), make_plan().sections[:1], (table, table))
    body = word(docx.render(make_plan(attachments=(part,)))).xml("word/document.xml")[0]
    above = [table.getprevious() for table in body.findall(f"{W}tbl")]
    assert [int(p.find(f"{W}pPr/{W}spacing").get(f"{W}line")) for p in above] == [289, 289]


def test_a_long_text_has_room_beside_many_columns_of_names(make_plan: Make, word: Make) -> None:
    """Four columns of names left it five characters."""
    heads = ("序号", "项目", "建设内容", "数量", "牵头单位", "配合单位", "责任单位", "完成时限")
    offices = ("市自然资源和规划局",) * 3
    row = ("1", "滨江公园", "新建步道和绿地，" * 10, "12", *offices, "2027年10月底前")
    part = Attachment(Text("项目清单"), tables=((heads, row, row),))
    table = word(docx.render(make_plan(attachments=(part,)))).xml("word/document.xml").find(f".//{W}tbl")
    widths = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
    assert widths[2] == max(widths) and widths[2] > 10 * 240


def test_narrow_columns_are_centred_however_long_their_heads(make_plan: Make, word: Make) -> None:
    rows = (
        ("水库", "总库容（万立方米）", "投资（万元）"),
        ("石牌水库除险加固及灌区配套工程", "88", "420"),
        ("枫树坑", "35.6", "188"),
    )
    part = Attachment(Text("项目清单"), tables=(rows,))
    root = word(docx.render(make_plan(attachments=(part,)))).xml("word/document.xml")
    lines = [row.findall(f"{W}tc") for row in root.iter(f"{W}tr") if len(row.findall(f"{W}tc")) == 3]
    sides = [[cell.find(f".//{W}jc").get(f"{W}val") for cell in line] for line in lines]
    assert sides == [["center"] * 3, ["left", "center", "center"], ["left", "center", "center"]]


def test_lines_of_names_in_a_table_end_between_names(make_plan: Make, word: Make) -> None:
    units = ("市农业农村局", "市文化局", "各县（市、区）政府", "市知识产权战略实施工作联席会议办公室", "市统计局")
    rows = tuple((str(n), "推进改革，" * 20, "、".join(units[n:] + units[:n])) for n in range(5))
    part = Attachment(Text("任务清单"), tables=((("序号", "任务", "责任单位"), *rows),))
    root = word(docx.render(make_plan(attachments=(part,)))).xml("word/document.xml")
    cells = [row.findall(f"{W}tc")[2] for row in root.iter(f"{W}tr") if len(row.findall(f"{W}tc")) == 3][1:]
    lines = [text.text for cell in cells for text in cell.iter(f"{W}t")]
    assert len(cells) == 5 and len(lines) > 5
    found = {name for line in lines for name in line.replace("市、区", "市，区").rstrip("、").split("、")}
    long = ("市知识产权战略实施", "工作联席会议办公室")  # no line of the column holds it
    assert found == {name.replace("市、区", "市，区") for name in units} - {"".join(long)} | set(long)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("市发展和改革委员会", ("市发展和", "改革委员会")),
        ("市人力资源和社会保障局、", ("市人力资源", "和社会保障局、")),
        ("市市场监督管理局、", ("市市场监督", "管理局、")),
        ("各县（市、区）人民政府", ("各县（市、区）", "人民政府")),
        ("市委网络安全和信息化委员会办公室", ("市委网络", "安全和信息化", "委员会办公室")),
        ("2027年10月31日前、", ("2027年10月", "31日前、")),
        ("国家税务总局示例市税务局", ("国家税务总局", "示例市税务局")),
        ("市政务服务和大数据管理局", ("市政务服务", "和大数据管理局")),
    ],
)
def test_a_name_longer_than_its_column_tears_no_word(name: str, lines: tuple[str, ...]) -> None:
    assert torn(name, 8.4) == lines


@given(st.text(alphabet="市发展和改革委员会（）、27年月日人力资源Ab", min_size=3, max_size=60), st.floats(2.0, 12.0))
def test_any_name_keeps_its_characters_and_leaves_none_alone(name: str, room: float) -> None:
    lines = torn(name, room)
    assert "".join(lines) == name
    assert lines == (name,) or all(len(line) > 1 and width(line) <= room for line in lines)
    assert lines == (name,) or len(lines[-1].rstrip("、")) > 1


def test_a_torn_name_has_its_lines_for_itself_and_no_lone_character() -> None:
    """市生态环境／局、市公安局."""
    said = names.broken("市审计局、市市场监管局、市生态环境局、市公安局", 5.6)
    assert said.split("\n") == ["市审计局、", "市市场", "监管局、", "市生态", "环境局、", "市公安局"]


def test_running_text_in_a_column_of_names_turns_over_as_text_does() -> None:
    assert torn("市发展和改革委员会" * 2000, 8.4) == ("市发展和改革委员会" * 2000,)


def test_the_odd_long_name_takes_no_room_from_the_text_of_all_rows() -> None:
    usual = ["市市场监管局、市司法局", *["市市场监管局"] * 10]
    assert names.room(usual) == names.room([*usual, "市知识产权战略实施工作联席会议办公室"])
    assert names.room([*usual, "市中级人民法院"]) == names.room(["市中级人民法院"])
    assert names.room(["9月底前、每季度"]) == names.room(["9月底前、"])


def test_wide_tables_lie_across_between_upright_pages(make_plan: Make, word: Make) -> None:
    wide = Attachment(Text("分工表"), tables=((tuple("一二三四五六七八"),),))
    plan = make_plan(attachments=(wide, wide, Attachment(Text("名词解释"))))
    papers = [size.get(f"{W}orient") for size in word(docx.render(plan)).xml("word/document.xml").iter(f"{W}pgSz")]
    assert papers == [None, "landscape", "landscape", None]


def test_a_row_is_as_high_in_every_font(make_plan: Make, word: Make) -> None:
    """LibreOffice 26.8 gives a line the height of its font unless it is exact, and the fonts for 仿宋 differ in it."""
    styles = word(docx.render(make_plan())).xml("word/styles.xml").iter(f"{W}style")
    rules = {
        style.get(f"{W}styleId"): style.find(f".//{W}spacing").get(f"{W}lineRule")
        for style in styles
        if style.get(f"{W}styleId").startswith("Table") and style.get(f"{W}type") == "paragraph"
    }
    assert {"TableText", "TableHead"} <= set(rules) and set(rules.values()) == {"exact"}
