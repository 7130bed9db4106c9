"""Format rules on whole Word files: our own are clean, those of other programs are told what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import Mm

from planforge import styles
from planforge.api import checking, issuing
from planforge.lifecycle.typesetting import restyling
from planforge.model import Diagnostic, InputError
from planforge.ooxml.machine import libreoffice

SENTENCE = "加强统筹协调，健全工作机制，每季度调度一次进展情况，确保各项任务按期完成。"
PLAN = f"""\
标题: 2027年示例市知识产权工作要点
文号: 示知〔2027〕1号
密级: 机密★1年
发文机关: [示例市市场监督管理局, 示例市知识产权局]
成文日期: 2027-01-15
年度: 2027
主送机关: 各县（区）人民政府
版记: {{抄送: [市委办公室], 印发机关: 示例市知识产权局办公室, 印发日期: 2027-01-16}}
导语: {SENTENCE}
部分:
  - 标题: 强化创造
    任务:
      - {{标题: 实施培育计划, 内容: {SENTENCE}, 牵头单位: 市知识产权局}}
      - 标题: 健全制度
        任务:
          - {{标题: 制定目录, 内容: {SENTENCE}}}
附件:
  - 标题: 名词解释
    部分:
      - {{标题: 专利, 内容: {SENTENCE}}}
  - 标题: 任务分解表
    表格:
      - - [序号, 任务, 举措, 牵头, 配合, 时限, 目标]
        - ["1", 培育, 指导, 甲局, 乙局, 年底, 十件]
"""


def format_findings(path: Path, style: str = "") -> tuple[Diagnostic, ...]:
    return checking.check(str(path), checking.CheckOptions(select=("F",), style=style)).diagnostics


def codes(path: Path) -> set[str]:
    return {found.code for found in format_findings(path)}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The plan as a Word file in a style; on which page its parts come to lie is not asked here."""
    folder = tmp_path_factory.mktemp("printed")
    (folder / "要点.yaml").write_text(PLAN, encoding="utf-8")

    @cache
    def make(style: str) -> Path:
        path = folder / f"{style}.docx"
        with pytest.MonkeyPatch.context() as without:
            without.setattr(libreoffice, "program", lambda: None)
            path.write_bytes(issuing.render(str(folder / "要点.yaml"), "docx", style))
        return path

    return make


@pytest.mark.parametrize("style", styles.available())
def test_what_we_print_follows_its_own_profile_and_the_standard(printed: Callable[[str], Path], style: str) -> None:
    path = printed(style)
    assert [found.message for name in (style, "gbt9704") for found in format_findings(path, name)] == []


def test_room_to_write_the_recipients_in_is_no_fault(tmp_path: Path) -> None:
    """It was told to stand at the margin."""
    plan, printed = tmp_path / "要点.yaml", tmp_path / "要点.docx"
    plan.write_text(PLAN.replace("主送机关: 各县（区）人民政府\n", ""), encoding="utf-8")
    printed.write_bytes(issuing.render(str(plan), "docx", "gbt9704"))
    assert any(not p.text.strip("　：") and p.text for p in docx.Document(str(printed)).paragraphs)
    assert format_findings(printed) == ()


@pytest.mark.parametrize("signers", ["张明", "张明, 李华", "张明, 李华, 王敏", "张明, 李华, 王敏, 赵云, 陈静"])
def test_the_signers_of_a_paper_that_goes_upward_are_right_and_stay_as_they_are(signers: str, tmp_path: Path) -> None:
    """Their names are in 楷体, and the number is on the line of the last of them, not centred (7.2.5, 7.2.6)."""
    plan, printed = tmp_path / "要点.yaml", tmp_path / "要点.docx"
    plan.write_text(f"{PLAN}签发人: [{signers}]\n", encoding="utf-8")
    printed.write_bytes(issuing.render(str(plan), "docx", "gbt9704"))
    assert format_findings(printed) == ()
    copy = tmp_path / "副本.docx"
    copy.write_bytes(restyling.restyled(printed.read_bytes(), str(printed)))
    assert _faces_of(copy, signers) == _faces_of(printed, signers) == {"楷体_GB2312"}


def _faces_of(path: Path, names: str) -> set[str]:
    runs = (run for paragraph in docx.Document(str(path)).paragraphs for run in paragraph.runs)
    return {run.font.name for run in runs if run.text.split() and set(run.text.split()) <= set(names.split(", "))}


def test_another_profile_is_another_measure(printed: Callable[[str], Path], tmp_path: Path) -> None:
    own = tmp_path / "本局.yaml"
    own.write_text("沿用: gbt9704\n页面: {订口: 32mm}\n字体: {一级: {字体: 楷体}}\n", encoding="utf-8")
    found = {d.code: d.message for d in format_findings(printed("gbt9704"), str(own))}
    assert "订口（左）28mm（应为32mm）" in found["F002"]
    assert found["F007"].startswith("一级标题用的是黑体 3号，应当是楷体 3号，共2处：“一、强化创造”")


