"""The 对照表 as a workbook, a Word file and Markdown."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import cache

import docx
import openpyxl
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH

from planforge.coverage import trace as hold
from planforge.model import Chain, ChainStep, ClauseChain, StatusChange, Task, TaskChain, Text, Trace
from planforge.reporters import reporter
from planforge.yaml_io import load

DIRECTIVE = """\
标题: 云溪省强化知识产权保护实施意见
文号: 云政〔2027〕1号
部分:
  - 标题: 强化保护
    任务:
      - {标题: 建立技术调查官库, 内容: 各市建立技术调查官库，首批入库不少于十人。}
      - {标题: 发展地理标志, 内容: 建设地理标志产品保护示范区。}
      - {标题: "=HYPERLINK(\\"http://x\\")", 内容: "|管道| <b>粗</b>"}
"""
PLAN = """\
标题: 2027年示例市工作要点
部分:
  - 标题: 重点工作
    任务:
      - 标题: 建立技术调查官库
        内容: 建立技术调查官库，首批入库不少于十人，6月底前完成。
        牵头单位: 市中级人民法院
        配合单位: 市司法局
        完成时限: 9月底前
        落实: 省意见#1.1
      - {标题: 举办龙舟邀请赛, 内容: 端午节期间举办龙舟邀请赛。}
"""


@cache
def trace() -> Trace:
    plan, directive = (load(source.encode(), "文件.yaml").document for source in (PLAN, DIRECTIVE))
    steps = (ChainStep(1, "covered", "1.1/1"), ChainStep(2, "uncovered"))
    lost = ClauseChain("2.2/1", Text("开展专利导航"), "uncovered", steps, 2)
    chain = Chain(
        ("国家规划", "省意见", "市要点"), (TaskChain(Task(id="2.2", heading=Text("导航")), "uncovered", (lost,)),)
    )
    change = StatusChange("省意见", "1.2", "发展地理标志", "covered", "uncovered")
    return replace(hold(plan, [("省意见", directive)]), chains=(chain,), changes=(change,))


def report(form: str) -> bytes:
    content = reporter("coverage", form).report(trace())
    return content if isinstance(content, bytes) else content.encode()


def words_of(content: str | bytes, form: str) -> str:
    """All the words of a report, whichever its format."""
    if isinstance(content, str):
        return content
    if form == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(content))
        return "\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    tables = docx.Document(io.BytesIO(content)).tables
    return "\n".join(cell.text for table in tables for row in table.rows for cell in row.cells)


@cache
def workbook() -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(report("xlsx")))


def test_the_workbook_has_superior_item_local_task_lead_deadline_verdict_and_evidence_in_this_order() -> None:
    heads, first, *_ = workbook()["对照表"].iter_rows(values_only=True)
    wanted = ["上级任务", "本级任务", "牵头单位", "完成时限", "结论", "依据（本级原文）"]
    assert [head for head in heads if head in wanted] == wanted
    row = dict(zip(heads, first, strict=True))
    assert (row["上级任务"], row["本级任务"]) == ("建立技术调查官库", "1.1 建立技术调查官库")
    assert (row["牵头单位"], row["完成时限"]) == ("市中级人民法院", "9月底前")
    assert row["结论"] == "已落实"
    assert "首批入库不少于十人" in row["依据（本级原文）"]


def test_the_workbook_filters_freezes_its_head_and_offers_verdicts() -> None:
    for sheet in workbook():
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.freeze_panes == "A2"
    (choice,) = workbook()["对照表"].data_validations.dataValidation
    assert choice.formula1 == '"已落实,部分落实,未落实,需人工核对,不涉及"'


def test_the_twelve_columns_print_on_a3_in_letters_that_can_be_read() -> None:
    """At 1.6 mm a character of ten points, the columns fill 390 mm at no less than two thirds of their size."""
    for sheet in workbook().worksheets[:2]:
        widths = sum(column.width for column in sheet.column_dimensions.values())
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 8)
        assert widths * 1.6 * 2 / 3 <= 390


def test_no_cell_is_a_formula_or_a_link() -> None:
    for sheet in workbook():
        assert all(cell.data_type != "f" and cell.hyperlink is None for row in sheet for cell in row)
    names = [row[2] for row in workbook()["对照表"].iter_rows(values_only=True)]
    assert '=HYPERLINK("http://x")' in names


def test_the_workbook_lists_own_tasks_chains_and_changes_apart() -> None:
    assert [row[1] for row in workbook()["本级自有任务"].iter_rows(values_only=True)] == ["本级任务", "举办龙舟邀请赛"]
    assert list(workbook()["多级落实"].iter_rows(values_only=True))[1][3:] == ("未落实", "《市要点》没有对应")
    assert list(workbook()["与上次相比"].iter_rows(values_only=True))[1] == (
        "变差",
        "省意见#1.2",
        "发展地理标志",
        "已落实 → 未落实",
    )


@pytest.mark.parametrize("form", ["text", "html", "markdown", "docx", "xlsx"])
def test_of_a_measure_that_arrives_in_part_the_level_that_took_it_up_in_part_is_told(form: str) -> None:
    steps = (ChainStep(1, "covered", "1.1/1"), ChainStep(2, "partial", "2.1/1"), ChainStep(3, "covered", "3.1/1"))
    weaker = ClauseChain("2.2/1", Text("开展专利导航"), "partial", steps)
    task = TaskChain(Task(id="2.2", heading=Text("导航")), "partial", (weaker,))
    titles = ("国家规划", "省意见", "市要点", "县要点")
    content = reporter("coverage", form).report(replace(trace(), chains=(Chain(titles, (task,)),)))
    assert "落到 3.1/1（《市要点》部分落实）" in words_of(content, form)


def test_a_text_longer_than_a_cell_is_cut() -> None:
    long = replace(trace(), orphans=(Task(id="1", text=Text("长" * 40_000)),))
    content = reporter("coverage", "xlsx").report(long)
    assert len(openpyxl.load_workbook(io.BytesIO(content))["本级自有任务"]["C2"].value) == 32_767


def test_the_word_table_lies_across_and_repeats_its_head() -> None:
    document = docx.Document(io.BytesIO(report("docx")))
    (section,) = document.sections
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert section.page_width > section.page_height
    for table in document.tables:
        assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
        assert not any(row._tr.xpath("./w:trPr/w:tblHeader") for row in table.rows[1:])
    first = [cell.text for cell in document.tables[0].rows[1].cells]
    assert first[:5] == ["1.1 建立技术调查官库", "1.1 建立技术调查官库", "市中级人民法院", "9月底前", "已落实"]
    assert "没有对应：建设地理标志产品保护示范区。" in document.tables[0].rows[2].cells[5].text


def test_the_word_file_stands_in_official_type() -> None:
    document = docx.Document(io.BytesIO(report("docx")))
    title = document.paragraphs[0]
    assert title.text == "2027年示例市工作要点落实上级文件对照表"
    assert title.style.name == "Title"


def test_markdown_has_a_table_whose_words_mean_nothing_to_markdown() -> None:
    page = report("markdown").decode()
    assert "| 上级条目 | 本级任务 | 牵头单位 | 完成时限 | 结论 | 依据 |" in page
    assert "\\|管道\\| \\<b\\>粗\\</b\\>" in page
    assert "- 1.2 举办龙舟邀请赛" in page
    assert "《市要点》没有对应" in page
    assert "- 变差：省意见\\#1.2 发展地理标志（已落实 → 未落实）" in page


def test_of_two_superior_documents_with_one_name_each_has_its_own_rows() -> None:
    plan, directive = (load(source.encode(), "文件.yaml").document for source in (PLAN, DIRECTIVE))
    twice = hold(plan, [("省意见", directive), ("省意见", replace(directive, title=Text("另一份")))])
    page = reporter("coverage", "markdown").report(twice)
    assert isinstance(page, str)
    assert page.count("| 1.2 发展地理标志 |") == 2
    file = reporter("coverage", "docx").report(twice)
    assert isinstance(file, bytes)
    assert [len(table.rows) for table in docx.Document(io.BytesIO(file)).tables][:2] == [4, 4]


@pytest.mark.parametrize("form", ["xlsx", "docx", "markdown", "html", "json", "text"])
def test_the_same_coverage_gives_the_same_bytes(form: str) -> None:
    assert report(form) == report(form)


def test_short_columns_of_the_word_table_are_centred_and_sentences_are_not() -> None:
    head, row = docx.Document(io.BytesIO(report("docx"))).tables[0].rows[:2]
    sides = {title.text: cell.paragraphs[0].alignment for title, cell in zip(head.cells, row.cells, strict=True)}
    centred = [title for title, side in sides.items() if side == WD_ALIGN_PARAGRAPH.CENTER]
    assert centred == ["完成时限", "结论"]


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
def test_every_format_tells_of_own_tasks_chains_and_changes(form: str) -> None:
    page = report(form).decode()
    for words in ("举办龙舟邀请赛", "导航", "市要点", "发展地理标志"):
        assert words in page


def test_the_page_has_a_matrix_whose_cells_open_the_evidence() -> None:
    page = report("html").decode()
    (shown,) = re.findall(r'data-shows="(.+?)"', page)
    (content,) = re.findall(rf'<template id="{shown}">(.*?)</template>', page, re.DOTALL)
    assert "首批入库不少于十人" in content
    assert "已声明" in content


def test_a_cell_tells_of_what_is_alike_whether_it_is_an_answer() -> None:
    superior = DIRECTIVE.replace("首批入库不少于十人。", "首批入库不少于十人。公布技术调查官名单。")
    plan, directive = (load(source.encode(), "文件.yaml").document for source in (PLAN, superior))
    held = hold(plan, [("省意见", directive)])
    page = str(reporter("coverage", "html").report(held))
    (content,) = re.findall(r'<template id="e1-1-1">(.*?)</template>', page, re.DOTALL)
    told = re.findall(r'</span> (.*?)</td><td><span class="badge (\w+)">', content)
    by_text = {clause.text.value: clause.status for clause in held.directives[0].tasks[0].clauses}
    assert {re.sub("<.+?>", "", words): status for words, status in told} == by_text
    assert set(by_text.values()) == {"covered", "review"}


def test_the_page_shows_how_far_each_section_is() -> None:
    longer = DIRECTIVE + "  - 标题: 优化服务\n    任务:\n      - {标题: 设立服务站, 内容: 各县设立服务站。}\n"
    plan, directive = (load(source.encode(), "文件.yaml").document for source in (PLAN, longer))
    page = str(reporter("coverage", "html").report(hold(plan, [("省意见", directive)])))
    sections = page[page.index('class="progress"') :]
    assert re.findall(r"<span>(.+?)</span>", sections)[:2] == ["一、强化保护", "二、优化服务"]
    assert re.findall(r'<span class="soft">(\d/\d)</span>', sections)[:2] == ["1/3", "0/1"]


def test_the_page_filters_by_leading_unit() -> None:
    page = report("html").decode()
    assert "<option>市中级人民法院</option>" in page
    assert "市司法局</option>" not in page
    assert page.count('data-units="|市中级人民法院|"') == 2  # in the matrix and in the list


def test_the_page_tells_the_way_of_a_measure_that_came_down_further_than_one_level() -> None:
    (chain,) = trace().chains
    lost = ClauseChain("2.3/1", Text("设立基金"), "uncovered", (ChainStep(1, "uncovered"),), 1)
    further = replace(chain.tasks[0], clauses=(*chain.tasks[0].clauses, lost))
    page = str(reporter("coverage", "html").report(replace(trace(), chains=(replace(chain, tasks=(further,)),))))
    assert re.findall(r'<span class="soft way">(.+?)</span>', page) == ["《省意见》1.1/1 已落实 → 《市要点》未落实"]


@pytest.mark.parametrize(("count", "prints"), [(40, True), (41, False)])
def test_a_matrix_fits_the_paper_or_says_that_it_is_left_out(count: int, prints: bool) -> None:
    tasks = [f"      - {{标题: 任务{n}建设{n}号站点, 内容: 建设{n}号站点。}}\n" for n in range(count)]
    many = "标题: 某文件\n部分:\n  - 标题: 工作\n    任务:\n" + "".join(tasks)
    document = load(many.encode(), "文件.yaml").document
    page = str(reporter("coverage", "html").report(hold(document, [("省意见", document)])))
    assert f"--columns: {count}" in page
    assert ('class="matrix"' in page) is prints and ('class="matrix wide"' in page) is not prints
    assert (f"对照矩阵有 {count} 列，纸上排不下" in page) is not prints


def test_a_matrix_that_nobody_could_take_in_is_left_out() -> None:
    tasks = [f"      - {{标题: 任务{n}建设{n}号站点, 内容: 建设{n}号站点。}}\n" for n in range(70)]
    many = "标题: 某文件\n部分:\n  - 标题: 工作\n    任务:\n" + "".join(tasks)
    document = load(many.encode(), "文件.yaml").document
    page = str(reporter("coverage", "html").report(hold(document, [("省意见", document)])))
    assert 'class="matrix"' not in page


RATE = """\
标题: 云溪省意见
部分:
  - 标题: 强化保护
    任务:
      - {标题: 推进多元化解, 内容: 培育人民调解组织。纠纷调解成功率达到六成。}
"""
SET_BESIDE = """\
标题: 2027年示例市工作要点
部分:
  - 标题: 重点工作
    任务:
      - {标题: 推进多元化解, 内容: 培育人民调解组织5家。, 目标: [纠纷调解成功率达到65%], 落实: 省意见#1.1}
"""
PROOF = "培育人民调解组织5家。（目标：纠纷调解成功率达到65%）"


def test_a_target_that_stands_beside_the_text_is_told_where_it_answers_a_measure_and_nowhere_else() -> None:
    plan, directive = (load(source.encode(), "文件.yaml").document for source in (SET_BESIDE, RATE))
    held = hold(plan, [("省意见", directive)])
    assert str(reporter("coverage", "markdown").report(held)).count(PROOF) == 1
    page = re.sub(r"</?mark.*?>", "", str(reporter("coverage", "html").report(held)))
    assert page.count(PROOF) == 2  # in the list and behind the cell of the matrix
    book = openpyxl.load_workbook(io.BytesIO(bytes(reporter("coverage", "xlsx").report(held))))
    assert [row[6].value for row in book["逐条措施"].iter_rows(min_row=2)] == ["培育人民调解组织5家。", PROOF]


def test_a_target_that_is_read_from_the_text_is_not_told_again() -> None:
    written = SET_BESIDE.replace("。, 目标: [纠纷调解成功率达到65%]", "，纠纷调解成功率达到65%。")
    plan, directive = (load(source.encode(), "文件.yaml").document for source in (written, RATE))
    assert "目标：" not in str(reporter("coverage", "markdown").report(hold(plan, [("省意见", directive)])))
