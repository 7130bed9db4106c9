"""Markdown says what the paper says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from planforge.model import Attachment, Document, Section, Text
from planforge.renderers import markdown
from planforge.text import outline

Make = Callable[..., Any]


def shown(source: str) -> str:
    """The words that a reader of the rendered page sees."""
    tokens = MarkdownIt("commonmark").enable("table").parse(source)
    return "\n".join("".join(c.content for c in t.children or ()) for t in tokens if t.type == "inline")


def test_headings_keep_their_markers_and_tasks_their_units(make_plan: Make) -> None:
    lines = markdown.render(make_plan()).decode().split("\n\n")
    assert "## 一、完善保护体系，抓好第1批任务" in lines
    assert any(line.startswith("（一）推进第1项改革。加强") and line.endswith("完成时限：9月底前）") for line in lines)


def test_the_notice_stands_before_the_plan(make_plan: Make) -> None:
    heads = [line for line in markdown.render(make_plan()).decode().splitlines() if line.startswith("# ")]
    assert heads == ["# 关于印发《2027年示例市知识产权工作要点》的通知", "# 2027年示例市知识产权工作要点"]


def test_tables_of_attachments_are_tables(make_plan: Make) -> None:
    part = Attachment(Text("分工表"), tables=((("任务", "单位"), ("建|平台", "市财政局")),))
    said = markdown.render(make_plan(attachments=(part,))).decode()
    assert "| 任务 | 单位 |\n| --- | --- |\n| 建\\|平台 | 市财政局 |" in said


@settings(deadline=None)
@given(st.text("1234. )（一）-+=#*_`[]<>&|~\\甲乙", min_size=1, max_size=30))
def test_marks_in_a_text_are_shown_and_not_obeyed(words: str) -> None:
    plan = outline.complete(Document(title=Text("要点"), sections=(Section(heading=Text("任务"), text=Text(words)),)))
    assert "".join(words.split()) in "".join(shown(markdown.render(plan).decode()).split())
