"""The commands as a clerk runs them: exit codes, messages, files."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]
PLAN = """\
标题: 2027年示例市工作要点
年度: 2027
上级文件:
  省意见: 省意见.txt
部分:
  - 标题: 强化保护
    任务:
      - 标题: 建立技术调查官库
        内容: 建立技术调查官库，首批入库十人。
        牵头单位: 市中级人民法院
        完成时限: 6月底前
        落实: 省意见#1.1
      - 标题: 完善案件台帐
        内容: 完善案件台帐。
        牵头单位: 市市场监管局
        完成时限: 9月底前
"""
DIRECTIVE = """\
云溪省强化保护实施意见

一、强化保护

（一）建立技术调查官库。各市建立技术调查官库。（责任单位：省法院）

（二）发放种粮补贴。及时足额发放种粮农民一次性补贴。（责任单位：省农业农村厅）
"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with a plan that has one hole and one wrong word."""
    (tmp_path / "要点.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "省意见.txt").write_text(DIRECTIVE, encoding="utf-8")
    return tmp_path


def test_help_is_in_chinese_and_lists_every_command(planforge: Run, tmp_path: Path) -> None:
    shown = planforge("--help", folder=tmp_path).stdout.decode()
    for word in ("用法", "选项", "命令", "import", "check", "coverage", "render", "build", "init", "退出码"):
        assert word in shown


def helps(command: click.Command, name: str) -> Iterator[tuple[str, str]]:
    """The name and the help page of a command and of all below it."""
    with click.Context(command, info_name=name) as context:
        yield name, command.get_help(context)
        if isinstance(command, click.Group):
            for part in command.list_commands(context):
                below = command.get_command(context, part)
                assert below is not None
                yield from helps(below, f"{name} {part}")


def test_the_help_of_every_command_and_subcommand_is_in_chinese() -> None:
    from planforge.cli.main import root

    for name, page in helps(root, "planforge"):
        english = re.findall(r"Usage|Options|Commands|OPTIONS|COMMAND|ARGS|TEXT|INTEGER|PATH|FILE|DATE", page)
        assert not english, f"{name} 的帮助里有英文：{english}"


def test_check_finds_the_hole_and_the_wrong_word_and_ends_with_one(planforge: Run, office: Path) -> None:
    done = planforge("check", "要点.yaml", "--format", "json", folder=office)
    found = {d["code"]: d for d in reversed(json.loads(done.stdout)["diagnostics"])}
    assert done.returncode == 1
    assert found["WRD001"]["line"] == 13
    assert "1.2" in found["COV002"]["message"]
    assert found["COV002"]["file"].endswith("省意见.txt")


def test_check_writes_nothing_unless_asked(planforge: Run, office: Path) -> None:
    before = {path: path.read_bytes() for path in office.iterdir()}
    planforge("check", "要点.yaml", folder=office)
    planforge("check", "要点.yaml", "--diff", folder=office)
    planforge("coverage", "要点.yaml", folder=office)
    assert {path: path.read_bytes() for path in office.iterdir()} == before


def test_fix_mends_what_is_safe_and_nothing_else_and_a_second_time_nothing(planforge: Run, office: Path) -> None:
    planforge("check", "要点.yaml", "--fix", folder=office)
    fixed = (office / "要点.yaml").read_text(encoding="utf-8")
    assert fixed == PLAN.replace("台帐", "台账")
    planforge("check", "要点.yaml", "--fix", folder=office)
    assert (office / "要点.yaml").read_text(encoding="utf-8") == fixed


def test_exit_zero_ends_with_zero_whatever_was_found(planforge: Run, office: Path) -> None:
    assert planforge("check", "要点.yaml", "--exit-zero", folder=office).returncode == 0


def test_coverage_ends_with_one_on_a_hole_and_keeps_the_contract(planforge: Run, office: Path) -> None:
    done = planforge("coverage", "要点.yaml", "--format", "json", folder=office)
    (directive,) = json.loads(done.stdout)["directives"]
    assert done.returncode == 1
    assert [task["status"] for task in directive["tasks"]] == ["covered", "uncovered"]
    assert directive["tasks"][0]["counterparts"][0]["link"] == "declared"


def test_against_replaces_the_plans_own_superior_documents(planforge: Run, office: Path) -> None:
    other = office / "另一份.txt"
    other.write_text(DIRECTIVE.replace("种粮", "种棉"), encoding="utf-8")
    done = planforge("coverage", "要点.yaml", "--against", "另一份.txt", "--format", "json", folder=office)
    assert "种棉" in json.loads(done.stdout)["directives"][0]["tasks"][1]["heading"]


def test_words_that_are_no_link_are_one_finding_and_a_number_that_nobody_has_says_what_to_do(
    planforge: Run, office: Path
) -> None:
    plan = office / "要点.yaml"
    text = plan.read_text(encoding="utf-8").replace("省意见#1.1", "第一条")
    plan.write_text(
        text.replace("  省意见: 省意见.txt", "  省意见: 省意见.txt\n  市意见: 示政〔2026〕9号"), encoding="utf-8"
    )
    done = planforge("check", "要点.yaml", "--select", "COV001,COV007", "--format", "json", folder=office)
    found = json.loads(done.stdout)["diagnostics"]
    assert [each["code"] for each in found] == ["COV007"]  # and S008, which was not asked for
    assert "文号" in found[0]["advice"]


def test_a_folder_in_place_of_a_file_is_named(planforge: Run, office: Path) -> None:
    done = planforge("render", "要点.yaml", "-o", ".", folder=office)
    assert done.returncode == 2
    assert done.stderr.decode().rstrip() == "错误：.：这是文件夹，不是文件。"


def test_a_superior_document_that_is_missing_is_a_finding_and_the_rest_is_checked(planforge: Run, office: Path) -> None:
    (office / "省意见.txt").unlink()
    done = planforge("check", "要点.yaml", "--format", "json", folder=office)
    assert {"COV007", "WRD001"} <= {d["code"] for d in json.loads(done.stdout)["diagnostics"]}
    assert planforge("coverage", "要点.yaml", folder=office).returncode == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "没有这个.yaml"),
        ("check", "."),
        ("import", "空.txt"),
        ("check", "要点.yaml", "--select", "ZZZ"),
        ("check", "要点.yaml", "--format", "doc"),
        ("coverage", "省意见.txt"),
        ("render", "要点.yaml", "--style", "没有这个样式"),
        ("explain", "XYZ999"),
        ("build", "."),
        ("nonsense",),
        ("check",),
    ],
)
def test_what_cannot_run_says_why_in_one_message_and_ends_with_two(
    planforge: Run, office: Path, arguments: tuple[str, ...]
) -> None:
    (office / "空.txt").write_bytes(b"")
    done = planforge(*arguments, folder=office)
    assert done.returncode == 2
    assert "错误：" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_a_document_comes_from_standard_input(planforge: Run, office: Path) -> None:
    imported = planforge("import", "-", "--to", "json", folder=office, input=DIRECTIVE.encode())
    assert json.loads(imported.stdout)["title"] == "云溪省强化保护实施意见"


