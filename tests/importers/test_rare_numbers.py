"""Ways to number items that the standard doesn't know and offices use."""

from __future__ import annotations

import pytest
from readings import document, leaf, outline, reading

TITLE = "示例市2027年教育工作要点\n根据上级要求，制定本要点。\n"


@pytest.mark.parametrize("signs", ["壹贰叁", "甲乙丙", "ⅠⅡⅢ"])
def test_sections_in_other_writings_hold_the_usual_numbers(signs: str) -> None:
    one, two, three = signs
    body = f"{one}、总体要求\n坚持立德树人。\n{two}、重点任务\n一、扩大学位供给\n1.新建学校3所。\n2.改建学校5所。\n"
    more = f"二、加强队伍建设\n1.招聘教师30名。\n{three}、保障措施\n一、加强领导。健全机制。\n二、加强督查。定期报。\n"
    read = reading(TITLE + body + more)
    assert list(outline(read.document)) == ["1", "2", "2.1", "2.1.1", "2.1.2", "2.2", "2.2.1", "3", "3.1", "3.2"]
    assert [section.marker for section in read.document.sections] == [f"{sign}、" for sign in signs]
    assert not read.diagnostics


def test_a_star_sets_an_item_off_and_stays_in_its_number() -> None:
    read = document(TITLE + "一、重点任务\n★1.扩大学位供给。新建学校3所。\n2.加强队伍建设。招聘教师30名。\n")
    assert outline(read) == {"1": "重点任务", "1.1": "扩大学位供给", "1.2": "加强队伍建设"}
    assert [task.marker for task in read.sections[0].tasks] == ["★1.", "2."]


def test_a_small_stop_is_a_stop() -> None:
    read = document(TITLE + "一、主要目标\n1﹒新增学位3000个。\n2﹒改建学校5所。\n")
    assert outline(read) == {"1": "主要目标", "1.1": "新增学位3000个。", "1.2": "改建学校5所。"}


def test_items_called_tasks_by_number_are_tasks() -> None:
    body = (
        "一、重点任务\n任务一：扩大学位供给。新建学校3所。\n任务二：加强队伍建设。招聘教师30名。\n二、保障\n多方配合\n"
    )
    assert outline(document(TITLE + body))["1.2"] == "加强队伍建设"


@pytest.mark.parametrize("gap", [" ", "\u3000", "  "])
def test_numbers_with_a_blank_for_their_stop_count_sections(gap: str) -> None:
    body = f"一{gap}总体要求\n坚持立德树人。\n二{gap}重点任务\n（一）扩大学位供给。新建学校3所。\n"
    read = document(TITLE + body + f"（二）加强队伍建设。招聘教师30名。\n三{gap}保障措施\n健全机制。\n")
    assert list(outline(read)) == ["1", "2", "2.1", "2.2", "3"]
    assert leaf(read, "3").heading.value == "保障措施"
    assert read.preamble.value == "根据上级要求，制定本要点。"


def test_figures_with_a_blank_count_items_from_three_on() -> None:
    few = "一、保障措施\n1 加强领导。健全机制。\n2 加强督查。定期通报。\n"
    assert list(outline(document(TITLE + few))) == ["1"]
    assert list(outline(document(TITLE + few + "3 加强宣传。定期报道。\n"))) == ["1", "1.1", "1.2", "1.3"]


def test_figures_with_a_blank_are_no_items_where_others_have_a_stop() -> None:
    table = "1 市教育局 牵头\n2 市财政局 配合\n3 市民政局 配合\n"
    read = document(TITLE + "一、职责\n1.各单位分工如下。\n" + table + "2.各单位按时报送。\n")
    assert list(outline(read)) == ["1", "1.1", "1.2"]


def test_the_blank_behind_the_number_is_no_part_of_the_heading() -> None:
    read = document(TITLE + "一\u3000总体要求\n坚持立德树人。\n二\u3000重点任务\n新建学校3所。\n")
    node = leaf(read, "1")
    assert (node.marker, node.heading.value, node.heading.span().start.column) == ("一、", "总体要求", 3)


def test_lines_with_a_star_that_mostly_name_who_does_it_are_tasks() -> None:
    items = "★新建学校3所。（责任单位：市教育局）\n★招聘教师30名。（责任单位：市人社局）\n★培训校长20名。\n"
    read = document(TITLE + "一、重点任务\n" + items + "二、保障措施\n健全机制。\n")
    assert [(task.marker, task.text.value) for task in read.sections[0].tasks] == [
        ("★", "新建学校3所。"),
        ("★", "招聘教师30名。"),
        ("★", "培训校长20名。"),
    ]
    assert leaf(read, "1.2").units.responsible[0].value == "市人社局"


def test_lines_with_a_dash_that_name_nobody_stay_in_the_text() -> None:
    read = document(TITLE + "一、重点任务\n——新建学校3所。\n——招聘教师30名。\n二、保障措施\n健全机制。\n")
    assert list(outline(read)) == ["1", "2"]


