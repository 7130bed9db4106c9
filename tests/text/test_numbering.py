import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.text.numbering import Style, format_marker, leading_marker, lone_marker, repair, style_of_depth


@pytest.mark.parametrize(
    ("line", "style", "number"),
    [
        ("一、总体要求", "一、", 1),
        ("二十一、附则", "一、", 21),
        ("（一）强化保护", "（一）", 1),
        ("(十二) 提升效能", "（一）", 12),
        ("〈二〉规范办理", "（一）", 2),
        ("（三〉开展评估", "（一）", 3),
        ("㈡加强培训", "（一）", 2),
        ("1. 抓好落实", "1.", 1),
        ("1．抓好落实", "1.", 1),
        ("1.2027年底前建成", "1.", 1),
        ("⒊抓好落实", "1.", 3),
        ("1、抓好落实", "1、", 1),
        ("（1）抓好落实", "（1）", 1),
        ("3）抓好落实", "1）", 3),
        ("①抓好落实", "①", 1),
        ("1.2 抓好落实", "1.1", 2),
        ("第三章 附则", "第一章", 3),
        ("第一节　总则", "第一节", 1),
        ("第十二条 本办法", "第一条", 12),
        ("第二部分 任务", "第一部分", 2),
        ("一是加强领导", "一是", 1),
        ("专栏2 重点工程", "专栏1", 2),
        ("附件1：任务分解表", "附件1", 1),
        ("1﹒抓好落实", "1.", 1),
        ("贰、重点任务", "壹、", 2),
        ("拾壹、附则", "壹、", 11),
        ("乙、重点任务", "甲、", 2),
        ("Ⅳ. 保障措施", "Ⅰ.", 4),
        ("VI.保障措施", "Ⅰ.", 6),
        ("重点任务三：扩大学位供给", "任务一：", 3),
        ("措施2、加强督查", "任务一：", 2),
        ("★3.扩大学位供给", "1.", 3),
        ("☆（二）扩大学位供给", "（一）", 2),
    ],
)
def test_every_style_of_official_numbering_is_recognised(line: str, style: Style, number: int) -> None:
    marker = leading_marker(line)
    assert marker is not None
    assert (marker.style, marker.number) == (style, number)


@pytest.mark.parametrize(
    "line",
    [
        "一、二、三产业融合发展",
        "一、二产业",
        "2.5万件以上",
        "3.5%的增长",
        "2021、2022年",
        "第二条的规定",
        "第三条至第五条",
        "2027年",
        "五大行动",
        "甲、乙双方应当签订合同",
        "甲方代表签字",
        "Ⅰ型超标的企业",
        "V.2版",
        "任务一完成情况",
        "★扩大学位供给",
        "",
        "。",
    ],
)
def test_what_only_looks_like_a_marker_is_left_alone(line: str) -> None:
    assert leading_marker(line) is None


def test_the_marker_length_reaches_to_the_first_character_after_it() -> None:
    line = "　　（一）　强化保护"
    marker = leading_marker(line)
    assert marker is not None
    assert (marker.text, line[marker.length :]) == ("（一）", "强化保护")


def test_a_star_before_a_number_is_printed_with_it() -> None:
    marker = leading_marker("  ★3. 扩大学位供给")
    assert marker is not None
    assert (marker.text, marker.numbered(4)) == ("★3.", "★4.")


@pytest.mark.parametrize(("style", "number"), [("甲、", 3), ("甲、", 10), ("Ⅰ.", 9), ("壹、", 10), ("任务一：", 12)])
def test_a_printed_marker_of_a_rare_style_is_read_back(style: Style, number: int) -> None:
    marker = lone_marker(format_marker(style, number))
    assert marker is not None
    assert (marker.style, marker.number) == (style, number)


@pytest.mark.parametrize(
    "style",
    ["一、", "（一）", "1.", "1、", "（1）", "1）", "①", "第一章", "第一节", "第一条", "一是", "专栏1", "附件1"],
)
def test_a_printed_marker_is_read_back(style: Style) -> None:
    marker = leading_marker(format_marker(style, 12) + "内容")
    assert marker is not None
    assert (marker.style, marker.number) == (style, 12)


@pytest.mark.parametrize(
    ("printed", "other"), [("1.4", "1.3"), ("2.10.4", "2.10.3"), ("（四）", "（三）"), ("4、", "3、"), ("④", "③")]
)
def test_a_marker_bears_another_number_in_the_same_place(printed: str, other: str) -> None:
    marker = lone_marker(printed)
    assert marker is not None
    assert marker.numbered(3) == other


def test_levels_have_the_styles_of_the_standard() -> None:
    assert [style_of_depth(depth) for depth in range(1, 6)] == ["一、", "（一）", "1.", "（1）", ""]


def test_a_wrong_number_is_repaired_by_its_place() -> None:
    assert repair([1, 2, 2, 4]) == (1, 2, 3, 4)


def test_numbering_that_runs_on_across_sections_is_kept() -> None:
    assert repair([11, 2, 13, 14], before=10) == (11, 12, 13, 14)


def test_numbering_that_begins_anew_in_a_section_is_kept() -> None:
    assert repair([1, 2, 3], before=4) == (1, 2, 3)


def test_numbering_that_runs_on_behind_a_gap_goes_on() -> None:
    assert repair([6, 7], before=4, printed=5) == (5, 6)


def test_numbering_that_runs_on_over_a_gap_goes_on() -> None:
    assert repair([4, 6, 7], before=2) == (3, 4, 5)


def test_numbering_that_lost_its_first_number_doesnt_run_on() -> None:
    assert repair([2, 3, 4], before=9) == (1, 2, 3)


@given(st.lists(st.lists(st.booleans(), min_size=1, max_size=6), min_size=1, max_size=5))
def test_whatever_is_taken_out_of_running_numbers_the_rest_counts_on(sections: list[list[bool]]) -> None:
    printed, due, number = [], [], 0
    last: tuple[int, int] = (0, 0)
    for section in sections:
        run = [number + turn for turn, kept in enumerate(section, 1) if kept]
        number += len(section)
        if run:
            mended = repair(run, *last)
            last = mended[-1], run[-1]
            printed += run
            due += mended
    assert due == [*range(1, len(printed) + 1)]


@pytest.mark.parametrize(
    ("line", "number"),
    [("第一条为了促进绿化", 1), ("第四条规划应当公开", 4), ("第三条规定的情形", None), ("第二条第一款", None)],
)
def test_an_article_is_told_from_one_that_is_spoken_of(line: str, number: int | None) -> None:
    marker = leading_marker(line)
    assert (marker.number if marker else None) == number


@pytest.mark.parametrize(
    ("line", "found"), [("1.2 公共服务", True), ("2.1 年度目标", True), ("3.1 项目管理", True), ("1.2 公里的路", False)]
)
def test_a_pointed_number_is_told_from_an_amount(line: str, found: bool) -> None:
    assert (leading_marker(line) is not None) == found
