"""`check --fix` on a Word file: a copy in the style, with the same words, and the file itself as it was."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import docx
import pdfplumber
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from planforge.api import checking, issuing
from planforge.lifecycle.typesetting.restyling import restyled
from planforge.model import InputError
from planforge.ooxml.machine import libreoffice


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


def after(path: Path) -> bytes:
    return restyled(path.read_bytes(), path.name)


def codes(path: Path) -> set[str]:
    return {d.code for d in checking.check(str(path), checking.CheckOptions(select=("F",))).diagnostics}


def test_the_copy_follows_the_style_and_the_file_stays(typed: Path) -> None:
    before = typed.read_bytes()
    copy = issuing.restyle(str(typed)).path
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
    assert changed == {"word/document.xml", "word/styles.xml", *around}


def test_a_mark_set_narrow_stays_so_and_an_automatic_number_looks_like_its_heading(tmp_path: Path) -> None:
    """The mark turned over, and the number kept the letters that its heading had before."""
    document = docx.Document()
    run: Any = document.add_paragraph("示例市知识产权局文件").runs[0]
    run.font.size, run.font.color.rgb = Pt(65), RGBColor(255, 0, 0)
    run._r.get_or_add_rPr().append(parse_xml(f'<w:w {nsdecls("w")} w:val="60"/>'))
    for words in ("示知〔2027〕1号", "2027年示例市知识产权工作要点"):
        document.add_paragraph(words)
    for words in ("强化创造", "强化运用"):
        heading = document.add_paragraph(words, style="List Number")
        numbers = parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
        heading._p.get_or_add_pPr().append(numbers)
        document.add_paragraph(SENTENCE)
    path = tmp_path / "要点.docx"
    document.save(str(path))
    new: Any = docx.Document(io.BytesIO(after(path)))
    assert new.paragraphs[0]._p.xpath(".//w:r/w:rPr/w:w/@w:val") == ["60"]
    numbered = [p._p for p in new.paragraphs if p._p.xpath("w:pPr/w:numPr")]
    faces = [p.xpath(f"{own}/w:rFonts/@w:eastAsia") for p in numbered for own in ("w:pPr/w:rPr", "w:r/w:rPr")]
    assert len(faces) == 4 and faces[::2] == faces[1::2]


@pytest.mark.layout
def test_no_mark_is_lost_from_the_pages_of_the_copy(tmp_path: Path, soffice: str) -> None:
    """LibreOffice left out commas and full stops at the end of full lines."""
    document = docx.Document()
    for length in range(20, 36):
        document.add_paragraph("健" * length + "，" + "全" * 27 + "。" + "完善制度，压实责任。")
    path = tmp_path / "稿.docx"
    document.save(str(path))
    pdf = libreoffice.convert(restyled(path.read_bytes(), path.name), ".docx", "pdf")
    with pdfplumber.open(io.BytesIO(pdf)) as pages:
        words = "".join(page.extract_text() for page in pages.pages)
    assert (words.count("，"), words.count("。")) == (32, 32)


def signed(path: Path, *lines: tuple[str, Any, float]) -> list[Any]:
    """The lines at the end of the copy, after these were added: words, alignment, and right indent in points."""
    document = docx.Document(str(path))
    for words, alignment, right in lines:
        paragraph = document.add_paragraph(words)
        paragraph.alignment, paragraph.paragraph_format.right_indent = alignment, Pt(right)
    document.save(str(path))
    told = "F023" in codes(path)
    new = docx.Document(io.BytesIO(restyled(path.read_bytes(), "要点.docx"))).paragraphs[-len(lines) :]
    assert [p.runs[0].font.size for p in new] == [Pt(16)] * len(lines)
    assert [p.text for p in new] == [words for words, _, _ in lines]
    return [told, *((p.alignment, round(p.paragraph_format.right_indent.pt / 15.75, 2)) for p in new)]


RIGHT, LEFT = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.LEFT


def test_who_signs_and_when_goes_to_its_place(typed: Path) -> None:
    """The date four characters in, the organ centred over it (7.3.5.1)."""
    lines = ("示例市知识产权局", RIGHT, 0), ("2027年1月5日", RIGHT, 0)
    assert signed(typed, *lines) == [True, (RIGHT, 3.0), (RIGHT, 4.0)]


def test_blanks_that_pushed_a_signature_stay_and_do_no_harm(typed: Path) -> None:
    lines = ("　" * 20 + "示例市知识产权局", LEFT, 0), ("　" * 21 + "2027年1月5日　", LEFT, 0)
    assert signed(typed, *lines) == [True, (RIGHT, 3.0), (RIGHT, 3.0)]


def test_a_signature_without_room_for_a_seal_stays_one(typed: Path) -> None:
    """The organ two characters in, the date starting two characters right of it (7.3.5.2)."""
    unit = 11  # points: python-docx's own text
    lines = ("示例市人力资源和社会保障局", RIGHT, 2 * unit), ("2027年1月5日", RIGHT, 7 * unit)
    assert signed(typed, *lines) == [False, (RIGHT, 2.0), (RIGHT, 7.0)]


@pytest.mark.parametrize("words", ["示例市教育局　　示例市公安局", "局长　　　　　　　　", "市长　张明"])
def test_joint_signatures_and_posts_stay_where_they_are(typed: Path, words: str) -> None:
    assert signed(typed, (words, RIGHT, 32), ("2027年1月5日", RIGHT, 64))[0] is False
    document = docx.Document(io.BytesIO(after(typed)))
    assert [p.paragraph_format.right_indent for p in document.paragraphs[-2:]] == [Pt(32), Pt(64)]


def test_a_date_below_a_title_is_no_signature(tmp_path: Path) -> None:
    document: Any = docx.Document()
    document.add_paragraph("在全市知识产权工作会议上的讲话", style="Title")
    for words in ("示例市知识产权局", "2027年1月5日"):
        document.add_paragraph(words).alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph(SENTENCE)
    path = tmp_path / "讲话.docx"
    document.save(str(path))
    assert "F023" not in codes(path)
    new = docx.Document(io.BytesIO(after(path))).paragraphs
    assert [p.alignment for p in new[1:3]] == [WD_ALIGN_PARAGRAPH.CENTER] * 2


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
    copy = issuing.restyle(str(path)).path
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


@pytest.fixture
def outlined(tmp_path: Path) -> Path:
    """A plan whose author took heading styles and list styles as they looked, with a comment and tracked changes."""
    document: Any = docx.Document()
    document.add_paragraph("2027年示例市知识产权工作要点", style="Title")
    document.add_paragraph("一、强化创造", style="Heading 3")
    document.add_paragraph(f"（一）实施培育计划。{SENTENCE}", style="Heading 2")
    document.add_paragraph("二、强化保护", style="Intense Quote")
    document.add_paragraph("（一）健全制度")
    noted = document.add_paragraph(f"三是强化保障。{SENTENCE}", style="Heading 1")
    document.add_comment(noted.runs, "请核对", "王敏", "王")
    document.add_paragraph("夯实工作基础", style="List Number")
    changed = document.add_paragraph(SENTENCE)._p
    for tag, text, words in (("ins", "t", "新增一句。"), ("del", "delText", "删去一句。")):
        marks = f'w:id="9{len(tag)}" w:author="李" w:date="2027-01-01T00:00:00Z"'
        change = f"<w:{tag} {nsdecls('w')} {marks}><w:r><w:{text}>{words}</w:{text}></w:r></w:{tag}>"
        changed.append(parse_xml(change))
    path = tmp_path / "要点.docx"
    document.save(str(path))
    return path


def looks(document: Any) -> dict[str, str]:
    """The style of each paragraph by its first characters."""
    return {p.text[:4]: p.style.name for p in document.paragraphs}


def test_headings_get_the_heading_styles_of_their_levels_and_text_loses_them(outlined: Path) -> None:
    new = docx.Document(io.BytesIO(restyled(outlined.read_bytes(), "要点.docx")))
    found = looks(new)
    assert (found["一、强化"], found["二、强化"], found["（一）健"]) == ("Heading 1", "Heading 1", "Heading 2")
    assert (found["（一）实"], found["三是强化"]) == ("Normal", "Normal")
    assert new.styles["Heading 1"].font.size == Pt(16)


def test_a_file_without_heading_styles_gets_them(typed: Path) -> None:
    document = docx.Document(str(typed))
    for style in [style for style in document.styles if style.name.startswith("Heading")]:
        style.delete()
    document.save(str(typed))
    new = docx.Document(io.BytesIO(restyled(typed.read_bytes(), "要点.docx")))
    assert looks(new)["一、强化"] == "Heading 1"
    assert new.styles["Heading 1"].base_style.name == "Normal"


def test_automatic_numbers_stay_when_the_style_that_gave_them_goes(outlined: Path) -> None:
    old, new = (docx.Document(io.BytesIO(data)) for data in (outlined.read_bytes(), after(outlined)))
    given = old.styles["List Number"].element.xpath("./w:pPr/w:numPr/w:numId/@w:val")
    numbered = next(p for p in new.paragraphs if p.text == "夯实工作基础")
    assert numbered.style.name == "Heading 3"
    assert numbered._p.xpath("./w:pPr/w:numPr/w:numId/@w:val") == given


def test_words_comments_and_tracked_changes_are_the_same_in_the_same_order(outlined: Path) -> None:
    """Runs are cut and set anew; whatever else stands between their words, stands there still."""
    found = []
    for data in (outlined.read_bytes(), after(outlined)):
        said: list[str] = []
        for element in docx.Document(io.BytesIO(data)).element.body.iter():
            name = element.tag.rpartition("}")[2]
            if name in ("t", "delText"):
                said.append(element.text)
            elif name in ("p", "tbl", "ins", "del", "commentRangeStart", "commentRangeEnd", "commentReference"):
                said.append(f"<{name}>")
        found.append("".join(said))
    assert found[0] == found[1]
    parts = [zipfile.ZipFile(io.BytesIO(data)) for data in (outlined.read_bytes(), after(outlined))]
    assert parts[0].read("word/comments.xml") == parts[1].read("word/comments.xml")


def test_the_copy_is_chinese_set_as_word_does_today_and_its_tables_keep_their_lines(typed: Path) -> None:
    new = docx.Document(io.BytesIO(after(typed)))
    settings, defaults = new.settings.element, new.styles.element
    assert settings.xpath("./w:compat/w:compatSetting[@w:name='compatibilityMode']/@w:val") == ["15"]
    assert defaults.xpath("./w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:eastAsia") == ["zh-CN"]
    assert defaults.xpath("./w:docDefaults/w:pPrDefault/w:pPr/w:snapToGrid/@w:val") == ["0"]


def test_restyling_twice_changes_nothing_more(typed: Path) -> None:
    once = after(typed)
    assert restyled(once, "要点.docx") == once


def test_the_rule_that_a_style_of_word_has_below_a_title_goes(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("关于印发2027年示例市知识产权工作要点的通知", style="Title")
    document.add_paragraph("各县（区）人民政府：")
    document.add_paragraph("现印发给你们，请认真贯彻执行。")
    document.save(str(tmp_path / "稿.docx"))
    assert document.styles["Title"].element.find(f".//{qn('w:pBdr')}/{qn('w:bottom')}").get(qn("w:val")) == "single"
    new = docx.Document(io.BytesIO(restyled((tmp_path / "稿.docx").read_bytes(), "稿.docx"))).paragraphs[0]
    assert {side.get(qn("w:val")) for side in new._p.pPr.find(qn("w:pBdr"))} == {"nil"}


def test_a_copy_is_not_restyled_onto_itself(typed: Path) -> None:
    copy = issuing.restyle(str(typed)).path
    with pytest.raises(InputError, match=r"已经是按样式排过的副本"):
        issuing.restyle(copy)


def test_the_command_says_where_the_copy_is(typed: Path, planforge: Callable[..., CompletedProcess[bytes]]) -> None:
    done = planforge("check", typed.name, "--select", "F", "--fix", folder=typed.parent)
    assert "已写出按样式排好的副本 要点.规范.docx" in done.stderr.decode()
    assert "没有发现问题" in done.stdout.decode()
    assert done.returncode == 0


def saved_by(program: str, path: Path, words: str) -> bytes:
    """The file with another paragraph, as a program that names itself saves it."""
    document = docx.Document(str(path))
    document.add_paragraph(words)
    told = next(part for part in document.part.package.iter_parts() if part.partname == "/docProps/app.xml")
    told._blob = re.sub(b"<Application>.*?</Application>", f"<Application>{program}</Application>".encode(), told.blob)
    document.save(str(path))
    return path.read_bytes()


def test_an_older_copy_that_a_colleague_edited_is_kept(
    typed: Path, planforge: Callable[..., CompletedProcess[bytes]]
) -> None:
    command = ["check", typed.name, "--select", "F", "--fix"]
    copy = typed.with_name("要点.规范.docx")
    planforge(*command, folder=typed.parent)
    saved_by("Microsoft Office Word", typed, "附件：1.分工表")
    assert "原来的" not in planforge(*command, folder=typed.parent).stderr.decode()  # nobody touched the copy
    theirs = saved_by("WPS Office", copy, "同意。")
    said = planforge(*command, folder=typed.parent).stderr.decode()
    assert "原来的副本有人改过，存为 要点.规范.旧.docx" in said
    assert copy.with_name("要点.规范.旧.docx").read_bytes() == theirs
    assert not any("同意" in paragraph.text for paragraph in docx.Document(str(copy)).paragraphs)


def test_a_copy_of_a_plan_that_was_set_and_then_edited_is_nobodys_work(
    tmp_path: Path, planforge: Callable[..., CompletedProcess[bytes]]
) -> None:
    (tmp_path / "要点.txt").write_text("2027年示例市工作要点\n一、强化创造\n（一）培育。培育企业。\n", encoding="utf-8")
    planforge("render", "要点.txt", "-o", "稿.docx", folder=tmp_path)
    for words in ("一、继续努力。", "二、再接再厉。"):
        saved_by("WPS Office", tmp_path / "稿.docx", words)
        said = planforge("check", "稿.docx", "--fix", "--exit-zero", folder=tmp_path).stderr.decode()
        assert "已写出按样式排好的副本 稿.规范.docx" in said and "原来的" not in said
    saved_by("WPS Office", tmp_path / "稿.规范.docx", "同意。")
    said = planforge("check", "稿.docx", "--fix", "--exit-zero", folder=tmp_path).stderr.decode()
    assert "存为 稿.规范.旧.docx" in said
