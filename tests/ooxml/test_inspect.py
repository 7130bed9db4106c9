"""What holds for a paragraph of a Word file in the end, wherever the file says it."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Pt

from planforge.importers.word.package import Package
from planforge.lifecycle.loading import load_bytes
from planforge.model.pages import Pages, SetParagraph
from planforge.ooxml.inspect import inspect, lists
from planforge.renderers import docx as renderer

PLAN = """\
标题: 2027年示例市知识产权工作要点
文号: 示知〔2027〕1号
发文机关: [示例市市场监督管理局, 示例市知识产权局]
年度: 2027
主送机关: 各县（区）人民政府
部分:
  - 标题: 强化创造
    任务:
      - {标题: 实施培育计划, 内容: 实施高价值专利培育计划，按期完成。}
  - 标题: 强化保护
    任务:
      - {标题: 完善制度, 内容: 建立健全制度，压实责任。}
"""
SENTENCE = "建立健全工作机制，按期完成各项任务。"


def pages_of(data: bytes) -> Pages:
    return inspect(Package(data, "文.docx").part, load_bytes(data, "文.docx").document)


def saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def line(pages: Pages, beginning: str) -> SetParagraph:
    return next(p for p in pages.paragraphs if p.text.value.startswith(beginning))


def set_chinese_font(properties: Any, name: str) -> None:
    properties.get_or_add_rFonts().set(qn("w:eastAsia"), name)


@pytest.fixture
def plain() -> Any:
    """python-docx's own document with a title and a paragraph."""
    document = docx.Document()
    document.add_paragraph("2027年示例市工作要点", style="Title")
    document.add_paragraph(SENTENCE)
    return document


def test_fonts_come_through_styles_that_are_based_on_others(plain: Any) -> None:
    base = plain.styles.add_style("底", 1)
    set_chinese_font(base.element.get_or_add_rPr(), "仿宋_GB2312")
    above = plain.styles.add_style("面", 1)
    above.base_style, above.font.size = base, Pt(16)
    plain.paragraphs[1].style = above
    main = line(pages_of(saved(plain)), "建立").main
    assert (main.font, main.size) == ("仿宋_GB2312", 32)


def test_a_run_overrules_its_style_and_is_a_stretch_of_its_own(plain: Any) -> None:
    run = plain.paragraphs[1].add_run("另起一句。")
    run.font.size, run.font.color.rgb = Pt(22), docx.shared.RGBColor(255, 0, 0)
    set_chinese_font(run._r.get_or_add_rPr(), "黑体")
    first, second = line(pages_of(saved(plain)), "建立").stretches
    assert (second.text, second.font, second.size, second.colour) == ("另起一句。", "黑体", 44, "FF0000")
    assert first.font != "黑体"


def test_theme_fonts_are_named(plain: Any) -> None:
    assert line(pages_of(saved(plain)), "2027年").main.font != ""


def test_indents_and_pitch_are_measured(plain: Any) -> None:
    layout = plain.paragraphs[1].paragraph_format
    layout.first_line_indent, layout.space_after = Pt(22), Pt(0)
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(28)
    found = line(pages_of(saved(plain)), "建立")
    assert (found.first, found.pitch, found.between) == (2.0, 560, 0)


def test_a_pitch_that_fonts_decide_is_unknown(plain: Any) -> None:
    assert line(pages_of(saved(plain)), "建立").pitch is None


def test_each_section_has_its_own_paper(plain: Any) -> None:
    section = plain.add_section()
    section.page_width, section.page_height = section.page_height, section.page_width
    plain.add_paragraph("第二节的文字，横放。")
    pages = pages_of(saved(plain))
    assert [first.sheet.lying for first in pages.sheets] == [False, True]


@pytest.fixture(scope="module")
def printed() -> bytes:
    """A plan with two issuers as the renderer sets it."""
    return renderer.render(load_bytes(PLAN.encode(), "要点.yaml").document)


def test_lines_are_those_of_the_importer(printed: bytes) -> None:
    words = {p.text.at(0).line: p.text.value for p in pages_of(printed).paragraphs}
    tasks = list(load_bytes(printed, "文.docx").document.walk())
    assert len(tasks) == 4
    assert all(task.heading.value in words[task.heading.at(0).line] for task in tasks)


def test_elements_of_a_whole_document_are_told_apart(printed: bytes) -> None:
    pages = pages_of(printed)
    counts = {
        name: len(pages.of(name)) for name in ("机关标志", "发文字号", "标题", "主送机关", "一级", "二级", "版记")
    }
    assert list(counts.values()) == [3, 1, 2, 1, 2, 2, 2]
    assert {(n.pages, n.paragraph.align) for n in pages.numbers} == {("odd", "right"), ("even", "left")}


def test_automatic_numbers_make_headings(plain: Any) -> None:
    paragraph = plain.add_paragraph("夯实基础", style="List Number")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    assert line(pages_of(saved(plain)), "夯实").element == "三级"


@pytest.mark.parametrize(
    ("number", "element"),
    [
        ("〔2027〕XX号", "发文字号"),
        ("XX发〔20XX〕XX号", "发文字号"),
        ("示知〔2027〕5号      签发人：张明", "发文字号"),
        ("示例市人民政府      2027年2月19日", ""),
    ],
)
def test_the_head_of_an_empty_form_is_no_title_though_the_reader_finds_no_better_one(number: str, element: str) -> None:
    """Restyled, the mark shrank to a black 2号."""
    form = docx.Document()
    mark = form.add_paragraph().add_run("示例市人民政府")
    mark.font.size, mark.font.color.rgb = Pt(57), docx.shared.RGBColor(255, 0, 0)
    form.add_paragraph(number).alignment = WD_ALIGN_PARAGRAPH.CENTER
    form.add_paragraph("[此处写正文]")
    found = pages_of(saved(form))
    assert line(found, "示例市人民政府").element == "机关标志"
    assert line(found, number).element == element


@pytest.mark.parametrize("size", ["0", "-4", "nan", "1e999", "大"])
def test_sizes_that_are_none_stop_nothing(plain: Any, size: str) -> None:
    properties = plain.paragraphs[1].runs[0]._r.get_or_add_rPr()
    properties._add_sz().set(qn("w:val"), size)
    plain.paragraphs[1].paragraph_format.first_line_indent = Pt(22)
    assert line(pages_of(saved(plain)), "建立").main.size >= 1


def test_a_list_that_names_no_kind_of_list_says_nothing() -> None:
    numbering = docx.Document().part.numbering_part.element
    numbering.insert(0, numbering.makeelement(qn("w:num"), {qn("w:numId"): "99"}))
    found = lists.read(numbering)
    assert found.levels and not any(number == "99" for number, _ in found.levels)
