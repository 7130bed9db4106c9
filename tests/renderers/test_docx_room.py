"""What is too long or too wide for its place on rendered pages: names of offices, titles, tables of many columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from planforge.model import Attachment, Document, Imprint, Text

pytestmark = pytest.mark.layout

Make = Callable[..., Document]
Print = Callable[..., list[list[Any]]]
RED = (1, 0, 0)


def test_a_name_longer_than_a_line_turns_over_in_mark_and_signature(make_plan: Make, sheets: Print) -> None:
    """The date stood in a column of one character, and the mark was smaller than the text."""
    beginning, rest = "示例市人民政府推进粤云溪滨江国际知识产权交易中心", "建设和全国示范区创建工作领导小组办公室"
    plans = [replace(make_plan(n), issuers=(Text(beginning + rest), *make_plan(n).issuers[1:])) for n in (1, 3)]
    for first, second, *_ in sheets(*plans):
        assert [line for line in first.lines if line.right > 185] == []
        below = "".join(line.text for page in (first, second) for line in page.lines).partition("现将")[2]
        assert beginning + rest in below and "2027年1月5日" in [line.text for line in (*first.lines, *second.lines)]


def test_letters_in_a_mark_take_the_room_of_any_font(make_plan: Make, sheets: Print) -> None:
    """The line turned over, and what was behind the turn lay hidden below the row."""
    name = "示例市WTO/TBT通报咨询中心"
    plans = [replace(make_plan(n), issuers=(Text(name), *make_plan(n).issuers[1:])) for n in (1, 2)]
    for first, *_ in sheets(*plans):
        head = [line.text.replace(" ", "") for line in first.lines if line.base < 110]
        assert any(line.startswith(name) for line in head), head


def test_a_letter_has_wide_tables_across_the_paper_and_its_head_on_page_one_alone(
    make_plan: Make, sheets: Print
) -> None:
    rows = (tuple(f"第{n}栏" for n in range(1, 9)), tuple(f"第{n}项内容" for n in range(1, 9)))
    title = "示例市知识产权保护重点任务分解和责任落实情况调度表（含县区、开发区）"
    wide, plain = Attachment(Text(title), tables=(rows,)), Attachment(Text("名词解释"), make_plan().sections[:1])
    for parts, copied in (((wide, plain, wide), True), ((wide,), False)):
        imprint = Imprint((Text("市委办公室"),) if copied else ())
        letter = make_plan(kind="notice", sections=1, attachments=parts, imprint=imprint)
        ((first, *others),) = sheets(letter, style="letter")
        lying = [page for page in others if page.wide > page.high]
        assert len(lying) == parts.count(wide) and ("市委办公室" in others[-1].text) == copied
        assert all(page.line(title[:10]).text in title and "第8栏" in page.text for page in lying)
        assert first.number is None and all(page.text for page in others)
        assert [page.number for page in others if page.wide < page.high] == [
            turn for turn, page in enumerate(others, 2) if page.wide < page.high
        ]
        assert not any(tuple(rule[3]) == RED for page in others for rule in page.rules)


def test_the_title_above_a_lying_table_is_as_wide_as_that_page(make_plan: Make, sheets: Print) -> None:
    rows = (tuple(f"第{n}栏" for n in range(1, 9)),) * 2
    title = "示例市知识产权保护重点任务分解和责任落实情况调度表"
    (pages,) = sheets(make_plan(attachments=(Attachment(Text(title), tables=(rows,)),)))
    assert title in [line.text for page in pages if page.wide > page.high for line in page.lines]
