"""Files of every format, made here, and files that were made to do harm."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from planforge.importers import read
from planforge.model import Document, InputError

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def package(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def word(body: str, numbering: str = "") -> bytes:
    parts: dict[str, str | bytes] = {
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    }
    if numbering:
        parts["word/numbering.xml"] = f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>'
    return package(parts)


def paragraph(text: str, level: int | None = None) -> str:
    item = "" if level is None else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>'
    return f"<w:p><w:pPr>{item}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def level(depth: int, style: str, text: str) -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="3">{level(0, "chineseCounting", "%1、")}{level(1, "chineseCounting", "（%2）")}'
    f'{level(2, "decimal", "%3.")}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>'
)


def headings(document: Document) -> dict[str, str]:
    return {task.id: task.marker + task.heading.value for task in document.walk()}


def test_automatic_numbers_of_word_become_the_markers_that_it_prints() -> None:
    body = paragraph("2027年工作要点") + paragraph("重点任务", 0)
    body += "".join(paragraph(f"{name}。落实{name}的各项措施。", 1) for name in ("抓学校", "抓医院"))
    body += paragraph("保障措施", 0) + paragraph("加强领导。健全机制。", 1)
    found = read(word(body, NUMBERING), "a.docx").document
    assert headings(found) == {
        "1": "一、重点任务",
        "1.1": "（一）抓学校",
        "1.2": "（二）抓医院",
        "2": "二、保障措施",
        "2.1": "（一）加强领导",
    }


def test_tracked_changes_are_read_as_accepted() -> None:
    change = '<w:p><w:r><w:t>一、建设</w:t></w:r><w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del>'
    change += '<w:ins w:id="2"><w:r><w:t>新校</w:t></w:r></w:ins></w:p>'
    found = read(word(paragraph("2027年工作要点") + change), "a.docx").document
    assert found.sections[0].heading.value == "建设新校"


def test_a_paragraph_of_word_is_found_by_its_number() -> None:
    found = read(word(paragraph("2027年工作要点") + "<w:p/>" + paragraph("一、建设学校")), "a.docx").document
    assert found.sections[0].line == 3


def test_an_indented_paragraph_of_word_is_one_of_its_own() -> None:
    parts = ("一、抓产业", "开展精准招商，引进一批带动力强、成长性好、前景广的企业", "新增投资10亿元。")
    body = "".join(paragraph(part).replace("<w:pPr>", '<w:pPr><w:ind w:firstLineChars="200"/>') for part in parts)
    found = read(word(body), "a.docx").document
    assert found.sections[0].text.value.split("\n") == list(parts[1:])


def test_a_word_file_with_a_coloured_page_is_read() -> None:
    data = word(paragraph("示例市2027年工作要点"))
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        parts: dict[str, str | bytes] = {name: old.read(name) for name in old.namelist()}
    main = parts["word/document.xml"]
    assert isinstance(main, bytes)
    parts["word/document.xml"] = main.replace(b"<w:body>", b'<w:background w:color="FFFFFF"/><w:body>')
    assert read(package(parts), "要点.docx").document.title.value == "示例市2027年工作要点"


def cells(*texts: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in texts) + "</w:tr>"


def test_a_table_of_tasks_becomes_tasks_with_their_units_and_time_limits() -> None:
    table = cells("序号", "工作任务", "牵头单位", "配合单位", "完成时限")
    table += cells("1", "新建学校3所，新增学位3000个。", "市教育局", "市财政局、市资源规划局", "2027年8月底前")
    body = (
        paragraph("2027年教育任务分解表") + f"<w:tbl>{table}{cells('2', '改造食堂。', '市教育局', '', '年内')}</w:tbl>"
    )
    first, second = read(word(body), "a.docx").document.leaves()
    assert (first.number, first.text.value) == (1, "新建学校3所，新增学位3000个。")
    assert [str(u) for u in first.units.lead] == ["市教育局"]
    assert [str(u) for u in first.units.support] == ["市财政局", "市资源规划局"]
    assert [str(d.date) for d in first.deadlines] == ["2027-08-31"]
    assert second.units.support == ()


def test_a_table_of_indicators_is_read() -> None:
    table = cells("指标名称", "单位", "2025年基期值", "2030年目标值", "责任单位")
    table += cells("万人发明专利拥有量", "件", "3.2", "6", "市知识产权局")
    body = paragraph("示例市知识产权规划") + paragraph("一、主要目标") + f"<w:tbl>{table}</w:tbl>"
    (indicator,) = read(word(body), "a.docx").document.indicators
    assert (indicator.name.value, indicator.unit, indicator.baseline, indicator.target) == (
        "万人发明专利拥有量",
        "件",
        3.2,
        6,
    )


PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>示例市工作方案</title></head><body>
<div class="nav"><a href="/">首页</a> &gt; <a>政务公开</a></div><h1>示例市工作方案</h1><p>浏览量：35</p>
<div id="content"><p>一、任务</p><p>（一）抓落实。强化督查。<b>（责任单位：市督查室）</b></p></div>
<div class="share">分享到：微信 微博</div>
<p>相关解读：《示例市工作方案》解读</p><script>alert(1)</script></body></html>"""


