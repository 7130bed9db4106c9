"""What a title tells of the kind of a document and of its year."""

from __future__ import annotations

import pytest

from planforge.text.titles import kind_of, year_of


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("2027年示例市知识产权工作要点", "work_plan"),
        ("示例区2027年重点工作任务分解表", "work_plan"),
        ("云溪省数字乡村建设三年行动计划（2027—2029年）", "programme"),
        ("云溪省知识产权强省建设规划（2026—2035年）", "strategy"),
        ("示例市应急物资储备管理办法", "scheme"),
        ("关于印发《示例市实施意见》的通知", "opinion"),
        ("关于召开会议的通知", "notice"),
        ("领导讲话", "other"),
        ("", "other"),
    ],
)
def test_the_last_words_of_a_title_name_the_kind(title: str, kind: str) -> None:
    assert kind_of(title) == kind


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("2027年示例市工作要点", 2027),
        ("２０２７年度工作要点", 2027),
        ("示例市工作要点（2027年）", 2027),
        ("2026年工作总结和2027年工作要点", 2027),
        ("示例市2026年工作方案（2027年修订）", 2026),
        ("示例市知识产权规划（2021—2025年）", None),
        ("示例市2021年至2025年规划", None),
        ("示例市2021年到2025年规划", None),
        ("2021—2025年规划2027年工作要点", 2027),
        ("工作要点", None),
    ],
)
def test_the_year_of_a_title_is_one_that_stands_alone(title: str, year: int | None) -> None:
    assert year_of(title) == year


@pytest.mark.parametrize(
    "title",
    [
        "关于抓好科研机构自主权有关文件贯彻落实工作的通知",
        "关于分解落实《示例市第十六个五年规划纲要》主要目标和责任的通知",
    ],
)
def test_a_notice_about_a_paper_is_a_notice(title: str) -> None:
    assert kind_of(title) == "notice"
