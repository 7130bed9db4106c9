"""`planforge coverage` as a clerk or an automatic run calls it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from planforge.cli.commands.coverage import command

PLAN = """\
标题: 2027年示例市工作要点
上级文件: {省意见: 省意见.txt}
部分:
- 标题: 强化保护
  任务:
  - 标题: 建立技术调查官库
    内容: 建立技术调查官库，首批入库十人。
"""
DIRECTIVE = """\
云溪省强化保护实施意见

一、强化保护

（一）建立技术调查官库。各市建立技术调查官库，首批入库不少于十人。

（二）发放种粮补贴。及时足额发放种粮农民一次性补贴。
"""


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a plan that answers one of two superior tasks."""
    (tmp_path / "要点.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "省意见.txt").write_text(DIRECTIVE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def coverage(*arguments: str) -> Result:
    return CliRunner().invoke(command, ["要点.yaml", *arguments])


@pytest.mark.parametrize(
    ("least", "code", "words"), [("0.9", 1, "低于 90.0%"), ("0.5", 0, "达到 50.0%"), ("-0", 0, "达到 0.0%")]
)
def test_a_share_decides_the_exit_code_and_is_told_in_one_line(least: str, code: int, words: str) -> None:
    result = coverage("--fail-under", least)
    assert result.exit_code == code
    assert f"落实率 50.0%（2 项中 1 项已落实或不涉及），{words}。" in result.stderr.splitlines()


def test_a_share_is_told_as_exactly_as_it_was_asked_for() -> None:
    said = coverage("--fail-under", "50.00001%").stderr.splitlines()
    assert "落实率 50.00000%（2 项中 1 项已落实或不涉及），低于 50.00001%。" in said


def test_a_share_beyond_one_is_refused() -> None:
    assert coverage("--fail-under", "90").exit_code == 2


def test_without_a_share_any_hole_fails() -> None:
    assert coverage().exit_code == 1
    assert coverage("--exit-zero").exit_code == 0


def test_a_baseline_from_the_json_output_tells_what_changed(office: Path) -> None:
    coverage("--format", "json", "-o", "上次.json")
    (office / "要点.yaml").write_text(
        PLAN + "  - {标题: 发放种粮补贴, 内容: 及时足额发放种粮农民一次性补贴。}\n", "utf-8"
    )
    result = coverage("--baseline", "上次.json")
    assert result.exit_code == 0
    assert "与上次相比：变好 1。" in result.output


def test_a_superior_document_that_is_no_longer_compared_is_told(office: Path) -> None:
    (office / "国家纲要.txt").write_text(
        "国家保护纲要\n\n一、强化保护\n（一）开展普法宣传。每年开展普法宣传周。\n", "utf-8"
    )
    coverage("--against", "省意见.txt", "--against", "国家纲要.txt", "--format", "json", "-o", "上次.json")
    told = coverage("--baseline", "上次.json").output
    assert "与上次相比：不再有 1。" in told
    assert "#1.1  开展普法宣传  未落实" in told


def test_a_superior_document_with_another_title_is_the_same_one(office: Path) -> None:
    coverage("--format", "json", "-o", "上次.json")
    (office / "省意见.txt").write_text(DIRECTIVE.replace("实施意见", "实施意见（征求意见稿）"), "utf-8")
    assert "与上次相比：没有变化。" in coverage("--baseline", "上次.json").output


@pytest.mark.parametrize(
    ("form", "magic"), [("xlsx", b"PK"), ("docx", b"PK"), ("html", b"<!DOCTYPE"), ("markdown", b"# ")]
)
def test_every_format_can_be_written_to_a_file(office: Path, form: str, magic: bytes) -> None:
    assert coverage("--format", form, "-o", "报告").exit_code == 1
    assert (office / "报告").read_bytes().startswith(magic)


def test_the_levels_between_can_be_given(office: Path) -> None:
    (office / "国家规划.txt").write_text(DIRECTIVE.replace("云溪省", "国家"), encoding="utf-8")
    result = coverage("--against", "国家规划.txt", "--through", "省意见.txt", "--format", "json")
    (chain,) = json.loads(result.stdout)["chain"]
    assert chain["documents"] == ["国家强化保护实施意见", "云溪省强化保护实施意见", "2027年示例市工作要点"]
    first, second = (task["clauses"][0] for task in chain["tasks"])
    assert (first["lands"], first["lost"]) == ("1.1/1", None)
    assert (second["lands"], second["lost"]) == (None, "2027年示例市工作要点")
