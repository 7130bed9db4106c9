"""What somebody filled in or edited is kept when a command writes the same file again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import docx
import openpyxl
import pytest

PLAN = """\
标题: 2027年示例市工作要点
发文机关: 示例市人民政府办公室
年度: 2027
部分:
  - 标题: 强化保护
    任务:
      - {标题: 完善制度, 内容: 建立健全制度，压实责任。, 牵头单位: 市司法局, 完成时限: 6月底前}
"""
DIRECTIVE = PLAN.replace("示例市", "云溪省").replace("市司法局", "省司法厅")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "省要点.yaml").write_text(DIRECTIVE, encoding="utf-8")
    path = tmp_path / "要点.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "command",
    [
        ["coverage", "要点.yaml", "--against", "省要点.yaml", "--exit-zero"],
        ["check", "要点.yaml", "--exit-zero", "--format", "xlsx"],
        ["status", "要点.yaml", "--date", "2027-03-01"],
    ],
)
def test_a_workbook_that_was_filled_in_is_kept_when_it_is_written_again(
    plan: Path, planforge: Callable[..., CompletedProcess[bytes]], command: list[str]
) -> None:
    table = plan.parent / "表.xlsx"
    assert planforge(*command, "-o", "表.xlsx", folder=plan.parent).returncode == 0
    plan.write_text(PLAN.replace("完善制度", "完善各项制度"), encoding="utf-8")
    assert "旧" not in planforge(*command, "-o", "表.xlsx", folder=plan.parent).stderr.decode()
    theirs = _filled_in(table)
    said = planforge(*command, "-o", "表.xlsx", folder=plan.parent).stderr.decode()
    assert "表.xlsx 有人改过或填过，原来的存为 表.旧.xlsx" in said
    assert (plan.parent / "表.旧.xlsx").read_bytes() == theirs


def test_a_reviewed_copy_with_a_colleagues_words_is_kept(
    plan: Path, planforge: Callable[..., CompletedProcess[bytes]]
) -> None:
    planforge("render", "要点.yaml", "-o", "稿.docx", folder=plan.parent)
    review = ["check", "稿.docx", "--exit-zero", "--annotate", "核稿.docx", "--date", "2027-01-05"]
    planforge(*review, folder=plan.parent)
    assert "旧" not in planforge(*review, folder=plan.parent).stderr.decode()
    copy = plan.parent / "核稿.docx"
    document = docx.Document(str(copy))
    document.add_paragraph("同意。")
    document.save(str(copy))
    theirs = copy.read_bytes()
    assert "原来的存为 核稿.旧.docx" in planforge(*review, folder=plan.parent).stderr.decode()
    assert (plan.parent / "核稿.旧.docx").read_bytes() == theirs


def _filled_in(table: Path) -> bytes:
    """The workbook as an office program saves it, with a word of the clerk's."""
    book = openpyxl.load_workbook(table)
    book.worksheets[0]["A40"] = "已核"
    book.save(table)
    return table.read_bytes()
