"""Titles turn over between words, look like a trapezoid or a diamond, and are read as their author wrote them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.importers import read
from planforge.model import Attachment, Document, Notice, Text
from planforge.renderers import docx
from planforge.renderers.docx.measuring.shapes import lines
from planforge.renderers.docx.measuring.words import split
from planforge.styles import load
from planforge.text.widths import width

TITLES = (
    "示例市市场监督管理局 示例市知识产权局　示例市公安局关于印发《2027年示例市知识产权工作要点》的通知",
    "示例市知识产权局\n关于印发《2027年示例市知识产权工作要点》的通知",
)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("2027年示例市知识产权工作要点", ["2027年示例市知识产权工作要点"]),
        ("关于印发《2027年示例市知识产权工作要点》的通知", ["关于印发《2027年示例市知识产权", "工作要点》的通知"]),
        ("关于强化保护的\n实施意见", ["关于强化保护的", "实施意见"]),
        (
            "示例市人民政府关于加快推进数字政府建设进一步优化营商环境的若干意见",
            ["示例市人民政府关于加快推进数字政府建设", "进一步优化营商环境的若干意见"],
        ),
        (
            "中共示例市委办公室 示例市人民政府办公室关于印发《关于强化知识产权保护的实施意见》的通知",
            ["中共示例市委办公室", "示例市人民政府办公室关于印发《关于", "强化知识产权保护的实施意见》的通知"],
        ),
        (
            "示例市人民政府关于印发示例市国民经济和社会发展第十五个五年规划和二〇三五年远景目标纲要的通知",
            ["示例市人民政府关于印发", "示例市国民经济和社会发展第十五个五年", "规划和二〇三五年远景目标纲要的通知"],
        ),
        (  # between organs, not within one
            "示例市市场监督管理局、示例市公安局、示例市司法局关于印发2027年示例市知识产权保护专项行动工作方案的通知",
            [
                "示例市市场监督管理局、",
                "示例市公安局、示例市司法局",
                "关于印发2027年示例市知识产权",
                "保护专项行动工作方案的通知",
            ],
        ),
        (  # more than four lines
            "示例市市场监督管理局、示例市知识产权局、示例市公安局、示例市司法局、示例市文化广电和旅游局"
            "关于印发2027年示例市知识产权强市建设示范城市工作要点的通知",
            [
                "示例市市场监督管理局、",
                "示例市知识产权局、示例市公安局、",
                "示例市司法局、示例市文化广电和旅游局",
                "关于印发2027年示例市知识产权强市建设",
                "示范城市工作要点的通知",
            ],
        ),
    ],
)
def test_a_title_turns_over_between_words(title: str, expected: list[str]) -> None:
    assert lines(title, 19.1) == expected


@given(st.text("甲乙丙市局的《》（），2027年ab 通知知识产权", max_size=200))
def test_nothing_is_lost_and_no_line_is_too_wide(title: str) -> None:
    found = lines(title, 19)
    assert "".join(found).replace(" ", "") == title.replace(" ", "")
    assert all(width(line) <= 19 for line in found)


@given(st.text(max_size=60))
def test_pieces_join_to_the_text(text: str) -> None:
    assert "".join(split(text)) == text


def test_an_endless_title_is_cut_in_time() -> None:
    assert len(lines("知识产权保护" * 5000, 19)) > 1000


@pytest.mark.parametrize("turn", range(len(TITLES)))
def test_blanks_and_breaks_of_a_title_are_its_authors(turn: int, make_plan: Callable[..., Document]) -> None:
    """Where a line of the title ends in the place of a blank, a mark tells of it."""
    notice = Notice(Text(TITLES[turn]), text=Text("现印发给你们，请贯彻执行。"))
    table = (("单位",), ("市公安局",))
    part = Attachment(
        Text("2027年 重点园区（集聚区）建设项目和配套公共服务平台 名单"), tables=(table, (("一行", "两栏"),))
    )
    again = read(docx.render(make_plan(2, notice=notice, attachments=(part,)), load("gbt9704")), "要点.docx").document
    assert again.notice and again.notice.title == notice.title
    assert [(each.title, each.tables) for each in again.attachments] == [(part.title, part.tables)]


def test_blanks_of_a_title_outlast_libreoffice(
    make_plan: Callable[..., Document], all_saved_again: Callable[[Sequence[bytes]], list[bytes]]
) -> None:
    notices = [Notice(Text(title), text=Text("现印发给你们，请贯彻执行。")) for title in TITLES]
    saved = all_saved_again([docx.render(make_plan(2, notice=each), load("gbt9704")) for each in notices])
    for notice, file in zip(notices, saved, strict=True):
        again = read(file, "要点.docx").document
        assert again.notice and again.notice.title == notice.title
