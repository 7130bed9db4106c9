"""`check --fix` on a Word file: a copy in the style, with the same words, and the file itself as it was."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from planforge.api import checking, issuing
from planforge.lifecycle.restyling import restyled
from planforge.model import InputError


def chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


#: One white pixel.
PNG = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\x00\xff"))
    + chunk(b"IEND", b"")
)
SENTENCE = "加强统筹协调，健全工作机制，确保各项任务按期完成。"


@pytest.fixture
def typed(tmp_path: Path) -> Path:
    """A plan as somebody typed it: wrong paper, fonts and indents, with a table, a picture and a bold word."""
    document: Any = docx.Document()
    document.add_paragraph("2027年示例市知识产权工作要点", style="Title")
    document.add_paragraph("一、强化创造")
    paragraph = document.add_paragraph(f"（一）实施培育计划。{SENTENCE}")
    paragraph.add_run("一是培育。").bold = True
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "任务", "时限"
    table.cell(0, 0).paragraphs[0].runs[0].font.size = Pt(9)
    document.add_picture(io.BytesIO(PNG), width=Mm(40))
    path = tmp_path / "要点.docx"
    document.save(str(path))
    return path


def codes(path: Path) -> set[str]:
    return {d.code for d in checking.check(str(path), checking.CheckOptions(select=("F",))).diagnostics}


def test_the_copy_follows_the_style_and_the_file_stays(typed: Path) -> None:
    before = typed.read_bytes()
    copy = issuing.restyle(str(typed))
    assert copy is not None and Path(copy).name == "要点.规范.docx"
    assert typed.read_bytes() == before
    assert len(codes(typed)) > 5
    assert codes(Path(copy)) == set()


def test_words_tables_and_pictures_are_the_same(typed: Path) -> None:
    data = typed.read_bytes()
    made = restyled(data, "要点.docx")
    old, new = (docx.Document(io.BytesIO(content)) for content in (data, made))
    assert [p.text for p in old.paragraphs] == [p.text for p in new.paragraphs]
    assert old.tables[0]._tbl.xml == new.tables[0]._tbl.xml
    assert old.paragraphs[-1]._p.xml == new.paragraphs[-1]._p.xml
    parts = [zipfile.ZipFile(io.BytesIO(content)) for content in (data, made)]
    changed = {name for name in parts[0].namelist() if parts[0].read(name) != parts[1].read(name)}
    around = {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/settings.xml"}  # page numbers are new
    assert changed == {"word/document.xml", *around}


def test_page_numbers_are_added_only_where_there_are_none(typed: Path) -> None:
    document = docx.Document(str(typed))
    document.sections[0].footer.paragraphs[0].text = "内部资料"
    document.save(str(typed))
    new = docx.Document(io.BytesIO(restyled(typed.read_bytes(), "要点.docx")))
    assert [p.text for p in new.sections[0].footer.paragraphs] == ["内部资料"]
    assert not new.settings.odd_and_even_pages_header_footer


def test_who_signs_and_when_is_set_as_text_where_it_stands(typed: Path) -> None:
    document = docx.Document(str(typed))
    for words in ("示例市知识产权局", "2027年1月5日"):
        document.add_paragraph(words).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.save(str(typed))
    new = docx.Document(io.BytesIO(restyled(typed.read_bytes(), "要点.docx"))).paragraphs[-2:]
    assert [p.runs[0].font.size for p in new] == [Pt(16), Pt(16)]
    assert [p.alignment for p in new] == [WD_ALIGN_PARAGRAPH.RIGHT] * 2


def test_numbered_paragraphs_red_heads_and_lying_pages_are_set_too(tmp_path: Path) -> None:
    document: Any = docx.Document()
    mark = document.add_paragraph()
    run = mark.add_run("示例市知识产权局文件")
    run.font.size, run.font.color.rgb = Pt(40), docx.shared.RGBColor(255, 0, 0)
    mark.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("示知〔2027〕1号").alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("2027年示例市知识产权工作要点", style="Title")
    document.add_paragraph("夯实工作基础", style="List Number")
    document.add_paragraph(SENTENCE)
    section = document.add_section()
    section.page_width, section.page_height = section.page_height, section.page_width
    document.add_paragraph(f"横放的一页。{SENTENCE}")
    path = tmp_path / "文.docx"
    document.save(str(path))
    assert {"F001", "F013"} <= codes(path)
    copy = issuing.restyle(str(path))
    assert copy is not None and codes(Path(copy)) <= {"F015", "F017"}  # a rule and a 版记 are the author's to write


def test_a_heading_in_line_is_set_apart_from_its_text_and_emphasis_stays(typed: Path) -> None:
    runs = docx.Document(io.BytesIO(restyled(typed.read_bytes(), "要点.docx"))).paragraphs[2].runs
    assert [run.text for run in runs] == ["（一）实施培育计划。", SENTENCE, "一是培育。"]
    assert [run.bold for run in runs] == [False, None, True]


def test_headings_alone_on_their_line_come_into_the_navigation_pane_and_running_text_does_not(typed: Path) -> None:
    new = docx.Document(io.BytesIO(restyled(typed.read_bytes(), "要点.docx")))
    levels = {p.text[:2]: p._p.xpath("./w:pPr/w:outlineLvl/@w:val") for p in new.paragraphs if p.text}
    assert levels["一、"] == ["0"]
    assert levels["（一"] == []


def test_restyling_twice_changes_nothing_more(typed: Path) -> None:
    once = restyled(typed.read_bytes(), "要点.docx")
    assert restyled(once, "要点.docx") == once


def test_a_copy_is_not_restyled_onto_itself(typed: Path) -> None:
    copy = issuing.restyle(str(typed))
    with pytest.raises(InputError, match=r"已经是按样式排过的副本"):
        issuing.restyle(str(copy))


def test_the_command_says_where_the_copy_is(typed: Path, planforge: Callable[..., CompletedProcess[bytes]]) -> None:
    done = planforge("check", typed.name, "--select", "F", "--fix", folder=typed.parent)
    assert "已写出按样式排好的副本 要点.规范.docx" in done.stderr.decode()
    assert "没有发现问题" in done.stdout.decode()
    assert done.returncode == 0