def test_what_the_first_article_is_for_is_an_article_and_no_article_has_a_sentence_for_its_heading() -> None:
    rules = (
        "第一章 总则\n第一条为做好助餐工作,制定本办法。\n"
        "第二条 市民政局负责统筹助餐工作,区民政局负责实施。镇街予以配合。\n"
        "第二章 附则\n第三条 载体建设。每区建设助餐点3个。\n"
        "第四条 本办法自2027年9月8日起施行，有效期3年。期满另行规定。\n"
    )
    read = document("示例市助餐服务管理办法\n" + rules)
    assert [(task.id, task.heading.value) for task in read.leaves()] == [
        ("1.1", ""),
        ("1.2", ""),
        ("2.3", "载体建设"),
        ("2.4", ""),
    ]


def test_items_that_end_with_half_width_semicolons_are_text() -> None:
    body = "一、不予受理的情形:\n(一)可申请其他救助但未申请的;\n(二)提供虚假材料的;\n(三)不符合规定的。\n"
    read = document("示例市救助办法\n现就救助工作规定如下:\n" + body + "二、附则\n自印发之日起施行。\n")
    assert [leaf(read, f"1.{n}").heading.value for n in (1, 2, 3)] == ["", "", ""]
    assert leaf(read, "1.1").text.value == "可申请其他救助但未申请的;"


def test_an_item_with_the_next_number_in_another_style_is_the_next_of_its_level() -> None:
    items = "（一）扩大学位供给。新建学校3所。\n2.加强队伍建设。招聘教师30名。\n（三）加强管理。健全机制。\n"
    read = reading(TITLE + "一、重点任务\n" + items + "二、保障措施\n健全机制。\n")
    assert list(outline(read.document)) == ["1", "1.1", "1.2", "1.3", "2"]
    assert not read.diagnostics


def test_items_that_count_on_through_their_groups_stay_below_them() -> None:
    items = "（一）学位\n1.新建学校3所。\n2.改建学校2所。\n（二）队伍\n3.招聘教师30名。\n4.培训校长20名。\n"
    read = document(TITLE + "一、重点任务\n" + items)
    assert list(outline(read)) == ["1", "1.1", "1.1.1", "1.1.2", "1.2", "1.2.3", "1.2.4"]


def test_colons_and_blanks_within_brackets_end_no_heading() -> None:
    one = "1.登录市政府网站（https://www.example.gov.cn），查看各项制度和办事指南。\n"
    two = "2.《关于减税的公告》（财政部 税务总局公告2027年第8号）规定的各项减免税政策措施。\n"
    read = document(TITLE + "一、办事指南\n" + one + two + "二、保障措施\n健全机制。\n")
    assert [leaf(read, number).heading.value for number in ("1.1", "1.2")] == ["", ""]


def test_of_two_items_that_make_one_sentence_what_follows_is_the_group_s() -> None:
    items = "（一）扩大学位供给\n1.新建学校3所；\n2.改建学校2所。\n以上项目列入年度考核。\n（二）加强管理\n健全机制。\n"
    read = document(TITLE + "一、重点任务\n" + items)
    assert leaf(read, "1.1").closing.value == "以上项目列入年度考核。"


def test_items_that_count_on_beyond_sixty_in_later_sections_are_items() -> None:
    first = "".join(f"{n}.新建第{n}所学校。\n" for n in range(1, 63))
    read = document(TITLE + "一、新建\n" + first + "二、改建\n63.改建学校2所。\n64.扩建学校1所。\n")
    assert [task.id for task in read.sections[1].tasks] == ["2.63", "2.64"]


def test_a_contingency_plan_has_its_title() -> None:
    read_plan = document("示例市防汛应急预案\n1 总则\n1.1 目的\n规范处置。\n2 组织体系\n2.1 指挥部\n设指挥部。\n")
    assert read_plan.title.value == "示例市防汛应急预案"
    assert outline(read_plan)["2.1"] == "指挥部"


def test_lines_that_begin_with_a_star_are_items_with_the_text_below_them() -> None:
    listed = "一、扩大供给\n★新建学校3所\n★扩建学校2所\n"
    held = "二、加强管理\n★规范办学行为\n开展专项检查。\n★加强安全管理\n建设平安校园。\n"
    read = document(TITLE + listed + held)
    assert outline(read) == {
        "1": "扩大供给",
        "1.1": "新建学校3所",
        "1.2": "扩建学校2所",
        "2": "加强管理",
        "2.1": "规范办学行为",
        "2.2": "加强安全管理",
    }
    assert [task.text.value for task in read.sections[1].tasks] == ["开展专项检查。", "建设平安校园。"]
    assert {task.marker for task in read.sections[0].tasks} == {"★"}


def test_one_line_with_a_star_within_a_text_is_no_item() -> None:
    read = document(TITLE + "一、扩大供给\n新建学校3所。\n★为新增任务。\n二、加强管理\n规范办学。\n")
    assert list(outline(read)) == ["1", "2"]
