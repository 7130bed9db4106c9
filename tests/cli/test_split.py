"""`planforge split` as a clerk runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from planforge.cli.commands.split import command
from planforge.model import InputError

PLAN = """\
标题: 2027年示例市工作要点
部分:
- 标题: 强化保护
  任务:
  - {标题: 建立技术调查官库, 牵头单位: 市中级人民法院, 配合单位: 市司法局}
  - 标题: 举办论坛
"""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "要点.yaml").write_text(PLAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def split(*arguments: str) -> Result:
    return CliRunner().invoke(command, ["要点.yaml", *arguments])


def test_each_unit_gets_a_file_and_what_nobody_does_is_told(office: Path) -> None:
    result = split("--by", "unit", "-o", "分送")
    assert result.exit_code == 0
    assert {path.name for path in (office / "分送").iterdir()} == {
        "市中级人民法院.docx", "市司法局.docx", "任务分工表.xlsx",
    }  # fmt: skip
    assert "已写出 2 个单位的任务和任务分工表" in result.output
    assert "没有写单位、没有分送的任务：第一部分第2项 举办论坛。" in result.output


def test_without_a_folder_the_files_lie_beside_the_plan(office: Path) -> None:
    assert split().exit_code == 0
    assert (office / "要点.分送" / "任务分工表.xlsx").is_file()


def test_files_that_change_are_told(office: Path) -> None:
    split("-o", "分送")
    assert "替换" not in split("-o", "分送").output
    (office / "要点.yaml").write_text(PLAN.replace("官库", "官名录"), encoding="utf-8")
    assert "其中 3 份替换了原有的同名文件" in split("-o", "分送").output


def test_a_template_that_can_t_be_used_leaves_nothing_half_written(office: Path) -> None:
    (office / "plan_specs").mkdir()
    folder = office / "templates" / "notice"
    folder.mkdir(parents=True)
    (folder / "分送通知.j2").write_text("{{ 没有这个名称 }}\n甲\n乙\n", encoding="utf-8")
    assert isinstance(split("-o", "分送").exception, InputError)
    assert not (office / "分送").exists()
