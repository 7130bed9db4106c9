"""The forms that the measure of a 文件 doesn't know, on rendered pages: where things stand, in millimetres."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pdfplumber
import pytest

from planforge.model import Attachment, Document, Header, Imprint, Notice, Section, Text, Units
from planforge.renderers import docx
from planforge.renderers.docx import ending
from planforge.styles import load

pytestmark = pytest.mark.layout

Make = Callable[..., Document]
MM = 25.4 / 72
#: The width of a character of 3号, in mm.
EM = 16 * MM
RED = (1, 0, 0)
NUMBER = re.compile(r"— ?(\d+) ?—")


Print = Callable[..., list[list[Any]]]


def near(value: float) -> Any:
    return pytest.approx(value, abs=1)


def test_a_letter_has_double_rules_of_170_mm_and_no_number_on_page_one(make_plan: Make, sheets: Print) -> None:
    letter = make_plan(kind="notice", title=Text("关于报送有关情况的函"), header=Header("000001", "机密★1年", "特急"))
    ((first, *others),) = sheets(letter, style="letter")
    red = [rule for rule in first.rules if tuple(rule[3]) == RED]
    upper, lower = [r for r in red if r[0] < 150], [r for r in red if r[0] > 150]
    assert len(upper) >= 2 and len(lower) >= 2
    assert all((rule[1], rule[2]) == (near(20), near(190)) for rule in red)
    assert upper[0][0] - first.line("示例市市场监督管理局").base == near(
        4 + 2
    )  # the foot of the characters, their descent
    assert lower[-1][0] == near(297 - 20)
    assert first.number is None and [page.number for page in others] == list(range(2, len(others) + 2))
    number = first.line("示知〔2027〕1号")
    assert number.text.startswith("000001") and number.right == near(184)
    assert not any(tuple(rule[3]) == RED for page in others for rule in page.rules)


def test_the_table_of_tasks_lies_with_its_head_at_the_binding_and_numbers_where_they_were(
    make_plan: Make, sheets: Print
) -> None:
    (pages,) = sheets(make_plan(tasks=5), style="breakdown")
    lying = [page for page in pages if page.wide > page.high]
    assert len(lying) > 1
    for page in lying:
        head = page.line("重点任务")
        assert "具体举措" in head.text and "完成时限" in head.text
        assert (page.rules[0][1], page.rules[0][2]) == (near(35), near(297 - 37))
    assert lying[1].rules[0][0] == near(28)
    assert "附件" in lying[0].text and lying[0].line("附件").left == near(35)


def test_names_of_units_stay_whole_in_the_table_of_tasks(make_plan: Make, printed: Callable[..., list[bytes]]) -> None:
    names = ("市科技局", "市农业农村局", "市市场监管局", "市版权局", "市发展改革委", "市委组织部", "市中级人民法院")
    plan = make_plan(sections=1)
    units = [
        Units(lead=(Text(names[n]),), support=tuple(Text(name) for name in names[n + 1 :] + names[:n]))
        for n in range(len(plan.sections[0].tasks))
    ]
    tasks = tuple(replace(task, units=own) for task, own in zip(plan.sections[0].tasks, units, strict=True))
    (file,) = printed(docx.render(make_plan(body=(replace(plan.sections[0], tasks=tasks),)), load("breakdown")))
    with pdfplumber.open(io.BytesIO(file)) as pages:
        rows = [row for page in pages.pages for table in page.extract_tables() for row in table if len(row) == 7]
    lines = [line for row in rows if row[0] != "序号" for cell in row[3:5] for line in str(cell).split("\n")]
    assert len(rows) > len(tasks) and len(lines) >= 4 * len(tasks)
    assert {name for line in lines for name in line.rstrip("、").split("、")} == set(names)


def test_an_indicator_table_repeats_its_head_and_is_as_wide_as_the_text(make_plan: Make, sheets: Print) -> None:
    rows = tuple((str(n), "万人高价值发明专利拥有量", "件", str(n * 3)) for n in range(1, 60))
    part = Attachment(Text("主要指标表"), tables=((("序号", "指标", "单位", "目标值"), *rows),))
    (printed,) = sheets(make_plan(attachments=(part,)))
    pages = [page for page in printed if "万人高价值" in page.text]
    assert len(pages) > 1
    for page in pages:
        assert "序号指标单位目标值" in page.text
        assert (page.rules[0][1], page.rules[0][2]) == (near(28), near(184))


def test_the_table_of_contents_tells_the_pages_on_which_the_headings_stand(make_plan: Make, sheets: Print) -> None:
    plan = make_plan(sections=4, tasks=6)
    long = "以知识产权强市建设为统领，进一步完善保护和运用体系，服务经济社会高质量发展"
    plan = make_plan(body=(Section(heading=Text(long), tasks=plan.sections[0].tasks), *plan.sections[1:]))
    (pages,) = sheets(plan, style="toc")
    listed = [match for page in pages[1:3] for line in page.lines if (match := ENTRY.fullmatch(line.text))]
    assert len(listed) == 4 + 4 * 6
    for match in listed[1:]:
        assert match[1] in pages[int(match[2]) - 1].text
    assert long[:8] in pages[int(listed[0][2]) - 1].text
    assert {round(line.right) for page in pages[1:3] for line in page.lines if ENTRY.fullmatch(line.text)} == {184}


ENTRY = re.compile(r"(.+?)\.{5,}(\d+)")


def test_printed_on_both_sides_the_imprint_lies_at_the_foot_of_an_even_page(make_plan: Make, sheets: Print) -> None:
    for pages in sheets(*(make_plan(sections=1, tasks=tasks) for tasks in (5, 7)), style="duplex"):
        assert len(pages) % 2 == 0
        assert "抄送：" in pages[-1].text and pages[-1].rules[-1][0] == near(262)
        assert [page.number for page in pages] == list(range(1, len(pages) + 1))


def test_behind_a_lying_table_the_imprint_lies_on_an_even_page_too(make_plan: Make, sheets: Print) -> None:
    """The table of 4 tasks ends on an odd page, that of 7 on an even one."""
    plans = (make_plan(sections=1, tasks=tasks) for tasks in (4, 7))
    files = sheets(*plans, style=replace(load("duplex"), breakdown=True))
    for pages, blank in zip(files, (False, True), strict=True):
        assert len(pages) % 2 == 0
        assert "抄送：" in pages[-1].text and pages[-1].rules[-1][0] == near(262)
        assert (pages[-1].number is None, pages[-2].text == "") == (blank, blank)


def test_lines_come_closer_rather_than_leave_a_page_half_empty(make_plan: Make, sheets: Print) -> None:
    """One line too many took the last part and the signatures to the next page, and left 15 lines free."""
    words = ("认真落实各项任务，" * 28)[: 28 * 8 - 5] + "。"
    body = tuple(Section(heading=Text("抓好落实"), text=Text(text)) for text in (words, words[:50] + "。"))
    fields = {"kind": "opinion", "title": Text("关于做好知识产权工作的意见"), "preamble": Text(""), "body": body}
    ((_, second, last),) = sheets(make_plan(5, **fields))
    assert "二、抓好落实" in second.text and second.lines[-2].text == "2027年1月5日"
    assert "抄送" in last.text and "落实" not in last.text


def test_a_table_that_fills_its_page_has_no_blank_one_behind_it(make_plan: Make, sheets: Print) -> None:
    """The half line below it began a page, and that had a number and nothing else."""
    (pages,) = sheets(make_plan(sections=1, tasks=3), style="breakdown")
    (lying,) = (page for page in pages if page.wide > page.high)
    assert lying.rules[-1][0] > 175
    assert [page.number for page in pages if page.wide < page.high] == [1, 2, 3, 5]


def test_neither_a_blank_page_nor_the_imprint_behind_it_has_a_number(
    make_plan: Make, sheets: Print, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ending, "place", lambda count, section_open: "after a blank")
    ((*before, blank, last),) = sheets(make_plan(), style="duplex")
    assert [page.number for page in before] == list(range(1, len(before) + 1))
    assert (blank.text, last.number) == ("", None)
    assert "抄送：" in last.text and last.rules[-1][0] == near(262)


def test_a_plan_that_is_mostly_tables_has_its_pages_of_text_as_without_them(make_plan: Make, sheets: Print) -> None:
    rows = tuple((str(n), f"第{n}类专利拥有量", "件", "2500", "3000") for n in range(90))
    wide = tuple((*row, "市知识产权局", "12月底前") for row in rows)
    parts = (Attachment(Text("任务表"), tables=(wide,)), Attachment(Text("目标表"), tables=(rows,)))
    plain, tabled = sheets(make_plan(tasks=2), make_plan(tasks=2, attachments=parts))
    assert tabled[: len(plain) - 1] == plain[:-1]
    numbers = {page.number: page.line("—") for page in tabled if page.high > page.wide}
    assert len(tabled) == len(plain) + 10 and len(numbers) == len(plain) + 5
    assert {round(line.base) for line in numbers.values()} == {round(plain[0].line("—").base)}
    assert all((line.left > 105) == bool(number and number % 2) for number, line in numbers.items())
    assert len(tabled[-1].rules) == 3 and tabled[-1].rules[-1][0] == near(262)  # the 版记 keeps away from tables


NOTICES = {
    "short": "现印发给你们，请认真贯彻执行。",
    "medium": "现将《2027年示例市知识产权工作要点》印发给你们，请结合实际，认真抓好贯彻落实。",
    "long": "现将要点印发给你们，请结合实际，制定落实方案，明确责任分工和完成时限，认真抓好贯彻落实。" * 3,
    "several": "经市政府同意，现将要点印发给你们。\n请遵照执行。",
}
SIGNERS = ("张明", "李华", "王小军", "赵国庆", "钱进")
FULL = Header("000001", "机密★1年", "特急", SIGNERS[:3])
HEADS = (
    Header(),
    FULL,
    Header(sealed=False, note="公开"),
    replace(FULL, sealed=False),
    replace(FULL, sealed=False, signers=SIGNERS, note="公开"),
)


def test_page_one_shows_text_and_no_signature_stands_alone(make_plan: Make, sheets: Print) -> None:
    title = "示例市知识产权战略实施工作联席会议办公室关于印发2027年示例市知识产权强市建设示范城市工作要点的通知"
    to = "各县（区）人民政府，示例经济技术开发区管委会，市知识产权战略实施工作联席会议各成员单位"
    forms = [(1, "long", 0), (3, "short", 1), (4, "medium", 0), (5, "short", 2)]
    forms += [(5, "short", 3), (5, "short", 4), (5, "several", 4)]
    plans = [
        make_plan(issuers, notice=Notice(Text(title), Text(to), Text(NOTICES[said])), header=HEADS[head])
        for issuers, said, head in forms
    ]
    for pages, (_, said, _) in zip(sheets(*plans), forms, strict=True):
        assert NOTICES[said][:10] in pages[0].text
        signed = next(page for page in pages if "2027年1月5日" in page.text)
        assert signed.lines[0].text in NOTICES[said] or signed is pages[0]


def test_seals_of_joint_organs_touch_no_other_and_stay_in_the_type_area(make_plan: Make, sheets: Print) -> None:
    """7.3.5.1: 印章互不相交或相切, each upon its organ's name; they are up to 45 mm across."""
    short = tuple(Text(f"示例市{name}局") for name in ("教育", "民政", "司法", "财政", "审计"))
    for issuers in (make_plan(5).issuers, short, tuple(Text(f"市{n}办") for n in "一二三四")):
        (pages,) = sheets(replace(make_plan(5), issuers=issuers))
        signed = next(page for page in pages if "2027年1月5日" in page.text)
        rows = [(row, [each.value for each in issuers if each.value in row.text]) for row in signed.lines]
        rows = [(row, names) for row, names in rows if names]
        assert sum(len(names) for _, names in rows) == len(issuers)
        assert all(below.base - above.base > 45 for (above, _), (below, _) in pairwise(rows))
        for row, names in rows:
            first, last = row.left + len(names[0]) * EM / 2, row.right - len(names[-1]) * EM / 2
            assert last - first > 45 * (len(names) - 1) - 1
            assert first > 28 + 22.5 - 1 and last < 210 - 26 - 22.5 + 1


