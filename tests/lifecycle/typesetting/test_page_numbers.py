"""`check --fix` on somebody's page numbers: — 1 — on the outside, and all else in headers and footers as it was."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import docx
import pdfplumber
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from planforge import styles
from planforge.api import checking
from planforge.lifecycle.loading import load_bytes
from planforge.lifecycle.typesetting.restyling import restyled
from planforge.ooxml.machine import libreoffice
from planforge.ooxml.namespaces import MAIN
from planforge.renderers import docx as renderer

SENTENCE = "加强统筹协调，健全工作机制，确保各项任务按期完成。"
SPACES = (
    f'{nsdecls("w", "wp", "a")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def field(instruction: str) -> str:
    parts = ('<w:fldChar w:fldCharType="begin"/>', f"<w:instrText> {instruction} </w:instrText>")
    shown = '<w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/>'
    return "".join(f"<w:r>{part}</w:r>" for part in (*parts, shown))


def words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


PAGE = field("PAGE  \\* MERGEFORMAT")
CENTRED = paragraph(words("- "), PAGE, words(" -"), properties='<w:jc w:val="center"/>')
WORDY = paragraph(words("第"), PAGE, words("页 共"), field("NUMPAGES"), words("页"))
SIMPLE = '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>'
CONTROL = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Page Numbers (Bottom of Page)"/></w:docPartObj></w:sdtPr>'
    f"<w:sdtContent>{paragraph(PAGE)}</w:sdtContent></w:sdt>"
)
FRAMED = paragraph(
    PAGE, properties='<w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="outside"/>'
)
CONTENT = f"<w:txbxContent>{paragraph(words('— '), PAGE, words(' —'))}</w:txbxContent>"
#: As WPS writes it: a text box in both forms.
BOXED = (
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:positionH '
    'relativeFrom="margin"><wp:align>center</wp:align></wp:positionH><wp:extent cx="900000" cy="230000"/>'
    '<wp:docPr id="9" name="页码"/><a:graphic><a:graphicData '
    'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
    f"<wps:txbx>{CONTENT}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
    f'<mc:Fallback><w:pict><v:shape style="width:72pt;height:18pt"><v:textbox>{CONTENT}</v:textbox></v:shape></w:pict>'
    "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
)
TYPED = paragraph(words("— 3 —"))
FORMS = {
    "dashes": CENTRED,
    "in words": WORDY,
    "a simple field": SIMPLE,
    "a content control": CONTROL,
    "a frame": FRAMED + paragraph(),
    "a text box": BOXED,
    "in brackets": paragraph(words("（ "), PAGE, words(" ）")),
    "in English": paragraph(words("Page "), PAGE, words(" of "), field("NUMPAGES")),
    "typed": TYPED,
    "typed in words": paragraph(words("- 第 1 页 -")),
    "typed without dashes": paragraph(words("123")),
    "typed with the sum": paragraph(words("3/9")),
}


def fill(part: Any, xml: str) -> None:
    """Make a header or footer of python-docx hold these blocks."""
    part.is_linked_to_previous = False
    for child in list(part._element):
        part._element.remove(child)
    for child in parse_xml(f"<w:ftr {SPACES}>{xml}</w:ftr>"):
        part._element.append(child)


def draft(sections: int = 1) -> Any:
    document = docx.Document()
    document.add_paragraph("2027年示例市知识产权工作要点", style="Title")
    for place in range(sections):
        if place:
            document.add_section(WD_SECTION.NEW_PAGE)
        for _ in range(30):
            document.add_paragraph(SENTENCE * 3)
    return document


def saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def mended(document: Any) -> Any:
    data = restyled(saved(document), "稿.docx")
    assert restyled(data, "稿.docx") == data
    return docx.Document(io.BytesIO(data))


def shown(part: Any) -> list[str]:
    """What the paragraphs of a header or footer say, those in boxes among them, once."""
    hidden = ("}Fallback", "}txbxContent")
    lines = [p for p in part._element.iter(qn("w:p")) if not any(a.tag.endswith(hidden) for a in p.iterancestors())]
    texts = ("".join(t.text or "" for t in line.iter(qn("w:t"))) for line in lines)
    return [text for text in texts if text.strip()]


def faults(data: bytes, folder: Path) -> set[str]:
    path = folder / "稿.docx"
    path.write_bytes(data)
    return {d.code for d in checking.check(str(path), checking.CheckOptions(select=("F018", "F019"))).diagnostics}


@pytest.mark.parametrize("form", sorted(FORMS))
def test_numbers_of_any_form_are_told_and_set_as_the_standard_has_them(form: str, tmp_path: Path) -> None:
    document = draft()
    fill(document.sections[0].footer, FORMS[form])
    assert faults(saved(document), tmp_path)
    new = mended(document)
    assert faults(saved(new), tmp_path) == set()
    section = new.sections[0]
    assert (shown(section.footer), shown(section.even_page_footer)) == (["— 1 —"], ["— 1 —"])
    assert [p.alignment for f in (section.footer, section.even_page_footer) for p in f.paragraphs] == [2, 0]


def test_a_year_is_no_page_number() -> None:
    document = draft()
    fill(document.sections[0].footer, paragraph(words("2027")) + CENTRED)
    assert shown(mended(document).sections[0].footer) == ["— 1 —", "2027"]


def test_what_else_a_footer_says_stays(tmp_path: Path) -> None:
    document = draft()
    line = paragraph(words("内部资料　严禁外传"), "<w:r><w:tab/></w:r>", words("第 "), PAGE, words(" 页"))
    fill(document.sections[0].footer, line + paragraph(words("联系电话：12345")))
    section = mended(document).sections[0]
    for footer in (section.footer, section.even_page_footer):
        assert [text.strip() for text in shown(footer)] == ["— 1 —", "内部资料　严禁外传", "联系电话：12345"]


def test_a_footer_without_a_number_gets_one_and_keeps_its_words(tmp_path: Path) -> None:
    document = draft()
    fill(document.sections[0].footer, paragraph(words("内部资料")))
    new = mended(document)
    assert shown(new.sections[0].footer) == shown(new.sections[0].even_page_footer) == ["— 1 —", "内部资料"]
    assert new.settings.odd_and_even_pages_header_footer
    assert faults(saved(new), tmp_path) == set()


def without_settings(data: bytes) -> bytes:
    """The Word file as programs write it that leave its settings out."""
    stream = io.BytesIO()
    lines = {"[Content_Types].xml": rb'<Override PartName="/word/settings.xml"[^>]*/>'}
    lines["word/_rels/document.xml.rels"] = rb'<Relationship [^>]*Target="settings.xml"[^>]*/>'
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            if name != "word/settings.xml":
                new.writestr(name, re.sub(lines[name], b"", old.read(name)) if name in lines else old.read(name))
    return stream.getvalue()


def test_a_file_without_settings_gets_them_and_so_its_even_pages(tmp_path: Path) -> None:
    document = draft()
    fill(document.sections[0].footer, CENTRED)
    data = restyled(without_settings(saved(document)), "稿.docx")
    section = docx.Document(io.BytesIO(data)).sections[0]
    assert (shown(section.footer), shown(section.even_page_footer)) == (["— 1 —"], ["— 1 —"])
    assert faults(data, tmp_path) == set()
    assert restyled(data, "稿.docx") == data


def test_a_number_in_the_header_moves_to_the_foot_and_the_headers_words_stay_on_all_pages() -> None:
    document = draft()
    fill(document.sections[0].header, paragraph(words("示例市知识产权局　"), PAGE))
    section = mended(document).sections[0]
    assert shown(section.header) == shown(section.even_page_header) == ["示例市知识产权局　"]
    assert shown(section.footer) == ["— 1 —"]


def test_pictures_in_a_footer_are_shown_on_even_pages_too() -> None:
    document = draft()
    footer = document.sections[0].footer
    fill(footer, CENTRED + paragraph(words("标志")))
    footer.part.relate_to(document.part.package.main_document_part, RELATIONSHIP_TYPE.HYPERLINK)
    with zipfile.ZipFile(io.BytesIO(restyled(saved(document), "稿.docx"))) as package:
        related = [name for name in package.namelist() if re.fullmatch(r"word/_rels/footer\d+\.xml\.rels", name)]
        assert len({package.read(name) for name in related}) == 1 and len(related) == 2


def test_a_cover_without_a_number_keeps_without_and_later_sections_take_over() -> None:
    document = draft(3)
    fill(document.sections[1].footer, CENTRED)
    new = mended(document)
    assert [shown(section.footer) for section in new.sections] == [[], ["— 1 —"], ["— 1 —"]]
    assert [shown(section.even_page_footer) for section in new.sections] == [[], ["— 1 —"], ["— 1 —"]]
    assert new.sections[2].footer.is_linked_to_previous


def test_a_section_that_stops_numbering_goes_on_without(tmp_path: Path) -> None:
    document = draft(2)
    fill(document.sections[0].footer, CENTRED)
    fill(document.sections[1].footer, paragraph(words("封底")))
    new = mended(document)
    assert (shown(new.sections[1].footer), shown(new.sections[1].even_page_footer)) == (["封底"], ["封底"])


def test_a_number_on_the_first_page_alone_comes_to_all_pages(tmp_path: Path) -> None:
    document = draft()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    fill(section.first_page_footer, CENTRED)
    assert "F018" in faults(saved(document), tmp_path)
    new = mended(document).sections[0]
    assert shown(new.first_page_footer) == shown(new.footer) == shown(new.even_page_footer) == ["— 1 —"]


def test_a_first_page_without_a_number_gets_one_only_below_a_red_head(tmp_path: Path) -> None:
    plain, headed = draft(), draft()
    run = headed.paragraphs[0].insert_paragraph_before().add_run("示例市知识产权局文件")
    run.font.size, run.font.color.rgb = docx.shared.Pt(40), docx.shared.RGBColor(255, 0, 0)
    for document in (plain, headed):
        document.sections[0].different_first_page_header_footer = True
        fill(document.sections[0].footer, CENTRED)
    assert shown(mended(plain).sections[0].first_page_footer) == []
    assert shown(mended(headed).sections[0].first_page_footer) == ["— 1 —"]


def test_even_pages_without_a_number_are_told_and_get_one(tmp_path: Path) -> None:
    document = draft()
    document.settings.odd_and_even_pages_header_footer = True
    fill(document.sections[0].footer, CENTRED)
    path = tmp_path / "稿.docx"
    document.save(str(path))
    told = checking.check(str(path), checking.CheckOptions(select=("F018",))).diagnostics
    assert any(d.message.startswith("双页没有页码") for d in told)
    assert faults(saved(mended(document)), tmp_path) == set()


@pytest.mark.parametrize("line", ["1" + " " * 100_000 + "x", "—" * 100_000, "第1页" + "　" * 100_000 + "x"])
def test_long_lines_that_begin_like_a_number_are_words(line: str) -> None:
    """They took hours: blanks and dashes were tried in every division."""
    document = draft()
    fill(document.sections[0].footer, paragraph(words(line)))
    assert shown(mended(document).sections[0].footer) == ["— 1 —", line]


#: The number of the page without a cover.
RECKONED = field("= 7 - 1").replace(
    "<w:instrText> = 7 - 1 ", f"<w:instrText> = </w:instrText></w:r>{PAGE}<w:r><w:instrText> - 1 "
)


def test_numbers_that_are_reckoned_are_left_alone() -> None:
    document = draft()
    fill(document.sections[0].footer, paragraph(RECKONED))
    before = document.sections[0].footer._element.xml
    assert mended(document).sections[0].footer._element.xml == before


def test_the_command_says_why_numbers_are_left_alone(
    tmp_path: Path, planforge: Callable[..., CompletedProcess[bytes]]
) -> None:
    document = draft()
    document.save(str(tmp_path / "普通.docx"))
    fill(document.sections[0].footer, paragraph(RECKONED))
    document.save(str(tmp_path / "公式.docx"))
    with zipfile.ZipFile(tmp_path / "普通.docx") as usual, zipfile.ZipFile(tmp_path / "严格.docx", "w") as strict:
        for name in usual.namelist():
            strict.writestr(
                name, usual.read(name).replace(MAIN.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            )
    said = {
        name: planforge("check", f"{name}.docx", "--fix", "--exit-zero", folder=tmp_path).stderr.decode()
        for name in ("普通", "公式", "严格")
    }
    assert "页码没有动" not in said["普通"]
    assert "页码没有动：页码是用公式算出来的" in said["公式"] and "请在 Word 里自己改" in said["公式"]
    assert "页码没有动：文件存成了“严格的 Open XML 文档”" in said["严格"]


def test_a_form_of_counting_that_brings_its_own_dashes_goes() -> None:
    document = draft()
    document.sections[0]._sectPr.append(parse_xml(f'<w:pgNumType {nsdecls("w")} w:fmt="numberInDash" w:start="3"/>'))
    fill(document.sections[0].footer, SIMPLE)
    (count,) = mended(document).sections[0]._sectPr.iter(qn("w:pgNumType"))
    assert dict(count.attrib) == {qn("w:start"): "3"}


def test_the_head_of_a_letter_and_its_numbers_stay_where_they_are() -> None:
    """Its first page has none, and its margins for header and footer are the letterhead's own (10.1)."""
    plan = load_bytes(
        "标题: 示例市要点\n发文机关: [示例市知识产权局]\n部分: [{标题: 强化创造}]\n".encode(), "要点.yaml"
    ).document
    letter = renderer.render(plan, styles.load("letter"))
    copy = restyled(letter, "函.docx", "letter")
    sections = [docx.Document(io.BytesIO(data)).sections[0] for data in (letter, copy)]
    assert sections[0]._sectPr.xml == sections[1]._sectPr.xml
    heights = [[p.paragraph_format.line_spacing for p in s.footer.paragraphs] for s in sections]
    assert heights[0] == heights[1]