def test_the_article_of_a_page_is_found_and_its_surroundings_are_cut() -> None:
    found = read(PAGE.encode(), "a.html").document
    assert (found.title.value, found.preamble.value) == ("示例市工作方案", "")
    (task,) = found.leaves()
    assert (task.heading.value, task.text.value, task.line) == ("抓落实", "强化督查。", 3)


def test_an_article_in_the_one_cell_of_a_table_keeps_its_lines() -> None:
    lines = [
        "关于节假日安排的通知",
        "示政办发〔2027〕3号",
        "各单位：",
        "现将安排通知如下。",
        "一、春节：",
        "放假7天。",
        "二、劳动节：",
        "放假3天。",
    ]
    page = f"<html><body><table><tr><td>{'<br>'.join(lines)}</td></tr></table></body></html>"
    found = read(page.encode(), "a.html").document
    assert [(s.heading.value, s.text.value) for s in found.sections] == [("春节", "放假7天。"), ("劳动节", "放假3天。")]


def test_the_content_decides_the_format_not_the_name() -> None:
    assert read(PAGE.encode(), "a.doc").document.title.value == "示例市工作方案"
    assert (
        read(word(paragraph("2027年工作要点") + paragraph("一、任务")), "a.txt").document.title.value
        == "2027年工作要点"
    )


OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITY = (
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>'
)


