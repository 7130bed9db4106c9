"""Tasks that bear no number, and tables behind the text."""

from __future__ import annotations

import pytest
from readings import document, reading

PLAIN = (
    "示例市2027年养老服务工作{}\n2027年，我们要做好养老服务工作。\n新增床位1200张，由市民政局负责。\n建设食堂20个。\n"
)


def test_paragraphs_of_a_plan_that_numbers_nothing_are_items_which_is_told() -> None:
    found = reading(PLAIN.format("要点"))
    assert found.document.preamble.value == "2027年，我们要做好养老服务工作。"
    assert [section.text.value for section in found.document.sections] == [
        "新增床位1200张，由市民政局负责。",
        "建设食堂20个。",
    ]
    (told,) = found.diagnostics
    assert (told.code, told.span.start.line) == ("I107", 3)


@pytest.mark.parametrize("kind", ["表彰决定", "会议通知", "函"])
def test_paragraphs_of_what_hands_out_no_work_are_no_items(kind: str) -> None:
    assert document(PLAIN.format(kind)).sections == ()


def test_a_table_about_tasks_behind_the_text_that_names_nobody_is_told() -> None:
    rows = "".join(f"<tr><td>{turn}</td><td>第{turn}件事</td></tr>" for turn in (1, 2))
    text = "".join(f"<p>{line}</p>" for line in ("2027年工作要点", "一、抓产业", "引进项目3个。", "附件", "任务清单"))
    page = f"{text}<table>{rows}</table>"
    assert [each.code for each in reading(page, "要点.html").diagnostics] == ["I108"]
