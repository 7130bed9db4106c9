"""What a person at a terminal sees and answers. Each test starts the command on a terminal of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest

from planforge.api import issuing

pty = pytest.importorskip("pty", reason="Windows has no such terminals")

At = Callable[..., tuple[int, str]]
PLAN = """\
标题: 2027年示例市养老服务工作要点
年度: 2027
部分:
  - 标题: 完善居家养老服务
    任务:
      - {标题: 建设社区食堂, 内容: 建设社区食堂10个。, 牵头单位: 市民政局, 完成时限: 6月底前}
"""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a plan, and a copy of its Word file in which a colleague wrote another number."""
    monkeypatch.chdir(tmp_path)
    plan = tmp_path / "要点.yaml"
    plan.write_text(PLAN, encoding="utf-8")
    (tmp_path / "改过.docx").write_bytes(issuing.render(str(plan)))
    reword(tmp_path / "改过.docx", "10个", "12个")
    return tmp_path


def reword(path: Path, before: str, after: str) -> None:
    document = docx.Document(str(path))
    for run in [run for paragraph in document.paragraphs for run in paragraph.runs if before in run.text]:
        run.text = run.text.replace(before, after)
    document.save(str(path))


@pytest.fixture
def terminal() -> At:
    """`planforge` with these arguments at a terminal where `typed` is typed: the exit code and what stands there."""

    def run(*arguments: str, typed: str = "") -> tuple[int, str]:
        child, screen = pty.fork()
        if not child:
            os.execv(sys.executable, [sys.executable, "-m", "planforge", *arguments])
        os.write(screen, typed.encode())
        shown = b"".join(iter(lambda: read(screen), b""))
        os.close(screen)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), shown.decode()

    return run


def read(screen: int) -> bytes:
    """What came since; Linux gives an error where the other end has closed."""
    try:
        return os.read(screen, 65536)
    except OSError:
        return b""


def test_sync_writes_what_somebody_agrees_to_in_a_letter_or_in_a_word(office: Path, terminal: At) -> None:
    code, shown = terminal("sync", "要点.yaml", "改过.docx", typed="是\n")
    assert (code, "写入要点吗？ [y/N]" in shown, "已写入 要点.yaml" in shown) == (0, True, True)
    assert "12个" in (office / "要点.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("typed", ["\n", "n\n", "不是\n"])
def test_sync_writes_nothing_where_nobody_agrees(office: Path, terminal: At, typed: str) -> None:
    assert terminal("sync", "要点.yaml", "改过.docx", typed=typed)[0] == 0
    assert (office / "要点.yaml").read_text(encoding="utf-8") == PLAN


def test_an_answer_that_means_nothing_is_told_in_chinese_and_asked_again(office: Path, terminal: At) -> None:
    code, shown = terminal("sync", "要点.yaml", "改过.docx", typed="好\ny\n")
    assert (code, "错误：“好”不是可选的答复，请输入 y 或 n。" in shown) == (0, True)


def test_a_difference_is_coloured_where_a_person_looks(office: Path, terminal: At) -> None:
    _, shown = terminal("sync", "要点.yaml", "改过.docx", "--dry-run")
    assert "社区食堂\x1b[31;9m10\x1b[0m\x1b[32m12\x1b[0m个。" in shown


def test_words_from_a_workbook_do_not_steer_the_terminal(office: Path, terminal: At) -> None:
    terminal("ledger", "export", "要点.yaml", "-o", "台账.xlsx")
    book = openpyxl.load_workbook("台账.xlsx")
    sheet = book.worksheets[0]
    head = {cell.value: cell.column for row in sheet.iter_rows(max_row=5) for cell in row}
    sheet.cell(4, head["进展"]).value = "选址\u202e完成"
    book.save("台账.xlsx")
    code, shown = terminal("ledger", "import", "台账.xlsx", "要点.yaml", "--dry-run")
    assert (code, "进展：（空） → “选址完成”" in shown) == (0, True)
