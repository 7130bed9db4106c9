"""Tables that were copied with each cell on a line of its own."""

import pytest
from readings import document, reading

from planforge.importers import read

HEAD = ["示例区2027年重点工作任务分解表", "序号", "重点任务", "主要责任单位", "协同配合单位"]
ROWS = [
    *["一、稳增长", "1", "固定资产投资增长7.5%左右。", "区发展改革局", "区住房城乡建设局、区交通运输局"],
    *["二、惠民生", "2", "新增公办园学位400个。", "区教育局", "各乡镇人民政府、街道办事处"],
    *["3", "建成养老服务中心2所。", "区民政局", "区财政局"],
]


def lines(words: list[str], between: str) -> bytes:
    return between.join(words).encode()


@pytest.mark.parametrize("between", ["\n", "\n\n", " |\n"])
def test_tasks_copied_cell_by_cell_have_their_units(between: str) -> None:
    found = read(lines([*HEAD, *ROWS], between), "表.txt").document
    assert [section.heading.value for section in found.sections] == ["稳增长", "惠民生"]
    tasks = [task for section in found.sections for task in section.tasks]
    assert [task.text.value for task in tasks] == [
        "固定资产投资增长7.5%左右。",
        "新增公办园学位400个。",
        "建成养老服务中心2所。",
    ]
    assert [unit.value for unit in tasks[0].units.lead] == ["区发展改革局"]
    assert [unit.value for unit in tasks[0].units.support] == ["区住房城乡建设局", "区交通运输局"]


def test_indicators_copied_cell_by_cell_are_read_and_the_text_below_is_no_part_of_their_box() -> None:
    cells = ["专栏1 主要指标", "序号", "指　　标", "预期值", "属性"]
    cells += ["1", "事故死亡人数", "下降15%", "约束性", "2", "受灾人次", "<15000", "预期性"]
    words = [
        "示例市“十五五”应急规划",
        "一、主要目标",
        "（一）目标。到2030年，能力提升。",
        *cells,
        "救援力量更强。队伍达标率达到80%。",
    ]
    found = read(lines(words, "\n"), "规划.txt").document
    assert [(each.name.value, each.text) for each in found.indicators] == [
        ("事故死亡人数", "下降15%"),
        ("受灾人次", "<15000"),
    ]
    goal = found.sections[0].tasks[0]
    assert goal.text.value.endswith("队伍达标率达到80%。")


def test_rows_that_do_not_come_out_even_stay_as_they_are() -> None:
    broken = [HEAD[0], "现将任务分工如下。", *HEAD[1:], "1", "缺一格", "区教育局", *ROWS[1:]]
    document = read(lines(broken, "\n"), "表.txt").document
    assert "缺一格" in document.preamble.value + "".join(leaf.text.value for leaf in document.leaves())


RAGGED = """示例县2027年民生实事分解表
序号
民生实事
责任单位
完成时限
1
启动河道治理工程和湿地公园建设。
县水务局
县住建局
12月底前
2
新建2座人行天桥。
县住建局
9月投入使用
3
完成棚户区改造2836户。
县住建局
12月底前
分享到：
"""


def test_rows_that_name_several_offices_in_one_cell_are_told_apart() -> None:
    read = document(RAGGED)
    assert [task.text.value or task.heading.value for task in read.leaves()] == [
        "启动河道治理工程和湿地公园建设。",
        "新建2座人行天桥。",
        "完成棚户区改造2836户。",
    ]
    first, second, _ = read.leaves()
    assert [name.value for name in first.units.responsible] == ["县水务局", "县住建局"]
    assert [limit.text.value for limit in (*first.deadlines, *second.deadlines)] == ["12月底前", "9月投入使用"]


def test_no_line_of_a_ragged_row_is_lost_and_none_behind_the_table_is_taken_into_it() -> None:
    """Times went unread where no column is for them, and the last row took what stood behind it."""
    untimed = RAGGED.replace("完成时限\n", "").replace("分享到：", "各镇要高度重视，按时完成。\n示例县人民政府办公室")
    read = document(untimed.replace("新建2座人行天桥。", "新建养老服务中心"))
    _, second, last = read.leaves()
    assert (second.heading.value, [name.value for name in second.units.responsible]) == (
        "新建养老服务中心9月投入使用",
        ["县住建局"],
    )
    assert (last.heading.value, last.text.value) == ("完成棚户区改造2836户", "12月底前")
    assert "各镇要高度重视，按时完成。" in read.preamble.value


def test_heads_without_a_table_below_them_stay_lines() -> None:
    assert "序号" in document("示例市说明\n表头写明以下各栏。\n序号\n任务\n时限\n表头不得改动。\n").preamble.value


def test_a_column_of_codes_beside_the_numbers_begins_no_table_of_its_own() -> None:
    head, first, second = ["序号", "编号", "工作任务", "责任单位"], ["1", "A-1", "新建水厂。", "县水务局"], ["2", "A-2"]
    read = document("\n".join(["示例县2027年任务分解表", *head, *first, *second, "改造管网。", "县住建局"]) + "\n")
    assert [task.text.value for task in read.leaves()] == ["新建水厂。", "改造管网。"]
    assert read.preamble.value == ""


def test_a_first_row_that_happens_to_come_out_even_makes_no_table_of_rows_that_do_not() -> None:
    """Three offices, of which one was read as the time limit."""
    head = ["序号", "民生实事", "牵头单位", "配合单位", "完成时限"]
    first, second = ["1", "疏浚河道。", "县水务局", "县住建局", "县财政局", "12月底前"], ["2", "新建天桥。", "县住建局"]
    read = document("\n".join(["示例县2027年任务分解表", *head, *first, *second, "9月底前"]) + "\n")
    assert not any(limit.text.value == "县财政局" for leaf in read.leaves() for limit in leaf.deadlines)


def test_figures_in_cells_begin_no_rows_and_a_stroke_is_a_cell() -> None:
    cells = ["主要指标表", "序号", "主要指标", "2025年", "2030年"]
    cells += ["1", "城镇化率（%）", "73", "76"]
    cells += ["2", "农民收入增长率（%）", "-", "与经济增长同步"]
    cells += ["3", "培训人次（万人次）", "20", "52"]
    head = ["示例省“十五五”城镇化规划", "一、主要目标", "到2030年，常住人口城镇化率稳步提高。"]
    read = document("\n".join([*head, *cells, "二、保障措施", "加强领导。"]))
    assert [(each.name.value, each.baseline, each.target) for each in read.indicators] == [
        ("城镇化率", 73, 76),
        ("农民收入增长率", None, None),
        ("培训人次", 20, 52),
    ]


def test_cells_of_which_nobody_can_tell_the_column_are_told() -> None:
    head = "示例区2027年重点任务分解表\n为做好工作，制定本表。\n序号\n重点任务\n牵头单位\n配合单位\n"
    rows = "1\n建公园\n市水务局\n市住建局\n市财政局\n2\n建学校\n市教育局\n市财政局\n市规划局\n"
    (told,) = reading(head + rows).diagnostics
    assert (told.code, told.span.start.line) == ("I111", 3)
    assert "逐格换行的任务表（“序号、重点任务、牵头单位、配合单位……”）" in told.message
