"""Word files as other programs write them: list styles, main parts by other names, pages put into a file."""

from __future__ import annotations

import io
import quopri

import pytest
from readings import leaf, outline
from test_formats import W, headings, level, package, paragraph, word

from planforge.importers import read
from planforge.lifecycle.annotating.copy import Copy
from planforge.model import InputError

KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LEVELS = level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）")
PAGE = (
    "<html><head><meta charset='utf-8'></head><body><p>一、抓学校</p><p>建好学校。</p><p>二、抓医院</p></body></html>"
)


def relations(*targets: tuple[str, str]) -> str:
    links = "".join(f'<Relationship Id="r{n}" Type="{KIND}/{k}" Target="{t}"/>' for n, (k, t) in enumerate(targets))
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
    )


def main(body: str) -> str:
    return f'<w:document xmlns:w="{W}" xmlns:r="{KIND}"><w:body>{body}</w:body></w:document>'


def styled(text: str, style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def test_a_list_takes_the_level_of_a_paragraph_from_its_style() -> None:
    def heading(depth: int) -> str:
        return (
            f'<w:style w:type="paragraph" w:styleId="h{depth}"><w:name w:val="h {depth}"/><w:pPr><w:numPr>'
            '<w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
        )

    marked = [
        level(0, "chineseCounting", "%1、").replace("<w:numFmt", '<w:pStyle w:val="h0"/><w:numFmt'),
        level(1, "chineseCounting", "（%2）").replace("<w:numFmt", '<w:pStyle w:val="h1"/><w:numFmt'),
    ]
    numbering = (
        f'<w:abstractNum w:abstractNumId="3">{"".join(marked)}</w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>'
    )
    body = styled("重点任务", "h0") + styled("抓学校。建好学校。", "h1") + styled("抓医院。建好医院。", "h1")
    parts: dict[str, str | bytes] = {
        "word/document.xml": main(paragraph("2027年工作要点") + body),
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{heading(0)}{heading(1)}</w:styles>',
        "word/numbering.xml": f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>',
    }
    found = read(package(parts), "a.docx").document
    assert headings(found) == {"1": "一、重点任务", "1.1": "（一）抓学校", "1.2": "（二）抓医院"}


def test_a_list_that_refers_to_a_list_style_is_numbered_as_the_style_says() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="公文"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="公文"/>{LEVELS}</w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
    )
    body = paragraph("2027年工作要点") + paragraph("重点任务", 0) + paragraph("抓学校。建好学校。", 1)
    assert headings(read(word(body, numbering), "a.docx").document) == {"1": "一、重点任务", "1.1": "（一）抓学校"}


def test_the_stop_of_a_level_that_rtf_could_not_hold_is_read_as_the_stop_it_was() -> None:
    lost = level(0, "chineseCountingThousand", "%1?") + level(1, "chineseCountingThousand", "(%2)")
    list_of = '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
    numbering = f'<w:abstractNum w:abstractNumId="1">{lost}</w:abstractNum>{list_of}'
    body = paragraph("2027年工作要点") + paragraph("重点任务", 0) + paragraph("抓学校。建好学校。", 1)
    assert headings(read(word(body, numbering), "a.docx").document) == {"1": "一、重点任务", "1.1": "(一)抓学校"}


@pytest.mark.parametrize("wrong", ['w:ilvl="99"', 'w:ilvl="²"', 'w:ilvl="-1"'])
def test_levels_that_no_list_has_do_no_harm(wrong: str) -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="3"><w:lvl {wrong}><w:start w:val="²"/><w:lvlText w:val="%1、"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>'
    )
    body = paragraph("一、抓学校") + paragraph("建好学校。", 99)
    assert outline(read(word(body, numbering), "a.docx").document)["1"] == "抓学校"


def test_a_main_part_by_another_name_is_found_with_its_styles_and_lists() -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="3">{LEVELS}</w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>'
    )
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations(("officeDocument", "/word/document2.xml")),
        "word/document2.xml": main(paragraph("2027年工作要点") + paragraph("重点任务", 0)),
        "word/_rels/document2.xml.rels": relations(("numbering", "numbering2.xml")),
        "word/numbering2.xml": f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>',
    }
    assert headings(read(package(parts), "a.docx").document) == {"1": "一、重点任务"}


def test_a_main_part_of_another_program_is_told_by_its_name() -> None:
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": "<workbook/>",
    }
    with pytest.raises(InputError, match="Excel"):
        read(package(parts), "a.docx")


def test_a_deleted_row_of_a_table_is_gone() -> None:
    def row(*cells: str, deleted: bool = False) -> str:
        columns = "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in cells)
        mark = '<w:trPr><w:del w:id="1"/></w:trPr>' if deleted else ""
        return f"<w:tr>{mark}{columns}</w:tr>"

    rows = row("序号", "重点任务", "责任单位") + row("1", "抓学校", "市教育局")
    rows += row("2", "抓会议", "市教育局", deleted=True) + row("2", "抓医院", "市卫生健康委")
    found = read(word(paragraph("2027年工作要点") + f"<w:tbl>{rows}</w:tbl>"), "a.docx").document
    assert [task.heading.value or task.text.value for task in found.walk()] == ["抓学校", "抓医院"]


