"""`planforge comments` as a clerk runs it."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result
from filled_table import fill, plan
from returned_copy import PLAN

from planforge.cli.commands.comments import command
from planforge.model import InputError


def comments(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def test_collecting_tells_what_came_and_doesn_t_overwrite_a_filled_table(two: None) -> None:
    result = comments("collect", "返回", "--against", "要点.yaml", "-o", "意见.xlsx")
    assert result.exit_code == 0
    assert "共收到 2 份回复，汇总意见 4 条" in result.output
    again = comments("collect", "返回", "--against", "要点.yaml", "-o", "意见.xlsx")
    assert isinstance(again.exception, InputError)
    assert comments("collect", "返回", "--against", "要点.yaml", "-o", "意见.xlsx", "--force").exit_code == 0


def test_a_file_that_can_t_be_read_gives_exit_code_1_and_none_at_all_2(two: None) -> None:
    Path("返回/坏.docx").write_bytes(b"PK\x03\x04")
    result = comments("collect", "返回", "--against", "要点.yaml", "-o", "意见.docx")
    assert result.exit_code == 1
    assert "坏.docx：没有读出来" in result.output
    assert Path("意见.docx").exists()
    assert comments("collect", "返回/坏.docx", "--against", "要点.yaml", "-o", "无.xlsx").exit_code == 2
    assert not Path("无.xlsx").exists()


def test_looking_first_writes_nothing(two: None) -> None:
    fill("不采纳", "采纳")
    shown = comments("apply", "汇总.xlsx", "要点.yaml", "--diff")
    assert "+      建立技术调查官库，首批入库20人。" in shown.output
    assert comments("apply", "汇总.xlsx", "要点.yaml", "--dry-run").exit_code == 0
    assert plan() == PLAN
    assert comments("apply", "汇总.xlsx", "要点.yaml").exit_code == 0
    assert plan() != PLAN


def test_conflicts_give_exit_code_1(two: None) -> None:
    fill("采纳", "采纳")
    result = comments("apply", "汇总.xlsx", "要点.yaml")
    assert result.exit_code == 1
    assert "请只留一条" in result.output
