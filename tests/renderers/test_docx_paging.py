"""Lines and pages counted without LibreOffice: what the file says without it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.model import Attachment, Document, Text
from planforge.ooxml.machine import libreoffice
from planforge.renderers import docx
from planforge.renderers.docx.measuring import lines
from planforge.renderers.docx.paging import flow, layout
from planforge.styles import load

Make = Callable[..., Document]
FACE = load().body
ROOM = load().page.measure
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国" * 28, 1),
        ("国" * 29, 2),
        ("国" * 27 + "2027", 2),  # a number moves to the next line as a whole
        ("国" * 26 + "（国）", 2),
        ("国\n国", 2),
        ("国" * 20 + "https://www.gov.cn/zwgk/", 2),  # an address goes on behind a slash
        ("a" * 400, 8),  # what no line holds fills some
        ("国国" + "a" * 60, 3),  # and begins on a line of its own
        ("", 1),
    ],
)
def test_a_line_holds_28_characters(text: str, expected: int) -> None:
    assert lines.count(text, FACE, ROOM) == expected


def test_closing_marks_begin_no_line_and_opening_marks_end_none() -> None:
    assert lines.broken("国" * 28 + "。", FACE, ROOM)[1] == "国。"
    assert lines.broken("国" * 27 + "《国》", FACE, ROOM)[1] == "《国》"


def test_digits_are_as_wide_as_their_font_has_them() -> None:
    times = load("times").body
    assert lines.count("W" * 40, times, ROOM) == 2 and lines.count("W" * 40, FACE, ROOM) == 1
    assert lines.count("i" * 70, times, ROOM) == 1 and lines.count("i" * 70, FACE, ROOM) == 2


@given(st.text("国家，。（）《》2027ab ", max_size=300), st.integers(1000, 9000))
def test_lines_join_to_the_text(text: str, room: int) -> None:
    assert "".join(lines.broken(text, FACE, room)) == text


def test_a_plan_of_many_pages_is_counted_as_it_is_laid_out(
    make_plan: Make, soffice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = (("一", "二"), *(("甲" * 30, str(n)) for n in range(80)))
    lying = tuple((*row, *"子丑寅卯辰") for row in rows)
    parts = (Attachment(Text("清单"), tables=(rows,)), Attachment(Text("横表"), tables=(lying,)))
    style = load("toc")
    with monkeypatch.context() as without:
        without.setattr(libreoffice, "program", lambda: None)
        file = docx.render(make_plan(sections=3, tasks=5, attachments=parts), style)
    counted, measured = flow.count(file, style), layout.pages(file, style)
    assert counted.count == measured.count
    listed = {name: page for name, page in counted.marks.items() if name.startswith("_Toc")}
    assert listed == measured.marks and len(listed) == 18


def test_without_libreoffice_the_contents_still_have_their_numbers(
    make_plan: Make, word: Callable[[bytes], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    entries = [line.text for line in word(docx.render(make_plan(), load("toc"))).lines if line.style.startswith("toc")]
    assert entries[0] == "一、完善保护体系，抓好第1批任务\t3"
    assert [int(entry.rpartition("\t")[2]) for entry in entries] == sorted(
        int(entry.rpartition("\t")[2]) for entry in entries
    )


def test_entries_of_the_contents_have_the_stop_for_their_number_and_the_faces_of_the_headings(
    make_plan: Make, word: Callable[[bytes], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    root = word(docx.render(make_plan(), load("toc"))).xml("word/document.xml")
    entries = [(link.getparent(), link) for link in root.iter(f"{W}hyperlink")]
    assert all(entry.find(f"{W}pPr/{W}tabs/{W}tab").get(f"{W}pos") == str(ROOM) for entry, _ in entries)
    faces = [link.find(f"{W}r/{W}rPr/{W}rFonts").get(f"{W}eastAsia") for _, link in entries]
    assert faces == ["黑体", *["楷体_GB2312"] * 4] * 3


def test_without_a_notice_there_is_no_table_of_contents(make_plan: Make, word: Callable[[bytes], Any]) -> None:
    assert "目　录" not in word(docx.render(make_plan(kind="opinion"), load("toc"))).texts
