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


def test_what_stands_above_the_first_section_under_a_name_that_all_papers_have_is_a_part() -> None:
    aims = "总体要求与目标：坚持以习近平新时代中国特色社会主义思想为指导，把教育摆在优先位置。\n"
    figures = "具体指标\n到2027年，新建学校50所，学位供给率达到95%以上。\n"
    read = document(
        f"示例市教育改革方案\n为推进教育改革，制定本方案。\n{aims}{figures}一、扩大学位\n新建学校3所。\n二、保障\n健全机制。\n"
    )
    assert read.preamble.value == "为推进教育改革，制定本方案。"
    assert [(section.heading.value, section.role) for section in read.sections] == [
        ("总体要求与目标", "guidance"),
        ("具体指标", "goals"),
        ("扩大学位", "tasks"),
        ("保障", "safeguards"),
    ]
    assert read.sections[0].text.value.startswith("坚持以")
    assert [target.value for target in read.sections[1].targets] == [50, 95]


def test_a_lead_in_that_says_what_the_aims_are_stays_one() -> None:
    lead = "2027年教育工作的总体要求是：坚持立德树人，扩大学位供给，办好人民满意的教育。"
    read = document(f"示例市2027年教育工作要点\n{lead}\n一、扩大学位\n新建学校3所。\n二、保障\n健全机制。\n")
    assert (read.preamble.value, len(read.sections)) == (lead, 2)
