"""What a plan promises less or later than its superiors stands in every report on coverage, not on the page alone."""

from __future__ import annotations

import io
import json
from functools import cache

import docx
import openpyxl
import pytest

from planforge.coverage import trace as hold
from planforge.model import Trace
from planforge.reporters import reporter
from planforge.yaml_io import load

DIRECTIVE = """\
标题: 云溪省农村供水实施意见
部分:
  - {标题: 主要目标, 内容: 到2027年，农村自来水普及率达到94%以上。}
  - 标题: 重点任务
    任务:
      - 标题: 改造老旧管网
        内容: 改造农村供水老旧管网，管网漏损率控制在10%以内。
        完成时限: 2027年9月底前
"""
PLAN = """\
标题: 2027年示例县农村供水工作要点
年度: 2027
部分:
  - 标题: 重点工作
    任务:
      - 标题: 改造老旧管网
        内容: 改造农村供水老旧管网，管网漏损率控制在12%以内，农村自来水普及率达到90%以上。
        完成时限: 12月底前
        落实: 省意见#2.1
"""
LOW = "目标达不到上级：1.1“管网漏损率控制在12%以内”，上级 2.1 要求“管网漏损率控制在10%以内”"
LATE = "时限晚于上级：1.1“12月底前”，上级 2.1 要求“2027年9月底前”"
#: Of a section that is compared by its figures alone, so that no row shows it.
APART = "目标达不到上级：1.1“农村自来水普及率达到90%以上”，上级 1 要求"


@cache
def trace() -> Trace:
    plan, directive = (load(source.encode(), "文件.yaml").document for source in (PLAN, DIRECTIVE))
    return hold(plan, [("省意见", directive)])


def words(form: str) -> str:
    content = reporter("coverage", form).report(trace())
    if isinstance(content, str):
        return content.replace("\\", "")
    if form == "docx":
        file = docx.Document(io.BytesIO(content))
        cells = (cell.text for table in file.tables for row in table.rows for cell in row.cells)
        return "\n".join([*(paragraph.text for paragraph in file.paragraphs), *cells])
    sheet = openpyxl.load_workbook(io.BytesIO(content))["对照表"]
    return "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)


@pytest.mark.parametrize("form", ["text", "html", "markdown", "docx", "xlsx"])
def test_a_covered_task_that_promises_less_or_later_is_told(form: str) -> None:
    assert trace().directives[0].tasks[0].status == "covered"
    assert LOW in words(form)
    assert LATE in words(form)


@pytest.mark.parametrize("form", ["text", "html", "markdown", "docx"])
def test_a_target_of_a_section_that_has_no_row_is_told_too(form: str) -> None:
    assert APART in words(form)


def test_the_workbook_has_them_all_on_a_sheet() -> None:
    book = openpyxl.load_workbook(io.BytesIO(reporter("coverage", "xlsx").report(trace())))
    found = [row[1:5] for row in book["目标和时限"].iter_rows(min_row=2, values_only=True)]
    assert ("2.1", "2027年9月底前", "1.1", "12月底前") in found
    assert len(found) == 3


def test_rows_of_the_workbook_are_as_high_as_their_words() -> None:
    book = openpyxl.load_workbook(io.BytesIO(reporter("coverage", "xlsx").report(trace())))
    heights = [book["对照表"].row_dimensions[number].height for number in (2,)]
    assert heights[0] > 30


def test_scripts_read_them_beside_the_tasks() -> None:
    (directive,) = json.loads(words("json"))["directives"]
    assert [each["items"] for each in directive["shortfalls"]] == [["1"], ["2.1"], ["2.1"]]
    assert directive["shortfalls"][-1]["promised"] == "12月底前"