def test_a_text_that_begins_with_a_bracket_is_no_data() -> None:
    assert read("[示例市]工作要点\n一、加强领导\n每月调度。".encode(), "a.json").document.sections


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (word(paragraph("正文"))[:200], "损坏"),
        (package({"word/document.xml": b" " * 70_000_000}), "64 MB"),
        (package({"word/document.xml": ENTITY}), "文档类型"),
        (package({"word/document.xml": "<w:document"}), "XML"),
        (word(""), "没有文字"),
        (package({"xl/workbook.xml": "x"}), "Excel"),
        (package({"a.txt": "x"}), "压缩包"),
        (b"%PDF-1.7\n" + b"junk" * 100, "PDF"),
        (b"<html><body><script>x()</script></body></html>", "没有文字"),
        (OLE2 + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (OLE2 + "Workbook".encode("utf-16-le"), "另存为 .xlsx"),
        (OLE2 + b"junk" * 1000, "没有 Word 正文"),
        (b"\x89PNG\r\n\x1a\n" + b"junk" * 100, "图片"),
        (b"\xff\xd8\xff\xe0" + b"junk" * 100, "文字识别"),
        (b"Rar!\x1a\x07\x00" + b"junk" * 100, "解压"),
        (package({"OFD.xml": "<ofd/>"}), "OFD"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n\nx", "mht"),
        (
            b"<?xml version='1.0'?><w:wordDocument xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml'/>",
            "2003",
        ),
        (b"<html><frameset><frame src='a.html'></frameset></html>", "框架"),
        (b"\x7fELF" + b"\x00" * 100, "程序"),
        ('{"title": "2027年工作要点", "sections": []}'.encode(), "JSON"),
        ("\ufeff[\n1]".encode(), "JSON"),
    ],
)
def test_harmful_and_damaged_files_end_in_one_clear_message(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(data, "a.docx")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("要点.docx", "Word 文件不完整"),
        ("台账.XLSX", "Excel 工作簿不完整"),
        ("要点.wps", "WPS 文件不完整"),
        ("要点", "编码"),
    ],
)
def test_bytes_that_are_nothing_are_told_by_what_their_name_says_they_are(name: str, message: str) -> None:
    noise = bytes((n * 197 + n // 7 * 31) % 256 for n in range(4000))
    with pytest.raises(InputError, match=message):
        read(noise, name)


def test_a_broken_archive_named_as_a_workbook_is_told_as_one() -> None:
    with pytest.raises(InputError, match="Excel 工作簿不完整"):
        read(b"PK\x03\x04" + b"junk" * 100, "台账.xlsx")


@pytest.mark.parametrize("folder", ["", "收件/", "C:\\收件\\"])
def test_what_word_leaves_beside_an_open_file_is_told(folder: str) -> None:
    with pytest.raises(InputError, match="临时文件"):
        read(b"\x03Zhang".ljust(162), f"{folder}~$2027年要点.docx")
    assert read("一、建设助餐点".encode(), f"{folder}2027~$.txt").document.sections[0].heading.value == "建设助餐点"


def test_a_page_nested_without_end_is_read_in_bounded_time() -> None:
    assert read(b"<html><body>" + b"<div>" * 20_000 + "一、任务".encode(), "a.html").document is not None


def test_an_old_word_file_is_read_whatever_it_is_called(soffice: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "一、强化保护\n（一）完善机制。建立会商机制。\n（二）严格执法。开展专项行动。\n", "utf-8"
    )
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--infilter=Text (encoded):UTF8", "--convert-to", "doc:MS Word 97"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(tmp_path / "a.txt")], check=True, capture_output=True)
    document = read((tmp_path / "a.doc").read_bytes(), "要点.docx").document
    assert [leaf.heading.value for leaf in document.leaves()] == ["完善机制", "严格执法"]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_one_damaged_character_is_reported_and_the_rest_is_read(encoding: str) -> None:
    lines = ["一、强化保护", *(f"（{n}）任务。完善第{n}项机制，开展专项行动。" for n in "一二三四五六七八九十")]
    source = "\n".join(lines).encode(encoding) + "尾".encode(encoding)[:1]
    reading = read(source, "a.txt")
    assert len(list(reading.document.leaves())) == 10
    assert [d.code for d in reading.diagnostics] == ["I301"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "big5"])
def test_a_rare_encoding_is_read_and_reported(encoding: str) -> None:
    words = (
        "示例市2027年工作要點\n一、重點任務\n（一）抓落實。加強部門工作，推進政府建設和發展，落實責任，實施年度任務。\n"
    )
    reading = read((words * 2).encode(encoding), "a.txt")
    assert reading.document.title.value == "示例市2027年工作要點"
    assert reading.diagnostics[0].code == "I301"


def framed(*lines: str) -> str:
    inner = "".join(map(paragraph, lines))
    box = f"<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox>"
    return f'<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">{box}</v:shape></w:pict></w:r></w:p>'


def grid(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


HEADED = "".join(map(paragraph, ("示例市2027年水利工作要点", "一、主要任务", "（一）抓好建设。新建水库。")))
TASKS = grid(("序号", "工作任务", "责任单位"), ("1", "新建水站", "市水利局"), ("2", "修好渠道", "市水利局"))


def one_cell(*lines: str) -> str:
    return f"<w:tbl><w:tr><w:tc>{''.join(map(paragraph, lines))}</w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize("frame", [framed, one_cell])
def test_what_stands_behind_a_framed_box_is_no_part_of_it(frame: Callable[..., str]) -> None:
    box = frame("专栏1 重点工程", "1.东湖水库。建成3座。", "2.西湖渠道。建成2条。")
    document = read(
        word(HEADED + box + TASKS + paragraph("二、保障措施") + paragraph("加强领导。")), "要点.docx"
    ).document
    assert {task.id: task.heading.value for task in document.walk()} == {
        "1": "主要任务",
        "1.1": "抓好建设",
        "1.1.1": "新建水站",
        "1.1.2": "修好渠道",
        "1.专栏1": "重点工程",
        "1.专栏1.1": "东湖水库",
        "1.专栏1.2": "西湖渠道",
        "2": "保障措施",
    }


def test_a_box_whose_frame_holds_its_title_alone_goes_on_below() -> None:
    items = "".join(map(paragraph, ("1.东湖水库。建成3座。", "2.西湖渠道。建成2条。")))
    document = read(word(HEADED + framed("专栏1 重点工程") + items), "要点.docx").document
    assert [task.id for task in document.walk()] == ["1", "1.1", "1.专栏1", "1.专栏1.1", "1.专栏1.2"]
