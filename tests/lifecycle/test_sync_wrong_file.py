"""The wrong file given to `sync` doesn't cost the plan its tasks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import docx
import pytest

from planforge.api import issuing
from planforge.lifecycle.sync import sync

Run = Callable[..., CompletedProcess[bytes]]
TASKS = [("开展专项执法", "查处案件80件以上"), ("强化司法保护", "推行快审快结"), ("推广白名单", "推广质押融资白名单"),
         ("开展银企对接", "开展活动4场"), ("培育示范企业", "培育10家"), ("办好宣传周", "面向社区宣讲")]  # fmt: skip


def plan_of(title: str, tasks: list[tuple[str, str]]) -> str:
    rows = "".join(
        f"  - {{标题: {heading}, 内容: {text}。, 责任单位: 市知识产权局, 落实: 省意见#1.{turn}}}\n"
        for turn, (heading, text) in enumerate(tasks, 1)
    )
    return f"标题: {title}\n上级文件: {{省意见: 省意见.docx}}\n部分:\n- 标题: 重点工作\n  任务:\n{rows}"


PLAN = plan_of("2027年示例市知识产权工作要点", TASKS)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("要点.yaml").write_text(PLAN, encoding="utf-8")
    Path("要点.docx").write_bytes(issuing.render("要点.yaml"))
    last = docx.Document()
    lines = ["2026年示例市知识产权工作要点", "一、重点工作"]
    lines += [
        f"（{number}）{heading}。{text}。（责任单位：市知识产权局）"
        for number, (heading, text) in zip("一二", TASKS[:2], strict=True)
    ]
    for line in lines:
        last.add_paragraph(line)
    last.save("去年.docx")
    return tmp_path


def shortened(count: int) -> None:
    """The file of the plan without that many tasks."""
    document = docx.Document("要点.docx")
    for heading, _ in TASKS[:count]:
        gone = next(each for each in document.paragraphs if heading in each.text)
        gone._p.getparent().remove(gone._p)
    document.save("改过.docx")


def said(done: CompletedProcess[bytes]) -> str:
    return (done.stdout + done.stderr).decode()


def test_last_year_s_file_stops_it_whatever_was_agreed(folder: Path, planforge: Run) -> None:
    for options in ((), ("--yes",), ("--dry-run",)):
        done = planforge("sync", "要点.yaml", "去年.docx", *options, folder=folder)
        assert done.returncode == 2
        assert "标题是2026年的《2026年示例市知识产权工作要点》" in said(done) and "--force" in said(done)
        assert Path("要点.yaml").read_text(encoding="utf-8") == PLAN


def test_a_forced_sync_of_another_year_keeps_what_there_was(folder: Path, planforge: Run) -> None:
    done = planforge("sync", "要点.yaml", "去年.docx", "--yes", "--force", folder=folder)
    assert (done.returncode, "原来的存为 要点.旧.yaml" in said(done)) == (0, True)
    assert Path("要点.旧.yaml").read_text(encoding="utf-8") == PLAN
    assert "2026年" in Path("要点.yaml").read_text(encoding="utf-8")


def test_another_document_s_title_stops_it(folder: Path) -> None:
    document = docx.Document()
    document.add_paragraph("云岭县森林防火应急预案")
    document.add_paragraph("一、总则")
    document.add_paragraph("（一）适用范围。适用于森林火灾的应对。")
    document.save("别的.docx")
    assert sync("要点.yaml", "别的.docx").stranger == "标题是《云岭县森林防火应急预案》"


def test_a_colleague_may_change_the_title_of_the_plan_s_own_file(folder: Path) -> None:
    document = docx.Document("要点.docx")
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace("2027年示例市知识产权工作要点", "2028年示例市质量强市工作计划")
    document.save("改过.docx")
    synced = sync("要点.yaml", "改过.docx")
    assert (synced.stranger, "2028年示例市质量强市工作计划" in synced.after.decode()) == ("", True)


def test_a_workbook_is_no_word_file_and_the_message_says_what_takes_it(folder: Path, planforge: Run) -> None:
    planforge("ledger", "export", "要点.yaml", "-o", "台账.xlsx", folder=folder)
    done = planforge("sync", "要点.yaml", "台账.xlsx", "--yes", folder=folder)
    assert done.returncode == 2 and done.stdout == b""
    said = done.stderr.decode()
    assert "这是 Excel 工作簿，不是 Word 稿" in said and "planforge ledger import" in said and said.count("\n") == 1
    assert Path("要点.yaml").read_text(encoding="utf-8") == PLAN


def test_many_tasks_gone_want_more_than_yes(folder: Path, planforge: Run) -> None:
    shortened(3)
    done = planforge("sync", "要点.yaml", "改过.docx", "--yes", folder=folder)
    assert (done.returncode, "要删去 3 项任务（全文 6 项），没有写入" in said(done)) == (1, True)
    assert Path("要点.yaml").read_text(encoding="utf-8") == PLAN
    done = planforge("sync", "要点.yaml", "改过.docx", "--yes", "--force", folder=folder)
    assert (done.returncode, Path("要点.旧.yaml").read_text(encoding="utf-8")) == (0, PLAN)
    assert "开展专项执法" not in Path("要点.yaml").read_text(encoding="utf-8")


def test_a_task_or_two_gone_are_an_edit_like_others(folder: Path, planforge: Run) -> None:
    shortened(2)
    done = planforge("sync", "要点.yaml", "改过.docx", "--yes", folder=folder)
    assert (done.returncode, Path("要点.旧.yaml").exists()) == (0, False)
    assert "强化司法保护" not in Path("要点.yaml").read_text(encoding="utf-8")
