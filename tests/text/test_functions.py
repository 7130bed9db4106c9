"""Whose counterpart a unit is, by what its name says that it does."""

from __future__ import annotations

from pathlib import Path

import pytest

import planforge.text
from planforge.text.functions import does, function_of, functions_of, may_do_anything

TABLE = (Path(planforge.text.__file__).parent / "unit_functions.txt").read_text(encoding="utf-8")


def rows(part: str) -> list[list[str]]:
    """The rows of a part of the table, as words."""
    lines = f"[offices]\n{TABLE}".partition(f"[{part}]\n")[2].partition("\n[")[0].splitlines()
    return [line.split() for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(
    ("unit", "functions"),
    [
        ("云溪省财政厅", {"财政局"}),
        ("县教育体育局", {"教育局", "体育局"}),
        ("县教体局", {"教育局", "体育局"}),
        ("县文体局", {"文化广电和旅游局", "体育局"}),
        ("县文广旅体局", {"文化广电和旅游局", "体育局"}),
        ("县农水局", {"农业农村局", "水利局"}),
        ("县农业农村（水利）局", {"农业农村局", "水利局"}),
        ("市政务服务和大数据管理局", {"行政审批局", "数据局"}),
        ("县文化广电旅游体育局", {"文化广电和旅游局", "体育局"}),
        ("市工业信息化和科技局", {"工业和信息化局", "科技局"}),
        ("示例市公安局青岩分局", {"公安局"}),
        ("人民银行云溪省分行", {"人民银行"}),
        ("中国人民银行示例市分行", {"人民银行"}),
        ("国网示例供电公司", {"供电公司"}),
        ("国家金融监督管理总局示例监管分局", {"金融监管局"}),
        ("国家税务总局示例市税务局", {"税务局"}),
        ("团市委", {"团委"}),
        ("市妇女联合会", {"妇联"}),
        ("市科学技术协会", {"科协"}),
        ("县供销合作社联合社", {"供销社"}),
        ("市综合行政执法支队", {"城市管理局"}),
        ("市交通运输综合行政执法支队", {"交通运输局"}),
        ("市农业综合行政执法大队", {"农业农村局"}),
        ("市公安局交通警察支队", {"公安局"}),
        ("国家统计局云溪调查总队", {"统计调查队", "统计局"}),
        ("市某某专班", set()),
        ("各县（区）人民政府", set()),
    ],
)
def test_a_units_functions_are_told_by_its_name(unit: str, functions: set[str]) -> None:
    assert functions_of(unit) == functions


@pytest.mark.parametrize("office", rows("offices"), ids=lambda office: office[0])
def test_every_name_of_an_office_tells_its_function_and_no_other(office: list[str]) -> None:
    assert {function_of(name) for name in office} == {office[0]}
    assert {function_of(f"示例市{name}") for name in office} == {office[0]}


@pytest.mark.parametrize("row", rows("words"), ids=lambda row: row[0])
def test_every_word_tells_its_function_in_the_name_of_a_merged_office(row: list[str]) -> None:
    function, *words = row
    assert all(function in functions_of(f"县{word}和旅游局") for word in words)


def test_offices_that_stand_in_are_offices_that_the_table_knows() -> None:
    known = {row[0] for row in (*rows("offices"), *rows("around"))}
    assert {row[0] for row in (*rows("words"), *rows("alone"), *rows("hosts"))} <= known
    assert {host for row in rows("hosts") for host in row[1:]} <= known


@pytest.mark.parametrize(
    ("superior", "local", "matched"),
    [
        ("省体育局", "县教育体育局", True),
        ("省药监局", "市市场监督管理局", True),
        ("省疾控局", "市卫健委", True),
        ("省数据局", "县行政审批服务局", True),
        ("省能源局", "市发展改革委", True),
        ("省水利厅", "市农业农村局", True),
        ("省教育厅", "市体育局", False),
        ("省财政厅", "市审计局", False),
        ("国网云溪省电力公司", "国网示例供电公司", True),
        ("云溪证监局", "市政府金融办", True),
        ("省民族宗教委", "市委统战部", True),
        ("省侨办", "市委统战部", True),
        ("省双拥办", "县退役军人事务局", True),
        ("省证监局", "市财政局", False),
    ],
)
def test_an_office_stands_in_where_none_is_for_a_function_alone(superior: str, local: str, matched: bool) -> None:
    assert any(does(local, function) for function in functions_of(superior)) == matched


def test_offices_of_many_functions_are_known() -> None:
    assert may_do_anything("区社会事业服务中心") and not may_do_anything("区财政局")


def test_the_function_that_a_draft_names_a_unit_by_is_that_of_its_whole_name() -> None:
    assert function_of("云溪省财政厅") == "财政局" and function_of("人民银行云溪省分行") is None


def test_what_stands_around_the_place_counts_in_its_order() -> None:
    assert functions_of("国家统计局示例调查队") == {"统计调查队"}
    assert "统计调查队" not in functions_of("示例市调查队驻统计局")


def test_a_name_as_long_as_a_book_is_read_at_once() -> None:
    assert functions_of("海" * 200_000 + "关") == {"海关"}


def test_an_office_of_more_than_one_name_has_one_function() -> None:
    assert functions_of("省委台办") & functions_of("市委台港澳办")
