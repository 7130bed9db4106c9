"""Pages as pictures in the report of a check: they stand in the page itself, and findings name theirs."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdfium2
import pytest

from planforge.api import checking, issuing
from planforge.lifecycle.typesetting import picturing
from planforge.model import Diagnostic, Document, InputError, Position, Span
from planforge.model.pictures import PagePicture, PagePictures
from planforge.ooxml.machine import libreoffice
from planforge.reporters.check import html

PLAN = """\
标题: 2027年示例市知识产权工作要点
部分:
  - 标题: 强化保护
    任务:
      - {标题: 开展专项执法, 内容: 组织专项执法行动，查处案件80件以上。}
"""


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "要点.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def pdf(folder: Path, pages: int) -> Path:
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    for _ in range(1, pages):
        document.new_page(59, 84)  # soon painted
    stream = io.BytesIO()
    document.save(stream)
    path = folder / "要点.pdf"
    path.write_bytes(stream.getvalue())
    return path


def test_a_pdf_is_painted_page_by_page_and_a_long_one_in_part(tmp_path: Path) -> None:
    found = picturing.pictures(str(pdf(tmp_path, 50)), Document())
    assert (len(found.pages), found.count) == (40, 50)
    first = found.pages[0]
    assert first.png.startswith(b"\x89PNG") and (first.width, first.height) == (794, 1123)


def test_without_libreoffice_one_message_says_so(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    with pytest.raises(InputError, match="LibreOffice"):
        picturing.pictures("要点.yaml", Document())


def test_pictures_stand_in_the_report_with_their_findings() -> None:
    finding = Diagnostic("UNI001", "warning", "没有牵头单位。", Span("要点.docx", Position(2, 1), Position(2, 5)))
    pictures = {
        "要点.docx": PagePictures(
            (PagePicture(1, b"a", 794, 1123, "标题"), PagePicture(2, b"b", 794, 1123, "组织专\n项执法行动")), 3
        )
    }
    page = html.report([finding], {"要点.docx": "标题\n组织专项执法行动"}, pictures=pictures)
    assert page.count('src="data:image/png;base64,') == 2
    assert 'alt="要点.docx 第 2 页的版面"' in page
    (place,) = re.findall(r'第 2 行第 1 字 · <a href="#(.+?)">第 2 页</a>', page)
    assert f'<figure id="{place}">' in page and page.count(f'id="{place}"') == 1
    assert "共 3 页，这里是前 2 页" in page
    assert "http" not in page.replace("http-equiv", "")


def test_pages_of_several_files_are_told_apart() -> None:
    span = Span("二.docx", Position(1, 1), Position(1, 5))
    finding = Diagnostic("UNI001", "warning", "没有牵头单位。", span)
    pictures = {
        file: PagePictures((PagePicture(1, b"a", 794, 1123, "组织专项执法行动"),), 1) for file in ("一.docx", "二.docx")
    }
    page = html.report([finding], dict.fromkeys(pictures, "组织专项执法行动"), pictures=pictures)
    names = re.findall(r' id="(.+?)"', page)
    assert len(names) == len(set(names)) and set(re.findall(r'href="#(.+?)"', page)) <= set(names)
    (place,) = re.findall(r'· <a href="#(.+?)">第 1 页</a>', page)
    assert page.index(f'<figure id="{place}">') > page.index("<h2>二.docx</h2>")
    assert page.count("第 1 页，问题") == 1  # below the picture of its own file alone


def test_a_finding_whose_line_stands_on_no_page_names_none() -> None:
    finding = Diagnostic("UNI001", "warning", "没有牵头单位。", Span("要点.docx", Position(1, 1), Position(1, 5)))
    pictures = {"要点.docx": PagePictures((PagePicture(1, b"a", 794, 1123, "另一份文件的文字"),), 1)}
    page = html.report([finding], {"要点.docx": "组织专项执法行动"}, pictures=pictures)
    assert "第 1 行第 1 字" in page
    assert "· 第" not in page


def test_build_writes_the_page_of_findings_even_where_nothing_can_be_painted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan_specs").mkdir()
    (tmp_path / "planforge.yaml").write_text("", encoding="utf-8")
    (tmp_path / "plan_specs" / "要点.yaml").write_text(PLAN, encoding="utf-8")
    (built,) = [step.result for step in issuing.build(".", pages=True) if step.result]
    assert not built.failure
    page = (tmp_path / "build" / "要点.问题清单.html").read_text(encoding="utf-8")
    assert "检查结果" in page and "<img" not in page


@pytest.mark.layout
def test_a_plan_is_painted_as_it_is_printed(plan: Path, soffice: str) -> None:
    checked = checking.check("要点.yaml")
    found = checking.page_pictures(checked)
    assert found.count >= 2 and "专项执法" in "".join(page.words for page in found.pages)
    report = str(checking.report_checks([checked], "html", pictures={checked.document.file: found}))
    assert report.count("<img") == found.count
