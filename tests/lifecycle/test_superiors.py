"""What a superior document asks for, wherever it says so; one that asks for nothing is never taken as answered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import docx
import pytest

from planforge.lifecycle.loading import load
from planforge.lifecycle.superiors import find_superiors
from planforge.model import Document, InputError, Task

Run = Callable[..., CompletedProcess[bytes]]
PLAN = "标题: 2027年示例市养老服务工作要点\n年度: 2027\n部分: [{标题: 建设社区食堂, 内容: 建设社区食堂20个。}]\n"
BODY = ("云溪省养老服务规划", "一、重点任务", "（一）推进公建民营。推进公办养老机构公建民营改革，新增床位800张。")
HEAD = ("序号", "重点任务", "责任单位", "完成时限")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "要点.yaml").write_text(PLAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def superior(path: str) -> Document:
    ((_, document),) = find_superiors(Document(), [path]).documents()
    return document


def attached(title: str, *rows: tuple[str, ...]) -> list[Task]:
    """The tasks of a superior document beyond its text, which has an attachment with these rows."""
    word = docx.Document()
    for line in (*BODY, f"附件：{title}", "附件", title):
        word.add_paragraph(line)
    table = word.add_table(0, len(rows[0]))
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    word.save("省规划.docx")
    return [leaf for section in superior("省规划.docx").sections[1:] for leaf in section.leaves()]


def test_rows_of_a_table_behind_the_text_that_say_more_than_it_are_tasks(folder: Path) -> None:
    (task,) = attached(
        "重点任务分工表",
        HEAD,
        ("1", "推进公办养老机构公建民营", "省民政厅", "6月底前"),
        ("2", "开展老年人防诈骗宣传进社区", "省公安厅", "每季度"),
    )
    assert (task.id, task.heading.value) == ("附件1.2", "开展老年人防诈骗宣传进社区")
    assert [unit.value for unit in task.units.responsible] == ["省公安厅"]
    assert (task.deadlines[0].recurs, task.line > len(BODY)) == ("每季度", True)


def test_a_row_with_a_figure_that_the_text_has_not_says_more(folder: Path) -> None:
    row = ("1", "推进公办养老机构公建民营改革，新增床位1200张", "省民政厅", "6月底前")
    assert [task.id for task in attached("重点任务分工表", HEAD, row)] == ["附件1.1"]


def test_a_timetable_behind_the_text_asks_for_nothing(folder: Path) -> None:
    assert not attached("培训班日程", ("日期", "时间", "课程", "主讲单位"), ("1日", "上午", "政策解读", "省民政厅"))


def test_a_table_in_a_plan_of_yaml_is_read_as_one_in_word(folder: Path) -> None:
    table = "附件: [{标题: 任务分工表, 表格: [[[任务, 责任单位], [开展防诈骗宣传, 市公安局]]]}]\n"
    Path("市要点.yaml").write_text(PLAN + table, encoding="utf-8")
    assert [leaf.id for leaf in superior("市要点.yaml").leaves()] == ["1", "附件1.1"]


def test_items_behind_a_notice_without_any_are_what_it_asks_for(folder: Path) -> None:
    text = "关于做好养老服务工作的通知\n各区县民政局：\n请做好工作。\n附件：重点工作\n示例市民政局\n2027年1月5日\n"
    items = "附件\n重点工作\n一、建设床位\n（一）新建床位。新建床位800张。\n（二）改造床位。改造床位200张。\n"
    Path("上级.txt").write_text(text + items, encoding="utf-8")
    found = [(leaf.id, leaf.heading.value) for leaf in superior("上级.txt").demands()]
    assert found == [("附件1.1.1", "新建床位"), ("附件1.1.2", "改造床位")]


NOTICE = "关于召开养老服务工作会议的通知\n各区县民政局：\n定于3月5日召开养老服务工作会议，请准时参加。\n"


@pytest.mark.parametrize("words", [NOTICE, "示例市2027年工作要點\n建設養老床位。\n"])
def test_a_superior_document_in_which_no_task_is_found_is_refused(folder: Path, words: str) -> None:
    Path("上级.txt").write_text(words, encoding="utf-8")
    with pytest.raises(InputError, match=r"上级\.txt：.*一项任务也没有读出来.*请打开文件看看"):
        superior("上级.txt")


@pytest.mark.parametrize("command", ["coverage", "check", "link", "status", "draft --year 2028"])
def test_no_command_takes_such_a_document_as_answered(folder: Path, planforge: Run, command: str) -> None:
    Path("上级.txt").write_text(NOTICE, encoding="utf-8")
    name, *options = command.split()
    done = planforge(name, "要点.yaml", *options, "--against", "上级.txt", folder=folder)
    assert done.returncode == 2
    assert "一项任务也没有读出来" in done.stderr.decode()


def test_paragraphs_of_a_plan_without_numbers_are_its_tasks(folder: Path) -> None:
    Path("上级.txt").write_text(
        "示例市2027年养老服务工作要点\n2027年，我们要做好养老服务工作。\n"
        "新增家庭养老床位1200张，由市民政局负责。\n建设社区食堂20个。\n",
        encoding="utf-8",
    )
    assert [leaf.text.value for leaf in superior("上级.txt").demands()] == [
        "新增家庭养老床位1200张，由市民政局负责。",
        "建设社区食堂20个。",
    ]


LINKED = """\
标题: 2027年示例市养老服务工作要点
年度: 2027
上级文件: {省规划: 省规划.txt}
部分:
  - {标题: 建设社区食堂, 内容: 建设社区食堂20个。, 落实: 省规划#1.1}
"""
TEXT = (
    "云溪省养老服务规划\n云政发〔2027〕8号\n一、重点任务\n（一）建设食堂。建设社区食堂。\n（二）改革。推进公建民营。\n"
)


def aliases(plan: str, *against: str) -> list[str]:
    document = load(plan).document
    return [alias for alias, _ in find_superiors(document, against).found]


@pytest.fixture
def linked(folder: Path) -> Path:
    Path("要点.yaml").write_text(LINKED, encoding="utf-8")
    Path("省规划.txt").write_text(TEXT, encoding="utf-8")
    return folder


def test_another_copy_of_a_document_that_the_plan_names_goes_by_the_plans_name(linked: Path) -> None:
    Path("下载（1）.txt").write_text(TEXT, encoding="gb18030")
    assert aliases("要点.yaml", "下载（1）.txt") == ["省规划"]


def test_another_document_goes_by_its_own_file_name(linked: Path) -> None:
    Path("省意见.txt").write_text(TEXT.replace("8号", "9号"), encoding="utf-8")
    assert aliases("要点.yaml", "省意见.txt") == ["省意见"]
    assert aliases("要点.yaml", "省意见.txt", "省规划.txt") == ["省意见", "省规划"]


def test_a_document_named_by_its_number_alone_is_known_by_it(linked: Path) -> None:
    Path("要点.yaml").write_text(LINKED.replace("省规划.txt", "云政发〔2027〕8号"), encoding="utf-8")
    Path("省规划.txt").rename("下载.txt")
    assert aliases("要点.yaml", "下载.txt") == ["省规划"]


def test_a_document_given_twice_counts_once(linked: Path) -> None:
    assert aliases("要点.yaml", "省规划.txt", "./省规划.txt") == ["省规划"]


def test_a_plan_is_not_held_against_itself(linked: Path) -> None:
    with pytest.raises(InputError, match="同一个文件"):
        aliases("要点.yaml", "./要点.yaml")
    Path("要点.yaml").write_text(LINKED.replace("省规划.txt", "要点.yaml"), encoding="utf-8")
    with pytest.raises(InputError, match="同一个文件"):
        aliases("要点.yaml")


def test_a_registered_file_that_cannot_be_read_does_not_stop_another_that_is_asked_for(linked: Path) -> None:
    Path("省规划.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    Path("省意见.txt").write_text(TEXT, encoding="utf-8")
    assert aliases("要点.yaml", "省意见.txt") == ["省意见"]
