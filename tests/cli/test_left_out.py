"""What a plan's faults keep out of what is made of it is told, and never passes for success."""

from __future__ import annotations

import importlib
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from planforge.model import InputError

PLAN = """\
标题: 2027年示例市养老服务工作要点
年度: 2027
成文日期: 2027年1月15日
上级文件: {省意见: 上级.yaml}
部分:
  - 标题: 完善居家养老服务
    任务:
      - {标题: 建设社区食堂, 内容: 建设社区食堂20家。, 牵头单位: 市民政局, 完成时限: 6月底前}
      - {标题: 改造老年人家庭, 内容: 按装扶手。, 牵头单位: 市住建局, 完成时限: 9月底前}
"""
SUPERIOR = """\
标题: 云溪省养老服务实施意见
部分:
  - 标题: 完善居家养老服务
    任务:
      - {标题: 建设社区食堂, 内容: 各市建设社区食堂20家。}
"""
FAULT = ("牵头单位: 市民政局", "牵头单位: {局: 市民政局}")


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PLANFORGE_CACHE", str(tmp_path / "cache"))
    Path("好.yaml").write_text(PLAN, encoding="utf-8")
    Path("坏.yaml").write_text(PLAN.replace(*FAULT), encoding="utf-8")
    Path("上级.yaml").write_text(SUPERIOR, encoding="utf-8")
    return tmp_path


def run(name: str, *arguments: str) -> Result:
    command = importlib.import_module(f"planforge.cli.commands.{name}").command
    assert isinstance(command, click.Command)
    return CliRunner().invoke(command, arguments)


@pytest.mark.parametrize(
    ("name", "arguments", "made"),
    [
        ("render", ("{}.yaml",), "{}.docx"),
        ("render", ("{}.yaml", "-o", "{}.md"), "{}.md"),
        ("split", ("{}.yaml",), "{}.分送/任务分工表.xlsx"),
        ("ledger", ("export", "{}.yaml", "--date", "2027-05-01"), "{}-台账.xlsx"),
        ("status", ("{}.yaml", "--date", "2027-05-01", "-o", "进度.txt"), "进度.txt"),
        ("draft", ("{}.yaml", "--year", "2028", "-o", "明年.yaml"), "明年.yaml"),
        ("diff", ("{}.yaml", "上级.yaml", "-o", "变化.txt"), "变化.txt"),
        ("coverage", ("{}.yaml", "-o", "对照.html"), "对照.html"),
        ("import_", ("{}.yaml", "-o", "读入.json"), "读入.json"),
    ],
)
def test_a_file_is_made_and_the_fault_told_with_exit_code_1(name: str, arguments: tuple[str, ...], made: str) -> None:
    sound = run(name, *(each.format("好") for each in arguments))
    assert (sound.exit_code, "写错了" in sound.output) == (0, False)
    for file in Path().glob("明年.yaml"):
        file.unlink()
    faulty = run(name, *(each.format("坏") for each in arguments))
    assert (faulty.exit_code, Path(made.format("坏")).exists()) == (1, True)
    assert "坏.yaml 有 1 处写错了（第8行），那里的内容可能没有收进来：用 planforge check 看" in faulty.output


def test_the_result_of_the_last_run_does_not_hush_it_up() -> None:
    assert [run("coverage", "坏.yaml").exit_code for _ in range(2)] == [1, 1]


def test_a_fault_in_a_superior_document_is_told_of_that_document() -> None:
    Path("上级.yaml").write_text(SUPERIOR.replace("内容: 各市", "办法: 各市"), encoding="utf-8")
    told = run("coverage", "好.yaml")
    assert told.exit_code == 1
    assert "上级.yaml 有 1 处写错了（第5行）" in told.output


def test_whoever_asks_for_no_exit_code_is_told_all_the_same() -> None:
    told = run("coverage", "坏.yaml", "--exit-zero")
    assert (told.exit_code, "坏.yaml 有 1 处写错了" in told.output) == (0, True)


def test_no_more_than_five_lines_are_named() -> None:
    tasks = "".join(f"      - {{标题: 第{n}件, 牵头单位: {{局: 甲}}}}\n" for n in range(7))
    Path("坏.yaml").write_text(PLAN + tasks, encoding="utf-8")
    assert "有 7 处写错了（第10、11、12、13、14行等）" in run("render", "坏.yaml").output


def test_faults_of_reading_a_word_file_or_a_text_are_no_faults_of_the_plan() -> None:
    Path("稿.txt").write_text(
        "2027年示例市工作要点\n一、保护\n（一）建库。建库一个。\n（三）办会。办会。\n", encoding="utf-8"
    )
    assert run("render", "稿.txt").exit_code == 0


@pytest.mark.parametrize(
    ("name", "wrong", "line"),
    [("coverage", ("上级文件:", "上级文档:"), 4), ("status", ("部分:", "部份:"), 5), ("ledger", ("部分:", "部份:"), 5)],
)
def test_a_command_that_finds_nothing_tells_where_the_plan_is_miswritten(
    name: str, wrong: tuple[str, str], line: int
) -> None:
    Path("坏.yaml").write_text(PLAN.replace(*wrong), encoding="utf-8")
    stopped = run(name, *(["export"] if name == "ledger" else []), "坏.yaml")
    assert isinstance(stopped.exception, InputError)
    assert f"坏.yaml 有 1 处写错了（第{line}行）" in stopped.output
