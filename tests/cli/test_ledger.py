"""planforge ledger and planforge status as a clerk runs them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import openpyxl
import pytest

Run = Callable[..., CompletedProcess[bytes]]
PLAN = """\
标题: 2027年示例市工作要点
部分:
  - 标题: 强化保护
    任务:
      - 标题: 建库
        牵头单位: 市中院
        完成时限: 3月底前
        状态: 推进中   # 一季度报的
      - 标题: 走访
        牵头单位: 市财政局
        完成时限: 每季度
"""


@pytest.fixture
def office(planforge: Run, tmp_path: Path) -> Path:
    (tmp_path / "要点.yaml").write_text(PLAN, encoding="utf-8")
    done = planforge("ledger", "export", "要点.yaml", "-o", "台账.xlsx", "--date", "2027-06-10", folder=tmp_path)
    assert (done.returncode, done.stderr.decode()) == (0, "已写出 台账.xlsx：2 项任务。\n")
    return tmp_path


def fill(folder: Path, **cells: Any) -> None:
    book = openpyxl.load_workbook(folder / "台账.xlsx")
    for place, words in cells.items():
        book["台账"][place] = words
    book.save(folder / "台账.xlsx")


def heads(folder: Path) -> dict[str, str]:
    """The letter of each column."""
    sheet = openpyxl.load_workbook(folder / "台账.xlsx")["台账"]
    return {cell.value: cell.column_letter for cell in sheet[3]}


def test_what_was_filled_in_comes_back(planforge: Run, office: Path) -> None:
    column = heads(office)
    fill(office, **{f"{column['状态']}4": "已完成", f"{column['进展']}4": "已入库10人"})
    done = planforge("ledger", "import", "台账.xlsx", "要点.yaml", folder=office)
    assert done.returncode == 0
    assert done.stdout.decode().splitlines() == [
        f"台账!{column['状态']}4  1.1 建库  状态：“推进中” → “已完成”",
        f"台账!{column['进展']}4  1.1 建库  进展：（空） → “已入库10人”",
        "已写入 2 处：要点.yaml",
    ]
    expected = PLAN.replace("推进中   # 一季度报的\n", "已完成   # 一季度报的\n        进展: 已入库10人\n")
    assert (office / "要点.yaml").read_text(encoding="utf-8") == expected


@pytest.mark.parametrize(("head", "told"), [("牵头单位", True), ("备注", False)])
def test_a_change_of_what_is_printed_is_told(planforge: Run, office: Path, head: str, told: bool) -> None:
    fill(office, **{f"{heads(office)[head]}4": "市科技局"})
    said = planforge("ledger", "import", "台账.xlsx", "要点.yaml", folder=office).stdout.decode()
    assert ("印出来的要点会随之改变" in said) == told


@pytest.mark.parametrize("option", ["--diff", "--dry-run"])
def test_looking_first_writes_nothing(planforge: Run, office: Path, option: str) -> None:
    fill(office, **{f"{heads(office)['状态']}4": "已完成"})
    shown = planforge("ledger", "import", "台账.xlsx", "要点.yaml", option, folder=office).stdout.decode()
    assert "将写入 1 处" in shown
    assert ("+        状态: 已完成   # 一季度报的" in shown) == (option == "--diff")
    assert (office / "要点.yaml").read_text(encoding="utf-8") == PLAN


def test_a_cell_that_cannot_be_taken_gives_1_and_the_others_are_taken(planforge: Run, office: Path) -> None:
    column = heads(office)
    fill(office, **{f"{column['状态']}4": "差不多", f"{column['备注']}5": "按季度报"})
    done = planforge("ledger", "import", "台账.xlsx", "要点.yaml", folder=office)
    assert done.returncode == 1
    assert f"台账!{column['状态']}4" in done.stdout.decode()
    assert "备注: 按季度报" in (office / "要点.yaml").read_text(encoding="utf-8")


def test_a_column_whose_head_was_changed_is_told(planforge: Run, office: Path) -> None:
    column = heads(office)
    fill(office, **{f"{column['状态']}3": "办理状态", f"{column['状态']}4": "已完成"})
    said = planforge("ledger", "import", "台账.xlsx", "要点.yaml", folder=office).stdout.decode()
    assert "台账里没有“状态”列，填的内容没有读；列名改过的，请改回来再写回。" in said


def test_a_ledger_that_may_be_filled_in_is_not_overwritten(planforge: Run, office: Path) -> None:
    again = planforge("ledger", "export", "要点.yaml", "-o", "台账.xlsx", folder=office)
    assert again.returncode == 2 and "已经有这个文件，不覆盖。请先用 planforge ledger import" in again.stderr.decode()
    assert planforge("ledger", "export", "要点.yaml", "-o", "台账.xlsx", "--force", folder=office).returncode == 0


def test_without_a_name_the_ledger_stands_beside_the_plan(planforge: Run, office: Path) -> None:
    assert planforge("ledger", "export", "要点.yaml", folder=office).returncode == 0
    assert (office / "要点-台账.xlsx").exists()


@pytest.mark.parametrize("content", [b"", b"\xd0\xcf\x11\xe0old", b"PK\x03\x04broken"])
def test_what_is_no_workbook_gives_one_message(planforge: Run, office: Path, content: bytes) -> None:
    (office / "台账.xlsx").write_bytes(content)
    done = planforge("ledger", "import", "台账.xlsx", "要点.yaml", folder=office)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("错误：台账.xlsx：") and done.stderr.count(b"\n") == 1


def test_status_tells_what_is_late_and_says_so_with_its_exit_code(planforge: Run, office: Path) -> None:
    done = planforge("status", "要点.yaml", "--date", "2027-06-10", folder=office)
    assert done.returncode == 1 and "逾期 1" in done.stdout.decode()
    early = planforge("status", "要点.yaml", "--date", "2027年1月10日", "--by", "unit", folder=office)
    assert early.returncode == 0 and "市中院（共 1 项，推进中 1）" in early.stdout.decode()
    content = json.loads(
        planforge("status", "要点.yaml", "--date", "2027-06-10", "--format", "json", folder=office).stdout
    )
    assert content["summary"]["late"] == 1


def test_status_reads_a_plan_from_a_word_file_as_well(planforge: Run, office: Path) -> None:
    assert planforge("render", "要点.yaml", "-o", "要点.docx", folder=office).returncode == 0
    done = planforge("status", "要点.docx", "--date", "2027-02-01", folder=office)
    assert "共 2 项" in done.stdout.decode()
