"""What a colleague put into the Word file that the plan has no place for is told; nothing goes in silence."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph

from planforge import styles
from planforge.api import issuing
from planforge.lifecycle.sync import Synced, sync
from planforge.ooxml.machine import libreoffice

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOTES = '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:footnotes>'
NOTE = '<w:footnote {}w:id="{}"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>'
DOT = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d\x00\x00\x00\x00IEND\xaeB`\x82"
)
PLAN = """\
标题: 2027年示例市知识产权工作要点
文号: 示知〔2027〕1号
发文机关: [示例市知识产权局]
年度: 2027
成文日期: 2027年1月15日
主送机关: 各县（区）人民政府
签发人: [张明]
导语: 2027年的总体思路是：完善制度，强化保护。
部分:
  - 标题: 强化保护
    任务:
      - {标题: 开展专项执法, 内容: 查处案件80件以上。, 牵头单位: 市市场监管局, 完成时限: 11月底前}
      - {标题: 强化司法保护, 内容: 推行简易案件快审快结。, 牵头单位: 市中级人民法院}
  - 标题: 促进运用
    任务:
      - {标题: 建设运营中心, 内容: 服务企业300家次。, 责任单位: 市财政局}
附注: 此件公开发布
版记: {抄送: [市委办公室], 印发机关: 示例市知识产权局办公室, 印发日期: 2027-01-16}
"""
Edit = Callable[[Any], None]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("要点.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


def edited(*edits: Edit, plan: str = PLAN, style: str = "") -> Synced:
    """What comes of editing the rendered file."""
    Path("要点.yaml").write_text(plan, encoding="utf-8")
    document = docx.Document(io.BytesIO(issuing.render("要点.yaml", style=style)))
    for edit in edits:
        edit(document)
    document.save("改过.docx")
    return sync("要点.yaml", "改过.docx")


def paragraph(document: Any, words: str) -> Paragraph:
    return next(p for p in document.paragraphs if words in p.text)


def typed_below(words: str, *lines: str) -> Edit:
    """Enter at the end of a paragraph, and more words: they look as it does, and no bookmark holds them."""

    def edit(document: Any) -> None:
        model = paragraph(document, words)
        for line in reversed(lines):
            new = copy.deepcopy(model._p)
            for child in list(new)[1:-1]:
                new.remove(child)
            model._p.addnext(new)
            Paragraph(new, model._parent).runs[0].text = line

    return edit


def replaced(old: str, new: str) -> Edit:
    def edit(document: Any) -> None:
        texts = [t for t in document.element.body.iter(f"{W}t") if old in (t.text or "")]
        assert texts
        for text in texts:
            text.text = text.text.replace(old, new)

    return edit


def told(synced: Synced) -> str:
    """The one thing that doesn't go back; the plan stays as it is."""
    assert synced.after.decode() == PLAN and len(synced.left) == 1
    return synced.left[0]


@pytest.mark.parametrize("style", sorted(styles.available()))
def test_of_a_file_that_nobody_edited_nothing_is_told(style: str) -> None:
    assert (edited(style=style).after.decode(), sync("要点.yaml", "改过.docx").left) == (PLAN, ())


JOINT = PLAN.replace("[示例市知识产权局]", "[示例市知识产权局, 示例市公安局, 示例市司法局]").replace(
    "签发人: [张明]\n", "签发人: [张明, 李华, 王五]\n通知: {标题: 关于印发2027年工作要点的通知, 内容: 现印发给你们。}\n"
)


def in_the_mark(cell: str, remark: str) -> Edit:
    """A remark typed behind the words of a cell of the joint mark."""

    def edit(document: Any) -> None:
        cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
        named = next(each for each in cells if "".join(each.text.split()).startswith(cell))
        named.paragraphs[-1].runs[-1].text += remark

    return edit


def test_a_remark_beside_the_word_of_a_joint_mark_is_told_and_takes_nothing_away() -> None:
    synced = edited(in_the_mark("文件", "（再加一家？）"), plan=JOINT)
    assert (synced.after.decode(), synced.kept) == (JOINT, ())
    assert "文件（再加一家？）" in " ".join(synced.left)


def test_what_of_the_head_stands_in_the_file_but_is_not_made_out_stays_and_is_told() -> None:
    synced = edited(in_the_mark("示例市公安局", "待定？"), plan=JOINT)
    assert synced.after.decode() == JOINT and synced.left
    kept = "".join(synced.kept)
    assert all(f"{name}：Word 稿里还有这几个字" in kept for name in ("文号", "签发人", "主送机关", "印发通知的标题"))