def test_page_one_is_full_where_the_last_paragraph_of_a_notice_turns_over(make_plan: Make, sheets: Print) -> None:
    """Kept with the signature it went over as a whole, and page 1 ended lines early."""
    texts = ["请认真落实。\n" + "各单位要细化措施，" * (3 * lines) + "抓好落实。" for lines in range(3, 15)]
    notices = [Notice(Text("关于印发工作要点的通知"), text=Text(text)) for text in texts]
    for first, second, *_ in sheets(*(make_plan(sections=1, tasks=1, notice=notice) for notice in notices)):
        *text, _ = first.lines
        assert "2027年1月5日" in first.text or (text[-1].base > 262 - 1.5 * 10.2 and "抓好落实。" in second.text)


def test_recipients_that_leave_page_one_without_text_stand_in_the_imprint(make_plan: Make, sheets: Print) -> None:
    """7.3.2: above the copies, with no rule between, set as those are. A letter's imprint has no rules at all."""
    to = Text("各县（区）人民政府，" + "，".join(f"市第{n}届运动会组织委员会" for n in range(1, 31)))
    said = {"notice": Notice(Text("关于印发工作要点的通知"), to, Text("现印发给你们，请认真贯彻执行。"))}
    own = {"body": (), "preamble": Text("商请支持有关事项。" * 9), "recipients": to, "kind": "notice"}
    for (first, *_, last), rules in (
        *zip(sheets(make_plan(**said), make_plan(5, header=FULL, **said)), (3, 3), strict=True),
        *zip(sheets(make_plan(**own), style="letter"), (0,), strict=True),
    ):
        assert "各县（区）人民政府" not in first.text and re.search(
            "现印发给你们，请认真贯彻|商请支持有关事项", first.text
        )
        assert len([rule for rule in last.rules if tuple(rule[3]) != RED]) == rules
        named, copied = last.line("主送：各县（区）人民政府"), last.line("抄送：市委办公室")
        assert named.left == copied.left == near(28 + 5) and last.line("组织委员会。").base < copied.base


