"""Slips that can't be seen on the screen, and what mending one of them brings to light."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.api.checking import CheckOptions, check, fixes, make

PLAN = """\
标题: 2027年示例市节约用水工作要点
年度: 2027
部分:
  - 标题: 推广节水器具
    任务:
      - {标题: 改造管网, 内容: 改造老旧管网。, 责任单位: [市水利局, 市水利\u200b局], 完成时限: 6月底前}
      - {标题: 开展宣传, 内容: 开展宣传活动。, 责任单位: 市教育局, 完成时限: 9月底前}
"""


def codes(path: Path, *select: str) -> list[str]:
    return [each.code for each in check(str(path), CheckOptions(select=select)).diagnostics]


def test_two_units_that_differ_by_what_nobody_sees_are_one_once_it_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "要点.yaml"
    path.write_text(PLAN, encoding="utf-8")
    assert codes(path, "PUN014", "UNI004") == ["PUN014"]
    options = CheckOptions(select=("PUN014",))
    make(fixes(check(str(path), options), options)[0])
    assert codes(path, "PUN014", "UNI004") == ["UNI004"]


@pytest.mark.parametrize(("others", "found"), [("开展宣传活动。", ["PUN011"]), ("开展宣传活动；", [])])
def test_a_semicolon_ends_items_of_a_list_and_no_task_by_itself(tmp_path: Path, others: str, found: list[str]) -> None:
    path = tmp_path / "要点.yaml"
    text = PLAN.replace("改造老旧管网。", "改造老旧管网；").replace("开展宣传活动。", others)
    path.write_text(text, encoding="utf-8")
    assert codes(path, "PUN011") == found


def test_of_two_items_without_headings_the_first_may_end_with_a_semicolon(tmp_path: Path) -> None:
    path = tmp_path / "要点.yaml"
    items = PLAN.replace("标题: 改造管网, ", "").replace("标题: 开展宣传, ", "")
    path.write_text(items.replace("改造老旧管网。", "改造老旧管网；"), encoding="utf-8")
    assert codes(path, "PUN011") == []
    path.write_text(items.replace("开展宣传活动。", "开展宣传活动；"), encoding="utf-8")
    assert codes(path, "PUN011") == ["PUN011"]


def test_a_blank_task_is_told_as_blank_and_not_asked_for_its_unit(tmp_path: Path) -> None:
    path = tmp_path / "要点.yaml"
    path.write_text(PLAN.replace("\u200b", "") + '      - {标题: "", 内容: ""}\n      - {}\n', encoding="utf-8")
    assert codes(path, "STR006", "UNI001", "DDL001") == ["STR006", "STR006"]
