"""Lines and items that say something of the task above them."""

from __future__ import annotations

from readings import document, leaf, outline, units

HEAD = "示例市2027年教育工作要点\n根据上级要求，制定本要点。\n一、重点任务\n"
TAIL = "二、保障措施\n健全机制。\n"


def test_items_that_tell_aim_unit_and_time_are_the_task_s_own() -> None:
    one = "（一）扩大学位供给\n1.工作目标：新建学校3所。\n2.责任单位：市教育局、市财政局\n3.完成时限：6月底前\n"
    two = "（二）加强队伍建设\n1.工作目标：招聘教师30名。\n2.责任单位：市人社局\n3.完成时限：年底前\n"
    read = document(HEAD + one + two + TAIL)
    assert list(outline(read)) == ["1", "1.1", "1.2", "2"]
    task = leaf(read, "1.1")
    assert (task.text.value, units(task.units)) == (
        "工作目标：新建学校3所。",
        {"responsible": ["市教育局", "市财政局"]},
    )
    assert [limit.text.value for limit in task.deadlines] == ["6月底前"]


def test_items_with_names_of_their_own_stay_tasks_though_one_names_a_unit_alone() -> None:
    one = "（一）扩大学位供给\n1.新建学校3所。\n2.责任单位：市教育局\n"
    assert list(outline(document(HEAD + one + TAIL))) == ["1", "1.1", "1.1.1", "1.1.2", "2"]


def test_items_that_tell_aims_and_measures_but_nobody_stay_tasks() -> None:
    one = "（一）扩大学位供给\n1.工作目标：新建学校3所。\n2.工作措施：统筹用地，保障资金。\n"
    assert list(outline(document(HEAD + one + TAIL))) == ["1", "1.1", "1.1.1", "1.1.2", "2"]


def test_a_label_alone_on_its_line_goes_with_the_names_below() -> None:
    one = "（一）扩大学位供给。新建学校3所。\n责任单位：\n市教育局、市财政局\n（二）加强队伍建设。招聘教师30名。\n"
    read = document(HEAD + one + TAIL)
    assert units(leaf(read, "1.1").units) == {"responsible": ["市教育局", "市财政局"]}
    assert leaf(read, "1.1").text.value == "新建学校3所。"


def test_labels_in_brackets_on_lines_of_their_own_are_read() -> None:
    one = "（一）扩大学位供给。新建学校3所。\n【牵头单位】市教育局\n【配合单位】市财政局\n【完成时限】6月底前\n"
    task = leaf(document(HEAD + one + TAIL), "1.1")
    assert units(task.units) == {"lead": ["市教育局"], "support": ["市财政局"]}
    assert [limit.text.value for limit in task.deadlines] == ["6月底前"]


def test_numbered_parts_of_one_paragraph_are_no_items() -> None:
    one = "（一）扩大学位供给\n①新建学校3所；②改建学校2所；③扩建学校1所。\n"
    more = "（二）加强队伍建设\n（1）招聘30名；(2)培训20名。\n（三）加强管理\n①建立制度。\n②开展检查。\n"
    read = document(HEAD + one + more + TAIL)
    assert leaf(read, "1.1").text.value == "①新建学校3所；②改建学校2所；③扩建学校1所。"
    assert list(outline(read)) == ["1", "1.1", "1.2", "1.3", "1.3.1", "1.3.2", "2"]


def test_the_last_of_several_items_that_names_units_and_no_more_is_the_list_of_all() -> None:
    one = "（一）扩大学位供给\n1.新建学校3所。\n2.扩建学校2所。\n3.责任单位：市教育局、市财政局\n"
    read = document(HEAD + one + TAIL)
    assert list(outline(read)) == ["1", "1.1", "1.1.1", "1.1.2", "2"]
    assert units(leaf(read, "1.1").units) == {"responsible": ["市教育局", "市财政局"]}


def test_a_last_item_that_begins_with_units_and_says_more_is_an_item() -> None:
    one = "（一）扩大学位供给\n1.新建学校3所。\n2.扩建学校2所。\n3.责任单位：市教育局、市财政局\n同步配备教师。\n"
    task = leaf(document(HEAD + one + TAIL), "1.1.3")
    assert (task.text.value, units(task.units)) == (
        "同步配备教师。",
        {"responsible": ["市教育局", "市财政局"]},
    )