def test_nothing_of_an_imprint_that_no_page_holds_is_lost(make_plan: Make, sheets: Print) -> None:
    names = [f"市第{n}届运动会组织委员会" for n in range(1, 90)]
    imprint = Imprint(tuple(Text(name) for name in names), Text("示例市知识产权局办公室"))
    for pages in sheets(
        make_plan(tasks=1, imprint=imprint), make_plan(tasks=1, imprint=imprint, recipients=Text("，".join(names)))
    ):
        *_, before, last = pages
        assert last.rules[-1][0] == near(262)
        said = "".join(line.text for page in pages for line in page.lines if not NUMBER.fullmatch(line.text))
        assert "抄送：" + "，".join(names) + "。" in said
        assert all(
            37 < line.base < 262 for page in (before, last) for line in page.lines if not NUMBER.fullmatch(line.text)
        )


def test_lines_of_a_long_imprint_come_closer_so_that_a_page_holds_it(make_plan: Make, sheets: Print) -> None:
    names = tuple(Text(f"第{n}街道养老服务综合中心") for n in range(1, 71))
    ((*_, before, last),) = sheets(make_plan(sections=1, imprint=Imprint(names, Text("示例市民政局办公室"))))
    assert "抄送：" in last.text and "街道" not in before.text
    assert last.rules[-1][0] == near(262)


