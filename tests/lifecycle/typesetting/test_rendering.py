"""Rendering in a workspace: its own templates and style, and PDF where LibreOffice is there."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import docx
import pytest

from planforge.api import issuing
from planforge.model import InputError

PLAN = """\
标题: 2027年示例市工作要点
年度: 2027
部分:
  - 标题: 强化保护
    任务:
      - {标题: 完善制度, 内容: 建立健全制度，压实责任。}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan in a workspace that has settings and nothing else."""
    (tmp_path / "planforge.yaml").write_text("样式: times\n", encoding="utf-8")
    path = tmp_path / "要点.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def test_the_templates_of_a_workspace_replace_the_shipped_ones(plan: Path) -> None:
    assert "请结合实际，认真抓好落实。" not in texts(issuing.render(str(plan)))
    folder = plan.parent / "templates" / "notice"
    folder.mkdir(parents=True)
    (folder / "印发通知.j2").write_text(
        "关于印发要点的通知\n{{ 主送机关 }}：\n请结合实际，认真抓好落实。\n", encoding="utf-8"
    )
    assert "请结合实际，认真抓好落实。" in texts(issuing.render(str(plan)))


def test_a_template_that_reaches_too_far_is_refused(plan: Path) -> None:
    folder = plan.parent / "templates" / "notice"
    folder.mkdir(parents=True)
    (folder / "印发通知.j2").write_text("{{ 标题.__class__.__mro__ }}\na\nb", encoding="utf-8")
    with pytest.raises(InputError, match="通知模板"):
        issuing.render(str(plan))


def test_a_pdf_is_the_same_each_time(plan: Path, soffice: str) -> None:
    made = issuing.render(str(plan), "pdf")
    assert made.startswith(b"%PDF-")
    assert made == issuing.render(str(plan), "pdf")


def test_without_libreoffice_a_pdf_is_refused_with_a_way_out(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(InputError, match="LibreOffice，本机没有安装"):
        issuing.render(str(plan), "pdf")


def test_the_pdf_lies_beside_the_plan() -> None:
    assert issuing.default_target("plans/要点.yaml", "pdf") == str(Path("plans/要点.pdf"))


def edited(path: Path) -> bytes:
    """The file as a colleague saves it, with a word of their own."""
    document = docx.Document(str(path))
    document.add_paragraph("办公室意见：同意。")
    document.save(str(path))
    return path.read_bytes()


def test_a_word_file_that_a_colleague_edited_is_kept_when_the_plan_is_set_again(
    plan: Path, planforge: Callable[..., CompletedProcess[bytes]]
) -> None:
    assert "旧" not in planforge("render", plan.name, folder=plan.parent).stderr.decode()
    assert "旧" not in planforge("render", plan.name, folder=plan.parent).stderr.decode()
    theirs = edited(plan.with_suffix(".docx"))
    said = planforge("render", plan.name, folder=plan.parent).stderr.decode()
    assert "有人改过，原来的存为 要点.旧.docx" in said and "planforge sync 要点.yaml 要点.旧.docx" in said
    assert (plan.parent / "要点.旧.docx").read_bytes() == theirs
    assert "办公室意见：同意。" not in texts(plan.with_suffix(".docx").read_bytes())
    edited(plan.with_suffix(".docx"))
    planforge("render", plan.name, "-o", "要点.docx", folder=plan.parent)
    assert (plan.parent / "要点.旧.docx").read_bytes() == theirs and (plan.parent / "要点.旧1.docx").is_file()


def test_a_change_to_the_plan_or_the_style_leaves_nothing_aside(plan: Path) -> None:
    target = plan.with_suffix(".docx")
    for style in ("gbt9704", "letter"):
        made = issuing.render(str(plan), style=style)
        assert issuing.keep_edited(str(target), made) == ""
        target.write_bytes(made)
    target.write_text("不是 Word 文件", encoding="utf-8")
    assert issuing.keep_edited(str(target), made) == str(plan.parent / "要点.旧.docx")


def test_build_keeps_what_was_edited_in_its_output(
    plan: Path, planforge: Callable[..., CompletedProcess[bytes]]
) -> None:
    (plan.parent / "plan_specs").mkdir()
    plan.rename(plan.parent / "plan_specs" / plan.name)
    planforge("build", ".", folder=plan.parent)
    theirs = edited(plan.parent / "build" / "要点.docx")
    said = planforge("build", ".", folder=plan.parent).stdout.decode()
    assert "有人改过，存为 build/要点.旧.docx" in said
    assert (plan.parent / "build" / "要点.旧.docx").read_bytes() == theirs


def test_who_writes_signers_for_a_letter_is_told_that_it_has_none(
    plan: Path, planforge: Callable[..., CompletedProcess[bytes]]
) -> None:
    plan.write_text(f"{PLAN}签发人: [张明]\n版记: {{印发机关: 示例市知识产权局办公室}}\n", encoding="utf-8")
    told = planforge("render", plan.name, "--style", "letter", folder=plan.parent)
    assert "信函格式没有签发人、印发机关这些要素，没有印出来。上行文请用“文件”格式的样式。" in told.stderr.decode()
    assert told.returncode == 0
    assert "没有印出来" not in planforge("render", plan.name, folder=plan.parent).stderr.decode()