def test_a_table_put_into_the_text_is_told() -> None:
    def table(document: Any) -> None:
        cells = document.add_table(2, 2)
        for turn, words in enumerate(("案件类型", "办结数", "专利", "二十件")):
            cells.cell(turn // 2, turn % 2).text = words
        paragraph(document, "快审快结")._p.addnext(cells._tbl)

    assert told(edited(table)).startswith("“案件类型”等 4 段：")


def test_a_line_below_the_title_is_told() -> None:
    assert told(edited(typed_below("2027年示例市知识产权工作要点", "（征求意见稿）"))).startswith("“（征求意见稿）”：")


def test_what_is_typed_below_the_imprint_is_kept_and_leaves_that_alone() -> None:
    line = "请各单位于1月20日前反馈意见。"
    after = edited(lambda document: document.add_paragraph(line)).after.decode()
    assert line in after and after.endswith(PLAN.splitlines(keepends=True)[-1])
    assert line in told(edited(lambda document: document.add_paragraph(line), style="breakdown"))


def test_words_struck_through_are_told() -> None:
    def strike(document: Any) -> None:
        paragraph(document, "快审快结").runs[-1].font.strike = True

    assert told(edited(strike)).startswith("“推行简易案件快审快结。（牵头单位：市中级人民法院）”：加了删除线")


def test_a_picture_is_told() -> None:
    assert "1 处图片" in told(edited(lambda d: paragraph(d, "快审快结").add_run().add_picture(io.BytesIO(DOT))))


def test_words_in_the_head_of_the_page_are_told() -> None:
    def head(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "征求意见稿"

    assert "页眉页脚里的“征求意见稿”" in told(edited(head))


def test_a_footnote_is_told() -> None:
    edited()
    with zipfile.ZipFile("改过.docx") as package:
        parts = {name: package.read(name) for name in package.namelist()}
    notes = NOTE.format('w:type="separator" ', 0, "——") + NOTE.format("", 2, "含简易程序案件。")
    parts["word/footnotes.xml"] = NOTES.format(notes).encode()
    with zipfile.ZipFile("改过.docx", "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    assert told(sync("要点.yaml", "改过.docx")).startswith("脚注“含简易程序案件。”")


def test_numbers_of_another_style_are_told() -> None:
    synced = edited(replaced("一、强化", "第一章 强化"), replaced("二、促进", "第二章 促进"))
    assert told(synced).startswith("序号改写成“第一章”等：")


def test_who_seals_by_a_name_goes_back() -> None:
    synced = edited(replaced("局长", "副局长"), plan=PLAN + "签名章: 局长\n")
    assert synced.left == () and synced.after.decode() == PLAN + "签名章: 副局长\n"


def test_a_task_typed_without_a_number_is_one_where_a_unit_list_closes_it() -> None:
    line = "强化行政保护。开展行政裁决。（责任单位：市司法局；完成时限：9月底前）"
    synced = edited(typed_below("快审快结", line))
    assert synced.left == ()
    new = "      - 序号: 无\n        标题: 强化行政保护\n        内容: 开展行政裁决。\n        责任单位: 市司法局\n"
    assert new in synced.after.decode().replace("内容: |\n          开展", "内容: 开展")
    assert PLAN.splitlines()[11] in synced.after.decode()


def test_a_paragraph_typed_below_a_task_stays_its_text() -> None:
    synced = edited(typed_below("快审快结", "逐月报送进展，抓好落实。"))
    assert synced.left == () and "逐月报送进展，抓好落实。" in synced.after.decode()
    assert [len(section.tasks) for section in synced.changes.after.sections] == [2, 1]


OLD_PICTURE = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml">'
    '<w:{0}><v:shape><v:imagedata title="图"/></v:shape></w:{0}></w:r>'
)


@pytest.mark.parametrize("holder", ["pict", "object"])
def test_a_picture_in_the_older_form_is_told_once(holder: str) -> None:
    def put(document: Any) -> None:
        paragraph(document, "查处案件")._p.append(parse_xml(OLD_PICTURE.format(holder)))

    assert "1 处图片" in told(edited(put))


@pytest.mark.layout
def test_comments_and_tracked_changes_of_an_older_word_file_are_heeded_too(soffice: str, folder: Path) -> None:
    """Saved as .doc they were neither told nor, with --reject, taken back."""
    document = docx.Document(io.BytesIO(issuing.render("要点.yaml")))
    changed = next(p for p in document.paragraphs if "开展专项执法" in p.text)
    document.add_comment(changed.runs, "请核对", "王敏", "王")
    marks = 'w:id="90" w:author="李" w:date="2027-01-01T00:00:00Z"'
    changed._p.append(parse_xml(f'<w:ins xmlns:w="{W[1:-1]}" {marks}><w:r><w:t>按月通报。</w:t></w:r></w:ins>'))
    stream = io.BytesIO()
    document.save(stream)
    Path("稿.doc").write_bytes(libreoffice.convert(stream.getvalue(), ".docx", "doc"))
    accepted, rejected = sync("要点.yaml", "稿.doc"), sync("要点.yaml", "稿.doc", reject=True)
    assert accepted.comments == rejected.comments == ("王敏：请核对",)
    assert (accepted.tracked, "按月通报。" in accepted.after.decode()) == (1, True)
    assert "按月通报。" not in rejected.after.decode()