def test_a_mark_is_no_smaller_than_the_title_below_it(make_plan: Make, printed: Callable[..., list[bytes]]) -> None:
    title = Text("示例市知识产权战略实施工作联席会议办公室关于印发2027年示例市知识产权强市建设工作要点的通知" * 2)
    notice = Notice(title, Text("各县（区）人民政府，" * 12), Text("现印发给你们，请认真贯彻执行。"))
    (file,) = printed(docx.render(make_plan(notice=notice)))
    with pdfplumber.open(io.BytesIO(file)) as pages:
        sizes = {c["non_stroking_color"] == RED: c["size"] for c in pages.pages[0].chars if c["size"] > 20}
        assert "请认真贯彻执行" in pages.pages[0].extract_text().replace("\n", "")
    assert sizes[True] >= sizes[False] == pytest.approx(22, abs=0.1)


def test_a_long_printer_turns_over_in_the_imprint(make_plan: Make, sheets: Print) -> None:
    name = "示例市知识产权战略实施工作联席会议办公室（示例市市场监督管理局知识产权保护处）"
    imprint = Imprint(tuple(Text(f"市第{n}届运动会组织委员会") for n in range(12)), Text(name))
    ((*_, last),) = sheets(make_plan(imprint=imprint))
    assert last.rules[-1][0] == near(262)
    assert last.line("印发").base < 262 < last.high - 30


