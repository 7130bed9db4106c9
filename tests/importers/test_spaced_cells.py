"""Tables that were copied as lines, tabs or blanks between their cells."""

from __future__ import annotations

from collections import UserList
from typing import Any

import pytest
from readings import document, outline, units

from planforge.importers.reader.tables import spaced_cells
from planforge.model import Paragraph, Text

TITLE = "示例市2027年重点任务分解表"
ROWS = (
    ("序号", "重点任务", "牵头单位", "责任单位", "完成时限"),
    ("1", "建设滨河公园", "市住房城乡建设局", "市财政局、市园林局", "6月底前"),
    ("2", "新建学校2所", "市教育局", "市住房城乡建设局", "8月底前"),
    ("3", "培育规上企业30家", "市工业和信息化局", "各县区", "全年"),
)


class Lines(UserList[Paragraph]):
    """Paragraphs that count how many of them were looked at."""

    looks = 0

    def __getitem__(self, place: Any) -> Any:
        self.looks += 1
        return self.data[place]


def table(between: str, rows: tuple[tuple[str, ...], ...] = ROWS) -> str:
    return f"{TITLE}\n\n" + "".join(between.join(row) + "\n" for row in rows)


@pytest.mark.parametrize("between", ["\t", " | ", "  ", " ", "　"])
def test_a_row_to_a_line_is_a_task_with_its_units_and_limit(between: str) -> None:
    read = document(table(between))
    assert outline(read) == {row[0]: row[1] for row in ROWS[1:]}
    first = read.sections[0]
    assert units(first.units) == {"lead": ["市住房城乡建设局"], "responsible": ["市财政局", "市园林局"]}
    assert [limit.text.value for limit in first.deadlines] == ["6月底前"]


def test_blanks_within_a_cell_are_its_own_where_tabs_set_cells_apart() -> None:
    spaced = (*ROWS[:2], ("2", "新建 学校 2 所，增加学位", "市教育局", "市住房城乡建设局", "8月底前"), ROWS[3])
    assert outline(document(table("\t", spaced)))["2"].startswith("新建学校 2 所")


def test_a_cell_without_words_between_tabs_keeps_its_place() -> None:
    empty = (*ROWS[:2], ("2", "新建学校2所", "市教育局", "", "8月底前"), ROWS[3])
    second = document(table("\t", empty)).sections[1]
    assert units(second.units) == {"lead": ["市教育局"]}
    assert [limit.text.value for limit in second.deadlines] == ["8月底前"]


def test_lines_of_which_one_has_too_many_cells_stay_lines() -> None:
    uneven = (*ROWS[:3], ("3", "培育 规上企业 30家", "市工业和信息化局", "各县区", "全年"))
    read = document(table(" ", uneven))
    assert "培育 规上企业 30家" in "".join(outline(read).values())
    assert not any(task.units for task in read.walk())


def test_indicators_a_row_to_a_line_are_read() -> None:
    goals = "（一）主要目标\n到2030年，服务体系更加完善。\n专栏1 主要指标\n"
    rows = (
        "序号 指标名称 单位 2025年 2030年 属性\n1 人均预期寿命 岁 82.2 82.5 预期性\n2 健康素养水平 % 31.7 36 预期性\n"
    )
    read = document(f"示例市“十五五”卫生健康规划\n一、总体要求\n{goals}{rows}二、主要任务\n（一）建医院。新建1所。\n")
    assert [(each.name.value, each.target, each.unit) for each in read.indicators] == [
        ("人均预期寿命", 82.5, "岁"),
        ("健康素养水平", 36, "%"),
    ]


def test_a_sentence_with_blanks_is_no_head_of_a_table() -> None:
    text = "2027年示例县工作要点\n一、抓产业\n责任 到人 落实 到位\n1 责任 落实 到位\n2 责任 落实 到位\n"
    assert "1" in outline(document(text))


def test_rows_between_bars_need_no_numbers_and_keep_the_blank_between_two_offices() -> None:
    rows = "整治行业 | 时间安排 | 责任单位 |\n烟花爆竹 | 1月份 | 应急办 派出所 |\n养老机构 | 4月份 | 民政办 |\n"
    read = document(f"示例镇2027年安全生产工作计划\n一、安排表\n{rows}二、工作要求\n（一）加强领导。健全机制。\n")
    first, second = read.sections[0].tasks
    assert (first.heading.value, units(first.units)) == ("烟花爆竹", {"responsible": ["应急办", "派出所"]})
    assert [limit.text.value for limit in second.deadlines] == ["4月份"]


def test_a_cell_of_several_lines_that_a_workbook_put_in_quotes_is_one() -> None:
    quoted = table("\t").replace("市财政局、市园林局", '"市财政局\n市园林局"')
    assert units(document(quoted).sections[0].units) == {
        "lead": ["市住房城乡建设局"],
        "responsible": ["市财政局", "市园林局"],
    }


def test_a_quote_that_nothing_closes_takes_no_further_lines() -> None:
    assert "新建学校2所" in "".join(outline(document(table("\t").replace("市教育局", '"市教育局'))).values())


def test_headings_between_rows_are_sections() -> None:
    parts = (ROWS[0], ("一、建设", "", "", "", ""), *ROWS[1:3], ("二、产业", "", "", "", ""), ROWS[3])
    assert list(outline(document(table("\t", parts)))) == ["1", "1.1", "1.2", "2", "2.3"]


@pytest.mark.parametrize("head", ["序号\t甲项\t乙项", "序号\t重点任务\t责任单位"])
def test_as_many_heads_as_lines_are_looked_through_once(head: str) -> None:
    """Each head was read down to the last line: a file of 50 KB took a minute."""
    lines = [Paragraph(Text(line)) for line in [*[head] * 3000, "7\t建桥\t市交通局", "8\t修路"]]
    paragraphs = Lines(lines)
    assert spaced_cells.open_tables(paragraphs) == tuple(lines)
    assert paragraphs.looks < 10 * len(lines)
