"""Cells of printed tables, whose lines the column's edge breaks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planforge.importers.page.cells import joined


def test_lines_that_the_edge_of_the_column_breaks_are_one() -> None:
    task = "推进东湖水库\n除险加固工程\n建设，完成主\n体工程建设任\n务。"
    units = "市水利局、市\n工业和信息化\n局、市农业农\n村局"
    rows = [["序号", "工作任务", "责任单位", "完成时限"], ["1", task, units, "2027年6月\n底前"]]
    assert joined(rows)[1] == [
        "1",
        "推进东湖水库除险加固工程建设，完成主体工程建设任务。",
        "市水利局、市工业和信息化局、市农业农村局",
        "2027年6月底前",
    ]


def test_lines_that_the_author_ended_stay_apart() -> None:
    assert joined([["责任单位"], ["市水利局\n市财政局"], ["市教育局\n、市民政局"]]) == [
        ["责任单位"],
        ["市水利局\n市财政局"],
        ["市教育局、市民政局"],
    ]
    assert joined([["修好全部渠道"], ["东湖\n西湖"], ["一、修好渠道\n二、建好水库"]])[1:] == [
        ["东湖\n西湖"],
        ["一、修好渠道\n二、建好水库"],
    ]


def test_a_cell_across_columns_does_not_set_the_width_of_the_first() -> None:
    banner = "重点任务和年度工作安排一览表"
    assert joined([[banner, None], ["修好西湖渠\n道", "市水利局"]]) == [[banner, None], ["修好西湖渠道", "市水利局"]]


@given(st.lists(st.lists(st.none() | st.text("市水利局、。\n1 a", max_size=12), min_size=1, max_size=4), max_size=5))
def test_nothing_but_breaks_and_blanks_is_lost(rows: list[list[str | None]]) -> None:
    found = joined(rows)
    assert [len(row) for row in found] == [len(row) for row in rows]
    for before, after in zip(rows, found, strict=True):
        assert ["".join(cell.split()) for cell in after if cell] == [
            "".join(cell.split()) for cell in before if cell and cell.strip()
        ]