@pytest.mark.layout
def test_on_paper_the_numbers_stand_seven_millimetres_below_the_text_and_beside_lying_pages(soffice: str) -> None:
    document = draft(2)
    fill(document.sections[0].footer, CENTRED + paragraph(words("内部资料")))
    lying = document.sections[1]
    lying.orientation, lying.page_width, lying.page_height = WD_ORIENT.LANDSCAPE, lying.page_height, lying.page_width
    lying.left_margin = Mm(30)
    pdf = libreoffice.convert(restyled(saved(document), "稿.docx"), ".docx", "pdf")
    with pdfplumber.open(io.BytesIO(pdf)) as pages:
        upright = [page for page in pages.pages if page.width < page.height]
        turned = [page for page in pages.pages if page.width > page.height]
        for page in upright:
            dash, *_, last = [c for c in page.chars if c["text"] == "—"]
            assert abs((dash["top"] + dash["bottom"]) / 2 * 25.4 / 72 - 269) < 1.5
            away = page.width - last["x1"] if page.page_number % 2 else dash["x0"]
            assert abs(away * 25.4 / 72 - (26 if page.page_number % 2 else 28) - 4.9) < 1.5
            assert "内部资料" in page.extract_text()
        assert turned and all(min(c["x0"] for c in page.chars if c["text"] == "—") < 30 * 72 / 25.4 for page in turned)