def with_chunk(name: str, content: bytes, before: str = "") -> bytes:
    return package(
        {
            "word/document.xml": main(f'{before}<w:altChunk r:id="r0"/>'),
            "word/_rels/document.xml.rels": relations(("aFChunk", name)),
            f"word/{name}": content,
        }
    )


@pytest.mark.parametrize("before", ["", paragraph("2027年工作要点")])
def test_a_page_that_a_word_file_takes_in_is_read(before: str) -> None:
    found = read(with_chunk("chunk.htm", PAGE.encode(), before), "a.docx").document
    assert outline(found) == {"1": "抓学校", "2": "抓医院"}
    assert {task.heading.at(0).line for task in found.walk()} == {1}


def test_a_page_saved_as_one_file_within_a_word_file_is_read() -> None:
    body = quopri.encodestring(PAGE.encode()).decode()
    head = "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
    message = head + body
    assert outline(read(with_chunk("chunk.mht", message.encode()), "a.docx").document) == {"1": "抓学校", "2": "抓医院"}


def test_word_files_within_word_files_without_end_are_told() -> None:
    data = word(paragraph("一、抓学校"))
    for _ in range(5):
        data = with_chunk("chunk.docx", data)
    with pytest.raises(InputError, match="没有文字"):
        read(data, "a.docx")


def test_a_word_file_that_takes_in_the_same_file_again_and_again_is_told() -> None:
    parts: dict[str, str | bytes] = {
        "word/document.xml": main('<w:altChunk r:id="r0"/>' * 501),
        "word/_rels/document.xml.rels": relations(("aFChunk", "chunk.htm")),
        "word/chunk.htm": PAGE.encode(),
    }
    with pytest.raises(InputError, match="嵌入的文件太多"):
        read(package(parts), "a.docx")


def test_a_word_file_that_lacks_what_it_takes_in_is_told() -> None:
    with pytest.raises(InputError, match="没有文字"):
        read(package({"word/document.xml": main('<w:altChunk r:id="r0"/>')}), "a.docx")


def test_comments_on_a_file_that_is_one_page_put_into_it_have_no_place() -> None:
    with pytest.raises(InputError, match="批注没有地方写"):
        Copy(with_chunk("chunk.htm", PAGE.encode()), "a.docx")


def test_what_could_not_be_read_of_a_file_within_a_word_file_is_told() -> None:
    from openpyxl import Workbook

    book, file = Workbook(), io.BytesIO()
    book.active.append(["序号", "重点任务", "牵头单位"])
    book.active.append([1, '="新建学校"', "市教育局"])
    book.save(file)
    found = read(with_chunk("chunk.xlsx", file.getvalue(), paragraph("2027年工作要点")), "a.docx")
    assert [(each.code, each.span.start.line) for each in found.diagnostics if each.code == "I305"] == [("I305", 1)]


SYMBOL = '<w:r><w:sym w:font="{}" w:char="{}"/></w:r>'


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Symbol", "F0B3", "满意度≥95%。"),
        ("Symbol", "00B3", "满意度≥95%。"),
        ("Symbol", "F06D", "满意度μ95%。"),
        ("Symbol", "F057", "满意度Ω95%。"),
        ("Symbol", "F03E", "满意度>95%。"),
        ("Wingdings", "F0FE", "满意度☑95%。"),
        ("宋体", "2265", "满意度≥95%。"),
        ("Webdings", "F061", "满意度95%。"),
        ("Symbol", "", "满意度95%。"),
    ],
)
def test_a_character_of_a_symbol_font_is_read_as_what_it_shows(font: str, code: str, shown: str) -> None:
    body = (
        f"<w:p><w:r><w:t>一、提升满意度。满意度</w:t></w:r>{SYMBOL.format(font, code)}<w:r><w:t>95%。</w:t></w:r></w:p>"
    )
    assert leaf(read(word(body), "a.docx").document, "1").text.value == shown


def test_the_words_of_an_equation_are_read_with_the_line_of_a_fraction() -> None:
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    half = "<m:f><m:num><m:r><m:t>新增学位</m:t></m:r></m:num><m:den><m:r><m:t>学生数</m:t></m:r></m:den></m:f>"
    equation = f'<m:oMath xmlns:m="{math}">{half}</m:oMath>'
    body = f"<w:p><w:r><w:t>一、入学率。入学率=</w:t></w:r>{equation}<w:r><w:t>。</w:t></w:r></w:p>"
    assert leaf(read(word(body), "a.docx").document, "1").text.value == "入学率=新增学位/学生数。"


def test_the_reading_above_a_character_is_no_word_of_the_text() -> None:
    ruby = (
        "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>yún</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>云</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )
    body = f"<w:p><w:r><w:t>一、治理</w:t></w:r>{ruby}<w:r><w:t>溪</w:t></w:r></w:p>"
    assert headings(read(word(body), "a.docx").document) == {"1": "一、治理云溪"}
