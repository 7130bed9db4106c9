"""Tasks that bear no number, and tables behind the text."""

from __future__ import annotations

import pytest
from readings import document, outline, reading

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


LOST = """示例市做好2027年乡村振兴重点工作的意见
为做好今年的工作，提出如下意见。
坚决扛牢粮食安全责任
（一）稳定播种面积。落实粮食安全党政同责。
（二）扩大油料生产。开发冬闲田扩种油菜。
强化现代农业支撑
（三）保护耕地。严守耕地红线。
坚决守住返贫底线
（四）完善帮扶机制。精准确定监测对象。
"""


def test_names_of_parts_that_lost_their_numbers_are_parts() -> None:
    assert outline(document(LOST)) == {
        "1": "坚决扛牢粮食安全责任",
        "1.1": "稳定播种面积",
        "1.2": "扩大油料生产",
        "2": "强化现代农业支撑",
        "2.3": "保护耕地",
        "3": "坚决守住返贫底线",
        "3.4": "完善帮扶机制",
    }


def test_a_short_line_within_numbered_parts_is_none_of_them() -> None:
    one, two = (
        "一、加强服务\n强化要素保障\n（一）保障用地。优先供地。\n",
        "二、加强监管\n优化监管方式\n（二）联合检查。一年一次。\n",
    )
    text = f"示例市若干措施\n{one}{two}"
    assert list(outline(document(text))) == ["1", "1.1", "2", "2.2"]


def test_principles_of_two_halves_are_items_though_the_first_begins_as_a_sentence_may() -> None:
    text = "示例市方案\n一、基本原则\n以人为本、尊重意愿。保障群众权益。\n存量优先、带动增量。鼓励群众参与。\n"
    assert list(outline(document(text)).values()) == ["基本原则", "以人为本、尊重意愿", "存量优先、带动增量"]