def test_what_libreoffice_saved_again_is_still_right(
    printed: Callable[[str], Path], saved_again: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    path = tmp_path / "gbt9704.docx"
    path.write_bytes(saved_again(printed("gbt9704").read_bytes()))
    assert format_findings(path) == ()


@pytest.fixture
def plain(tmp_path: Path) -> Any:
    """A plan as somebody typed it into python-docx's own document."""
    document = docx.Document()
    document.add_paragraph("2027年示例市知识产权工作要点", style="Title")
    document.add_paragraph("一、强化创造")
    for marker in ("（一）", "（二）", "（三）"):
        document.add_paragraph(f"{marker}实施培育计划。{SENTENCE}")
    document.add_paragraph("　　" + SENTENCE)
    return document


def saved(document: Any, folder: Path) -> Path:
    path = folder / "文.docx"
    document.save(str(path))
    return path


def test_a_file_of_another_program_is_told_what_to_set(plain: Any, tmp_path: Path) -> None:
    wanted = {"F001", "F002", "F004", "F005", "F006", "F007", "F008", "F009", "F010", "F011", "F018"}
    assert codes(saved(plain, tmp_path)) >= wanted - {"F012"}


def test_many_faults_of_a_kind_are_one_finding_at_the_first_paragraph(plain: Any, tmp_path: Path) -> None:
    (found,) = [d for d in format_findings(saved(plain, tmp_path)) if d.message.startswith("二级标题")]
    assert "共3处：“（一）实施培育计划”、“（二）实施培育计划”" in found.message
    assert (found.span.start.line, found.span.start.column) == (3, 1)
    assert found.advice == "选中这些文字，把字体字号设为楷体_GB2312 3号"


def test_paper_that_is_mended_is_no_longer_found(plain: Any, tmp_path: Path) -> None:
    section = plain.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = map(Mm, (37, 35, 28, 26))
    assert not codes(saved(plain, tmp_path)) & {"F001", "F002"}


def test_a_draft_without_a_head_is_not_asked_for_one(plain: Any, tmp_path: Path) -> None:
    assert not codes(saved(plain, tmp_path)) & {"F013", "F014", "F015", "F017"}


def test_other_files_have_no_format(tmp_path: Path) -> None:
    path = tmp_path / "要点.yaml"
    path.write_text(PLAN, encoding="utf-8")
    assert not any(d.code.startswith("F") for d in checking.check(str(path)).diagnostics)
    with pytest.raises(InputError, match="只查 Word 文件"):
        format_findings(path)


def test_a_letter_whose_head_stands_in_its_text_is_held_to_the_form_of_letters(tmp_path: Path) -> None:
    """Red rules of 170 mm, the number on the right, no 版记: wrong in a 文件 alone."""
    letter = docx.Document()
    mark = letter.add_paragraph().add_run("示例市人民政府")
    mark.font.size, mark.font.color.rgb = docx.shared.Pt(50), docx.shared.RGBColor(255, 0, 0)
    rule = letter.add_paragraph()
    rule.paragraph_format.left_indent = rule.paragraph_format.right_indent = Mm(-7)
    border = docx.oxml.parse_xml(
        f'<w:pBdr {docx.oxml.ns.nsdecls("w")}><w:bottom w:val="single" w:sz="24" w:color="FF0000"/></w:pBdr>'
    )
    rule._p.get_or_add_pPr().insert(0, border)
    letter.add_paragraph("示函〔2027〕5号").alignment = docx.enum.text.WD_ALIGN_PARAGRAPH.RIGHT
    letter.add_paragraph("关于商请支持有关工作的函")
    letter.add_paragraph("示例市发展和改革委员会：")
    letter.add_paragraph(SENTENCE)
    section = letter.sections[0]
    section.page_width, section.left_margin, section.right_margin = Mm(210), Mm(28), Mm(26)
    path = tmp_path / "函.docx"
    letter.save(str(path))
    codes = ("F014", "F015", "F017")
    told = checking.check(str(path), checking.CheckOptions(select=codes)).diagnostics
    assert {d.code for d in told} == set(codes)
    (rule_told,) = (d for d in told if d.code == "F015")
    assert "170mm" in rule_told.message and "--style letter" in rule_told.advice
    assert not checking.check(str(path), checking.CheckOptions(select=codes, style="letter")).diagnostics


def test_a_page_number_that_was_typed_is_told_as_one(plain: Any, tmp_path: Path) -> None:
    plain.sections[0].footer.paragraphs[0].text = "第 1 页 共 9 页"
    (told,) = [d for d in format_findings(saved(plain, tmp_path)) if d.code == "F018"]
    assert told.message.startswith("页码“第 1 页 共 9 页”是打上去的")
