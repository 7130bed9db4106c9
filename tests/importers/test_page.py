"""Printed lines of a PDF whose paragraphs have no indent and no space between them."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document as word_file
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from planforge.importers import read
from planforge.importers.page.columns import find, ordered
from planforge.importers.page.line import Line
from planforge.importers.page.lines import bare
from planforge.importers.page.paragraphs import build


def line(words: str, number: int) -> Line:
    """A line of 16-point characters from the left margin at 90 points, `number` lines down the page."""
    return Line(words, 90, 90 + 16 * len(words), 100 + 21 * number, 16, 1, 595)


def test_a_nearly_full_line_that_ends_a_sentence_ends_its_paragraph_where_lines_are_even() -> None:
    full = "推进重点任务落实完善工作机制强化监督管理"
    short = full[:18] + "。"  # one character short of the margin
    printed = [*[full] * 4, short, *[full] * 5, short, *[full] * 3, "善始善终。"]
    read = build([line(words, number) for number, words in enumerate(printed)], "a.pdf")
    assert [paragraph.text.value.count("。") for paragraph in read] == [1, 1, 1]


def test_a_full_line_within_a_paragraph_goes_on_though_a_sentence_ends_with_it() -> None:
    full = "推进重点任务落实完善工作机制强化监督管理"
    printed = [full, full[:19] + "。", full, full, "善始善终。"]
    read = build([line(words, number) for number, words in enumerate(printed)], "a.pdf")
    assert [paragraph.text.value.count("。") for paragraph in read] == [2]


@pytest.mark.parametrize("below", ["20262027年度重点任务全面落实到位了", "式“走进基层”活动全面开展落实到位了吧"])
def test_a_line_that_breaks_off_before_what_no_break_may_part_goes_on(below: str) -> None:
    full = "推进重点任务落实完善工作机制强化监督管理"
    printed = [full, full[:17], below, full, full[:9] + "。"]
    read = build([line(words, number) for number, words in enumerate(printed)], "a.pdf")
    assert len(read) == 1


def test_a_short_line_before_an_ordinary_one_ends_its_paragraph() -> None:
    full = "推进重点任务落实完善工作机制强化监督管理"
    printed = [full, full[:17], full, full, full[:9] + "。"]
    read = build([line(words, number) for number, words in enumerate(printed)], "a.pdf")
    assert len(read) == 2


Item = dict[str, Any]


def char(upright: bool = True) -> Item:
    return {"object_type": "char", "upright": upright}


def shape(width: float, height: float, colour: Any = (0.9, 0.9, 0.9), stroke: bool = False, kind: str = "rect") -> Item:
    size = {"width": width, "height": height}
    return {"object_type": kind, **size, "fill": True, "stroke": stroke, "non_stroking_color": colour}


class Page:
    """What `bare` asks of a page of pdfplumber."""

    def __init__(self, *items: Item) -> None:
        self.items = list(items)
        self.chars, self.rects, self.curves = (
            [item for item in items if item["object_type"] == kind] for kind in ("char", "rect", "curve")
        )

    def filter(self, keeps: Callable[[Item], bool]) -> list[Item]:
        return [item for item in self.items if keeps(item)]


def test_the_number_at_the_side_of_a_page_laid_lengthwise_is_no_line() -> None:
    image = {"object_type": "image"}
    assert bare(Page(char(), char(), char(False), image)) == [char(), char(), image]


@pytest.mark.parametrize("white", [(1, 1, 1), (1.0,), 1, (0, 0, 0, 0), [1, 1, 1]])
def test_the_colour_behind_words_is_no_rule_of_a_table(white: Any) -> None:
    rule, cell = shape(100, 0.5), shape(100, 20, stroke=True)
    patches = [shape(100, 20), shape(100, 20, kind="curve"), shape(100, 1, white)]
    assert bare(Page(char(), rule, *patches, cell)) == [char(), rule, cell]


def test_a_page_without_colour_is_left_as_it_is() -> None:
    page = Page(char(), shape(100, 0.5))
    assert bare(page) is page


def row(top: float, *runs: tuple[float, str]) -> list[Item]:
    """A printed line of 10-point characters; each run begins at so many points."""
    return [
        {"text": c, "size": 10, "x0": left + 10 * n, "x1": left + 10 * n + 10, "top": top}
        for left, words in runs
        for n, c in enumerate(words)
    ]


FULL = "推进重点任务落实完善工作机制强化监督"
TWO_COLUMNS = [row(20 * n, (80, FULL), (290, FULL)) for n in range(8)]


def test_two_columns_are_read_one_after_the_other_and_titles_above_them_first() -> None:
    title = row(0, (150, "关于印发年度工作要点的通知各单位认真执行"))
    gutter = find([title, *TWO_COLUMNS])
    assert gutter is not None
    assert gutter.cut(title) == [title]
    assert [len(part) for part in gutter.cut(TWO_COLUMNS[0])] == [18, 18]
    lines = [
        Line("题", 150, 350, 0, 10, 1, 595),
        Line("右", 290, 470, 20, 10, 1, 595),
        Line("左", 80, 260, 40, 10, 1, 595),
    ]
    read = list(ordered(lines, gutter))
    assert [(each.text, each.left) for each in read] == [("题", 150), ("左", 80), ("右", 80)]


def test_columns_whose_lines_are_not_level_are_columns_nevertheless() -> None:
    left = [row(20 * n, (80, FULL)) for n in range(8)]
    right = [row(20 * n + 9, (290, FULL)) for n in range(8)]
    gutter = find([*left, *right])
    assert gutter is not None
    assert (gutter.first, gutter.second) == (80, 290)


@pytest.mark.parametrize(
    "rows",
    [
        [row(20 * n, (80, FULL * 2)) for n in range(8)],
        [*(row(20 * n, (80, FULL)) for n in range(9)), *(row(200 + 20 * n, (290, FULL)) for n in range(4))],
        [row(20 * n, (80, "新建学校"), (290, FULL)) for n in range(8)],
        [row(20 * n, (80, FULL[:12]), (300, FULL)) for n in range(8)],
        TWO_COLUMNS[:5],
        [*TWO_COLUMNS, *(row(200 + 20 * n, (80, FULL * 2)) for n in range(9))],
        [row(20 * n, (80, FULL), (1e12, FULL)) for n in range(8)],
    ],
    ids=[
        "one column",
        "short lines and a long signature",
        "short cells",
        "cells that end far from the gutter",
        "a few lines",
        "mostly one column",
        "words beyond all pages",
    ],
)
def test_what_only_looks_like_two_columns_is_read_line_by_line(rows: list[list[Item]]) -> None:
    assert find(rows) is None


def test_words_on_a_coloured_ground_are_no_table(soffice: str, tmp_path: Path) -> None:
    file = word_file()
    for words in ("2027年工作要点", "一、抓好学校。", "二、抓好医院。", "三、抓好道路。"):
        paragraph = file.add_paragraph(words)
        paragraph._p.get_or_add_pPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="FFFFFF"/>'))
    file.save(str(tmp_path / "a.docx"))
    command = [soffice, f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", tmp_path, tmp_path / "a.docx"], check=True, capture_output=True)
    assert len(read((tmp_path / "a.pdf").read_bytes(), "a.pdf").document.sections) == 3
