"""The parts of a Word file fit together and hold nothing that would make a program refuse it."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from planforge.ooxml.parts import word
from planforge.ooxml.parts.package import pack
from planforge.ooxml.parts.paragraphs import Layout, paragraph
from planforge.ooxml.parts.properties import Properties
from planforge.ooxml.parts.runs import run
from planforge.ooxml.parts.tables import Cell, Row, table
from planforge.ooxml.xml import escape
from planforge.styles import load

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def package() -> zipfile.ZipFile:
    style = load()
    body = paragraph("BodyText", run("正文", style.body))
    return zipfile.ZipFile(io.BytesIO(word.file(body, style, Properties("标题", "示例市知识产权局"))))


def xml(package: zipfile.ZipFile, name: str) -> Any:
    return etree.fromstring(package.read(name))


def test_every_relation_leads_to_a_part(package: zipfile.ZipFile) -> None:
    for name in (name for name in package.namelist() if name.endswith(".rels")):
        folder = posixpath.dirname(posixpath.dirname(name))
        for relation in xml(package, name):
            assert posixpath.join(folder, relation.get("Target")) in package.namelist()


def test_every_part_has_a_content_type(package: zipfile.ZipFile) -> None:
    types = xml(package, "[Content_Types].xml")
    named = {item.get("PartName", "").lstrip("/") for item in types}
    assert named - {""} == {name for name in package.namelist() if not name.endswith(".rels")} - {"[Content_Types].xml"}


def test_every_style_that_is_used_is_defined(package: zipfile.ZipFile) -> None:
    styles = xml(package, "word/styles.xml")
    ids = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    used = {e.get(f"{W}val") for tag in ("basedOn", "next", "link") for e in styles.iter(f"{W}{tag}")}
    assert used <= ids


def test_nothing_of_another_program_is_left(package: zipfile.ZipFile) -> None:
    assert not [name for name in package.namelist() if "theme" in name or "thumbnail" in name]
    assert b"Theme" not in package.read("word/styles.xml")


def test_page_number_fields_stand_in_runs_of_their_own(package: zipfile.ZipFile) -> None:
    for name in ("word/footer1.xml", "word/footer2.xml"):
        marks = [len(list(r.iter(f"{W}fldChar", f"{W}instrText"))) for r in xml(package, name).iter(f"{W}r")]
        assert max(marks) == 1 and sum(marks) == 4


def test_packages_do_not_know_the_time() -> None:
    with zipfile.ZipFile(io.BytesIO(pack({"b.xml": "<b/>", "[Content_Types].xml": "<t/>"}))) as made:
        assert [item.filename for item in made.infolist()] == ["[Content_Types].xml", "b.xml"]
        assert {item.date_time for item in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@given(st.text())
def test_escaped_text_is_read_back_without_what_xml_forbids(text: str) -> None:
    read = etree.fromstring(f"<a b='{escape(text).replace(chr(39), '&apos;')}'>{escape(text)}</a>".encode()).text or ""
    assert read == "".join(
        c for c in text if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff") or c == "\r"
    ).replace("\r\n", "\n").replace("\r", "\n")


def test_tables_always_write_their_grid_and_cell_widths() -> None:
    rows = [Row((Cell("<w:p/>", span=2),), head=True), Row((Cell("<w:p/>"), Cell("<w:p/>")))]
    root = etree.fromstring(f'<x xmlns:w="{W[1:-1]}">{table([1000, 2000], rows)}</x>')
    assert [g.get(f"{W}w") for g in root.iter(f"{W}gridCol")] == ["1000", "2000"]
    assert [w.get(f"{W}w") for w in root.iter(f"{W}tcW")] == ["3000", "1000", "2000"]
    assert len(list(root.iter(f"{W}tblHeader"))) == 1 and len(list(root.iter(f"{W}cantSplit"))) == 2


def test_a_paragraph_without_first_line_indent_says_so() -> None:
    assert 'w:firstLineChars="0" w:firstLine="0"' in paragraph("Signature", "", Layout(right=100))
