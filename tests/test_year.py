"""The year of the guide: its commands run as they are printed, in order, on the workspace that `planforge init` makes.

Between them people write: an office edits the Word file, a clerk chooses what is adopted, units fill in the 台账.
`BY_HAND` does that for them, each behind the command that gave them something to write into.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

import docx
import openpyxl

Planforge = Callable[..., CompletedProcess[bytes]]
GUIDE = Path(__file__).resolve().parents[1] / "docs" / "指南.md"
_BLOCK = re.compile(r"^```(sh|text)\n(.*?)^```$", re.M | re.S)
_CODE = re.compile(r"# 退出码 (\d)")


def year() -> str:
    """The section of the guide, without its head."""
    return re.split(r"^## ", GUIDE.read_text(encoding="utf-8").split("\n## 一年的工作\n")[1], flags=re.M)[0]


def test_every_command_of_the_year_runs_and_says_what_the_guide_says(tmp_path: Path, planforge: Planforge) -> None:
    folder, said, by_hand = tmp_path, "", list(BY_HAND)
    for kind, content in _BLOCK.findall(year()):
        if kind == "text":
            assert [line for line in content.splitlines() if line.strip() and line not in said] == []
            continue
        said = ""
        for command in commands(content):
            if command[0] == "cd":
                folder = folder / command[1]
                continue
            said += run(planforge, command, folder)
            if by_hand and command[1:3] == by_hand[0][0].split():
                by_hand.pop(0)[1](folder)
    assert not by_hand
    assert {path.name for path in folder.glob("plan_specs/*.yaml")} == {"示例.yaml", "2028年要点.yaml", "units.yaml"}


def commands(block: str) -> Iterator[list[str]]:
    """Each line as words; the last tells the exit code that the guide promises."""
    for line in block.splitlines():
        words = shlex.split(line, comments=True)
        if words:
            code = _CODE.search(line)
            yield [*words, code[1] if code else "0"]


def run(planforge: Planforge, command: list[str], folder: Path) -> str:
    """What the command says; its exit code is the one that the guide promises."""
    name, *arguments, code = command
    assert name == "planforge"
    done = planforge(*arguments, folder=folder)
    said = (done.stdout + done.stderr).decode()
    assert str(done.returncode) == code, f"{shlex.join(command)}\n{said}"
    return said


def an_office_edits_the_word_file(folder: Path) -> None:
    document = docx.Document(str(folder / "征求意见稿.docx"))
    for paragraph in document.paragraphs:
        for each in paragraph.runs:
            each.text = each.text.replace("建立裁决员名录", "建立由20名裁决员组成的名录")
    (folder / "返回的稿子").mkdir()
    document.save(str(folder / "返回的稿子" / "市司法局.docx"))


def a_clerk_adopts_it(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / "意见汇总表.xlsx")
    sheet = book.worksheets[0]
    top = next(row for row in sheet.iter_rows() if row[0].value == "序号")
    column = next(cell.column for cell in top if cell.value == "采纳情况")
    sheet.cell(top[0].row + 1, column).value = "采纳"
    book.save(folder / "意见汇总表.xlsx")


def units_report_in_june(folder: Path) -> None:
    fill(folder, "1.1", 状态="已完成", 进展="5月建成技术调查官库，首批入库10人。", 佐证="示中法〔2027〕12号")
    fill(folder, "1.2", 状态="推进中", 进展="口审庭已启用。")
    fill(folder, "2.1", 状态="推进中")
    fill(folder, "2.2", 状态="推进中", 进展="4月办了宣传周。")


def units_report_in_december(folder: Path) -> None:
    fill(folder, "1.2", 进展="口审庭审理12件，名录还没有公布。")
    fill(folder, "2.1", 状态="已完成", 进展="各县（市、区）都已设站。")
    fill(folder, "2.2", 备注="培训班改在明年一季度办")


def fill(folder: Path, number: str, **cells: str) -> None:
    book = openpyxl.load_workbook(folder / "台账.xlsx")
    sheet = book["台账"]
    top = next(row for row in sheet.iter_rows() if row[0].value == "编号")
    row = next(row for row in sheet.iter_rows(min_row=top[0].row) if row[0].value == number)
    for head, words in cells.items():
        row[next(cell.column for cell in top if cell.value == head) - 1].value = words
    book.save(folder / "台账.xlsx")


#: What people do behind a command, in the order of the year.
BY_HAND: tuple[tuple[str, Callable[[Path], None]], ...] = (
    ("render plan_specs/示例.yaml", an_office_edits_the_word_file),
    ("comments collect", a_clerk_adopts_it),
    ("ledger export", units_report_in_june),
    ("ledger export", units_report_in_december),
)
