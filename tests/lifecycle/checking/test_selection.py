"""Which rules a check runs: what the command line asks for wins over the settings of the workspace."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.lifecycle.checking import CheckOptions, check
from planforge.model import InputError

PLAN = """\
标题: 2027年示例市知识产权工作要点
年度: 2027
部分:
  - 标题: 重点任务
    任务:
      - {标题: 加强执法, 内容: 建立工作台帐。, 责任单位: 市科技局, 完成时限: 尽快}
      - {标题: 加强维权, 内容: 开展维权援助。, 责任单位: 市科技局, 完成时限: 6月底前}
"""


def codes(folder: Path, settings: str, *, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> list[str]:
    (folder / "planforge.yaml").write_text(f"规则:\n  {settings}\n", encoding="utf-8")
    (folder / "要点.yaml").write_text(PLAN, encoding="utf-8")
    found = check(str(folder / "要点.yaml"), CheckOptions(select=select, ignore=ignore)).diagnostics
    return sorted(d.code for d in found)


@pytest.mark.parametrize(
    ("settings", "ignored", "left"),
    [
        ("选用: [WRD001, DDL002]", "WRD001", ["DDL002"]),
        ("选用: [WRD001, DDL002]", "WRD", ["DDL002"]),
        ("选用: [WRD001]", "WRD001", []),
        ("选用: [WRD]", "WRD001", []),
        ("不查: [DDL002]", "WRD001", []),
    ],
)
def test_what_the_command_line_ignores_is_not_reported(
    tmp_path: Path, settings: str, ignored: str, left: list[str]
) -> None:
    assert codes(tmp_path, settings, ignore=(ignored,)) == left


def test_what_the_command_line_selects_is_reported_though_the_settings_ignore_it(tmp_path: Path) -> None:
    assert codes(tmp_path, "不查: [WRD001]", select=("WRD001",)) == ["WRD001"]
    assert codes(tmp_path, "选用: [DDL]", select=("WRD",)) == ["WRD001"]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("选用: [UNL]", "没有以“UNL”开头的规则"),
        ("不查: [UNI001, WRD9]", "没有以“WRD9”开头的规则"),
        ("级别: {UNI999: 提示}", "“UNI999”不是规则编号"),
        ("级别: {UNI: 提示}", "“UNI”不是规则编号，要写全"),
    ],
)
def test_a_code_in_the_settings_that_no_rule_has_is_told(tmp_path: Path, settings: str, words: str) -> None:
    with pytest.raises(InputError, match=words) as told:
        codes(tmp_path, settings)
    assert str(told.value).startswith("planforge.yaml：")