def test_no_signature_of_a_letter_stands_alone(make_plan: Make, sheets: Print) -> None:
    said = {"kind": "notice", "title": Text("关于商请支持有关工作的函"), "recipients": Text("省知识产权局")}
    forms = ((1, 11), (5, 10))
    texts = [("商请支持有关工作事项如下，" * 60)[: 28 * lines - 5] + "。" for _, lines in forms]
    letters = [
        make_plan(issuers, body=(), preamble=Text(text), **said)
        for (issuers, _), text in zip(forms, texts, strict=True)
    ]
    for pages, text in zip(sheets(*letters, style="letter"), texts, strict=True):
        signed = next(page for page in pages if "2027年1月5日" in page.text)
        assert signed is pages[0] or signed.lines[0].text in text
        assert "商请支持" in pages[0].text.partition("省知识产权局：")[2]


def test_names_of_attachments_and_a_signature_do_not_fill_a_page_without_text(make_plan: Make, sheets: Print) -> None:
    """附件说明 is no text: what has it on page 2 has a line of the text there, too."""
    said = {"kind": "notice", "title": Text("关于认真落实《2027年示例市知识产权工作要点》有关任务的通知")}
    text = Text("现将《2027年示例市知识产权工作要点》涉及你单位的任务印发给你们，" + "请认真组织落实。" * 8)
    table = (("序号", "任务"), ("1", "优化专利资助"))
    roles = ("牵头", "责任", "配合", "督办")
    forms = [
        tuple(Attachment(Text(f"市知识产权局{role}任务清单"), tables=(table,)) for role in roles[:many])
        for many in range(1, 5)
    ]
    letters = [make_plan(body=(), preamble=text, attachments=parts, **said) for parts in forms]
    for pages in sheets(*letters):
        signed = next(page for page in pages if "2027年1月5日" in page.text)
        assert signed is pages[0] or signed.lines[0].text in text.value
        assert "附件：" in signed.text and text.value[:10] in pages[0].text


def test_the_names_of_the_attachments_of_a_plan_stand_below_text(make_plan: Make, sheets: Print) -> None:
    """Whatever the number of lines above: of 22 that fit on a page two would leave it alone on the next."""
    part = Attachment(Text("任务分工表"), tables=((("序号", "任务"), ("1", "优化专利资助")),))
    texts = [Text("\n".join(["落实各项任务，" * 6] * two_lines)) for two_lines in range(11, 22)]
    plans = [make_plan(body=(Section(heading=Text("完善保护体系"), text=text),), attachments=(part,)) for text in texts]
    for pages in sheets(*plans):
        named = next(page for page in pages if "附件：任务分工表" in page.text)
        assert "落实" in named.text.partition("附件：")[0]


def test_a_last_paragraph_that_turns_over_to_the_names_of_the_attachments_leaves_no_gap(
    make_plan: Make, sheets: Print
) -> None:
    ((_, text, named, *_),) = sheets(make_plan(sections=1, tasks=3), style="breakdown")
    assert "附件：" in named.text and named.lines[0].text != named.line("附件：").text
    assert text.lines[-2].base > 257 and text.lines[-1].text == "—2—"


def test_names_and_signature_below_a_paragraph_longer_than_a_page_have_some_of_it_with_them(
    make_plan: Make, sheets: Print
) -> None:
    """No page holds the paragraph and what follows it: it fills the pages, and doesn't begin one of its own."""
    parts = tuple(
        Attachment(
            Text(f"第{n}类清单"),
            tables=((("序号", "任务"), ("1", "优化"))),
        )
        for n in "一二三四"
    )
    texts = [Text(("落实有关任务，" * 200)[: 28 * lines - 5] + "。") for lines in (20, 28, 36, 40)]
    plans = [
        form
        for text in texts
        for form in (
            make_plan(kind="notice", body=(), preamble=Text("现将要点印发。\n" + text.value), attachments=parts),
            make_plan(kind="opinion", body=(Section(heading=Text("完善"), text=text),), attachments=parts),
            make_plan(body=(Section(heading=Text("完善保护体系"), text=text),), attachments=parts),
        )
    ]
    for pages in sheets(*plans):
        place, named = next((place, page) for place, page in enumerate(pages) if "附件：" in page.text)
        assert "落实有关" in named.text.partition("附件：")[0] and "4.第四类清单" in named.text
        above = pages[place - 1].lines
        assert above[-2].base > 250 and set(above[-2].text) <= set("落实有关任务，。")
        signed = next(page for page in pages if "2027年1月5日" in page.text)
        assert signed is named or "现将" in signed.text
