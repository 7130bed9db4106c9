"""Indicator tables without cells are read where that takes no guess."""

from __future__ import annotations

from planforge.importers import read

PLAN = """示例市“十五五”林业发展规划
一、发展目标
到2030年，森林覆盖率达到45.5%。
主要指标
指标名称2025年基期值2030年目标值责任单位
森林覆盖率（%）44.245.5市林业局牵头，市财政局配合
林业产业总产值（亿元）8.39市林业局
国有林场数量（个）20200市林业局
林下经济面积稳步增长市林业局
湿地保护率（%）60%65%市林业局、市水利局
二、重点任务
（一）加强造林。完成造林。
"""


def test_a_row_is_cut_where_only_one_way_makes_two_numbers_or_the_text_names_the_target() -> None:
    document = read(PLAN.encode(), "plan.txt").document
    found = [(str(each.name), each.unit, each.baseline, each.target) for each in document.indicators]
    assert found == [
        ("森林覆盖率", "%", 44.2, 45.5),
        ("林业产业总产值", "亿元", 8.3, 9.0),
        ("湿地保护率", "%", 60.0, 65.0),
    ]
    assert [str(unit) for unit in document.indicators[0].units.lead] == ["市林业局"]


def test_rows_that_can_be_cut_in_several_ways_are_reported_with_their_line_and_left_in_the_text() -> None:
    reading = read(PLAN.encode(), "plan.txt")
    assert [(each.code, each.span.start.line) for each in reading.diagnostics] == [("I104", 8), ("I104", 9)]
    assert "国有林场数量（个）20200市林业局" in reading.document.sections[0].text.value
