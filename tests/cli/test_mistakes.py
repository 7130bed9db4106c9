"""What people do wrong: each mistake gets one message in Chinese, and no file of theirs is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PLAN = """\
标题: 2027年示例市养老服务工作要点
年度: 2027
部分:
  - 标题: 完善居家养老服务
    任务:
      - {标题: 建设社区食堂, 内容: 建设社区食堂。, 牵头单位: 市民政局, 完成时限: 6月底前}
      - {标题: 改造老年人家庭, 内容: 按装扶手。, 牵头单位: 市住建局, 完成时限: 9月底前}
"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with a plan that has one wrong word."""
    (tmp_path / "要点.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


def planforge(folder: Path, *arguments: str) -> tuple[int, str]:
    """The exit code, and what standard error says."""
    command = [sys.executable, "-m", "planforge", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, timeout=120)
    return done.returncode, done.stderr.decode()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("draft", "要点.yaml", "--year", "明年"), "“明年”不是数。"),
        (("coverage", "要点.yaml", "--fail-under", "90"), "90.0 不在范围 0<=x<=1 里。"),
    ],
)
def test_a_value_that_is_no_number_or_out_of_range_is_told_in_chinese(
    office: Path, arguments: tuple[str, ...], said: str
) -> None:
    code, words = planforge(office, *arguments)
    assert code == 2
    assert said in words


def test_a_misspelt_workspace_is_not_replaced_by_the_one_around_it(office: Path) -> None:
    planforge(office, "init", ".")
    code, words = planforge(office, "build", "没有这个工作区")
    assert (code, words) == (2, "错误：没有这个工作区：找不到这个文件夹。\n")
    assert not list((office / "build").glob("*.docx"))