def test_what_was_imported_can_be_checked_again(planforge: Run, office: Path) -> None:
    planforge("import", "省意见.txt", "-o", "省意见.yaml", folder=office)
    again = planforge("import", "省意见.yaml", "--to", "json", folder=office)
    first = planforge("import", "省意见.txt", "--to", "json", folder=office)
    tasks = [json.loads(each.stdout)["sections"][0]["tasks"] for each in (first, again)]
    assert [(t["id"], t["heading"], t["text"], t["units"]) for t in tasks[0]] == [
        (t["id"], t["heading"], t["text"], t["units"]) for t in tasks[1]
    ]


def test_render_stands_beside_the_plan_and_is_the_same_bytes_each_time(planforge: Run, office: Path) -> None:
    planforge("render", "要点.yaml", folder=office)
    first = (office / "要点.docx").read_bytes()
    planforge("render", "要点.yaml", folder=office)
    assert (office / "要点.docx").read_bytes() == first


def test_a_gbk_console_shows_what_it_can(office: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "gbk"}
    command = [sys.executable, "-m", "planforge", "check", "要点.yaml"]
    done = subprocess.run(command, cwd=office, capture_output=True, timeout=120, env=environment)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr.decode("gbk")


def test_a_plan_comes_through_a_pipe(office: Path) -> None:
    command = [sys.executable, "-m", "planforge", "check", "-", "--format", "json"]
    done = subprocess.run(command, cwd=office, capture_output=True, timeout=120, input=PLAN.encode())
    assert "WRD001" in done.stdout.decode()


def test_init_makes_a_workspace_that_builds_and_overwrites_nothing(planforge: Run, tmp_path: Path) -> None:
    mine = tmp_path / "区" / "planforge.yaml"
    mine.parent.mkdir()
    mine.write_text("# 我的\n", encoding="utf-8")
    assert planforge("init", "区", folder=tmp_path).returncode == 0
    assert mine.read_text(encoding="utf-8") == "# 我的\n"
    assert planforge("build", "区", "--exit-zero", folder=tmp_path).returncode == 0
    assert list((tmp_path / "区" / "build").glob("*.docx"))


def test_every_finding_can_be_explained(planforge: Run, tmp_path: Path) -> None:
    shown = planforge("explain", "UNI001", folder=tmp_path).stdout.decode()
    assert "反例" in shown
    assert "UNI001" in planforge("explain", folder=tmp_path).stdout.decode()


def test_schemas_are_draft_07_with_chinese_descriptions(planforge: Run, tmp_path: Path) -> None:
    for arguments in (("schema",), ("schema", "--contract")):
        schema = json.loads(planforge(*arguments, folder=tmp_path).stdout)
        assert "draft-07" in schema["$schema"]
        assert "标题" in json.dumps(schema, ensure_ascii=False)
