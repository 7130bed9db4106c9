"""units.yaml: the units that an office may give work to."""

from __future__ import annotations

import pytest

from planforge.model import InputError, Roster, RosterUnit
from planforge.yaml_io.roster import load_roster

UNITS = """\
单位:
  - 市公安局
  - 名称: 市市场监管局
    简称: 市监局
    曾用名: [市工商局, 市质监局]
    上级对口: 省市场监管局
    联系人: 张明
"""


def read(text: str) -> Roster:
    return load_roster(text.encode(), "units.yaml")


@pytest.mark.parametrize("text", ["", "\n", "# 还没有填\n", "单位:\n"])
def test_a_roster_that_is_not_filled_in_yet_has_no_units(text: str) -> None:
    assert read(text).units == ()


def test_a_unit_is_a_name_or_a_record() -> None:
    assert read(UNITS).units == (
        RosterUnit("市公安局"),
        RosterUnit("市市场监管局", ("市监局",), ("市工商局", "市质监局"), ("省市场监管局",), "张明"),
    )


def test_a_roster_is_asked_by_any_name() -> None:
    roster = read(UNITS)
    assert list(roster.names()) == ["市公安局", "市市场监管局", "市监局"]
    found = roster.find("市监局")
    assert found is not None
    assert found.name == "市市场监管局"
    assert roster.find("市工商局") is None
    assert roster.former("市工商局") == found
    assert roster.counterparts("省市场监管局") == (found,)


def test_a_bare_list_and_an_empty_list_are_rosters() -> None:
    assert read("- 市公安局\n").units == (RosterUnit("市公安局"),)
    assert read("单位:\n").units == ()
    assert read("# 还没有\n").units == ()


def test_all_faults_are_named_with_their_lines() -> None:
    with pytest.raises(InputError) as caught:
        read("单位:\n- 市局\n- 市局\n- {名称: 县局, 电话: 1}\n- {简称: 无名}\n")
    assert [line.partition("：")[0] for line in caught.value.message.splitlines()] == [
        "units.yaml 第 3 行",
        "units.yaml 第 4 行",
        "units.yaml 第 5 行",
    ]


@pytest.mark.parametrize("text", ["单位: 市局\n", "市局\n", "单位：\n- 市局\n", "单位名: [市局]\n"])
def test_what_is_no_list_is_refused_in_chinese(text: str) -> None:
    with pytest.raises(InputError, match="行："):
        read(text)
