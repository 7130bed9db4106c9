"""Workbooks from outside: read as text, never run, never followed, never unpacked beyond measure."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from planforge.model import InputError
from planforge.ooxml.workbooks import MOST_ROWS, read
from planforge.ooxml.xml import clean

#: Words that a cell can hold as they are: no carriage return, and nothing that looks like Excel's own escapes.
words = st.text(max_size=40).map(clean).filter(lambda text: "\r" not in text and "_x" not in text)


def workbook(fill: Callable[[Any, Any], None]) -> bytes:
    target = io.BytesIO()
    with Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        fill(book, book.add_worksheet("表"))
    return target.getvalue()


def changed(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The workbook with parts replaced or added."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *parts]):
            new.writestr(name, parts.get(name) or old.read(name))
    return target.getvalue()


def simple() -> bytes:
    return workbook(lambda book, sheet: sheet.write_string(0, 0, "甲"))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(words, min_size=1, max_size=4), min_size=1, max_size=4))
def test_text_comes_back_as_it_was_written(rows: list[list[str]]) -> None:
    def fill(book: Any, sheet: Any) -> None:
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                sheet.write_string(row, column, text)

    (sheet,) = read(workbook(fill), "表.xlsx")
    found = {(r, c): text for r, row in enumerate(sheet.rows) for c, text in enumerate(row) if text}
    assert found == {(r, c): text for r, row in enumerate(rows) for c, text in enumerate(row) if text}
    assert not sheet.formulas


def test_a_file_without_default_styles_is_read_without_a_word(recwarn: pytest.WarningsRecorder) -> None:
    styles = b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf/></cellXfs></styleSheet>'
    assert read(changed(simple(), {"xl/styles.xml": styles}), "表.xlsx")[0].rows == (("甲",),)
    assert not recwarn.list


def test_a_formula_is_told_from_words_that_look_like_one() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_formula(0, 0, '=HYPERLINK("http://x","采纳")', None, "采纳")
        sheet.write_string(0, 1, "=1+1")

    (sheet,) = read(workbook(fill), "表.xlsx")
    assert sheet.rows[0] == ('=HYPERLINK("http://x","采纳")', "=1+1")
    assert sheet.formulas == {(0, 0)}


def test_numbers_and_dates_read_as_people_write_them() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_number(0, 0, 3.0)
        sheet.write_number(0, 1, 0.8)
        sheet.write_datetime(0, 2, datetime.datetime(2027, 6, 30), book.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_boolean(0, 3, True)
        sheet.write_number(0, 4, 0.29, book.add_format({"num_format": "0.00%"}))

    assert read(workbook(fill), "表.xlsx")[0].rows == (("3", "0.8", "2027-06-30", "是", "29%"),)


@pytest.mark.parametrize("data", [b"", b"\xd0\xcf\x11\xe0rest", b"PK\x03\x04rest", "不是表格".encode()])
def test_what_is_no_workbook_is_refused_with_a_way_out(data: bytes) -> None:
    with pytest.raises(InputError, match=r"另存为 \.xlsx"):
        read(data, "表.xlsx")


def test_a_word_file_is_no_workbook() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("word/document.xml", "<a/>")
    with pytest.raises(InputError, match="不是"):
        read(target.getvalue(), "表.xlsx")


def test_a_zip_bomb_is_not_unpacked() -> None:
    bomb = changed(simple(), {"xl/media/image1.png": b"\0" * (130 * 2**20)})
    assert len(bomb) < 2**20
    with pytest.raises(InputError, match="解压后超过"):
        read(bomb, "表.xlsx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(encoding: str) -> None:
    xml = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><sst>&b;</sst>'
    with pytest.raises(InputError, match="文档类型声明"):
        read(changed(simple(), {"xl/sharedStrings.xml": xml.encode(encoding)}), "表.xlsx")


def test_a_row_far_below_does_not_make_a_million_rows() -> None:
    far = workbook(lambda book, sheet: sheet.write_string(1_048_575, 0, "远"))
    with pytest.raises(InputError, match=f"超过 {MOST_ROWS} 行"):
        read(far, "表.xlsx")


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=200))
def test_damaged_sheets_give_a_message(content: bytes) -> None:
    data = changed(simple(), {"xl/worksheets/sheet1.xml": content or b"<"})
    try:
        read(data, "表.xlsx")
    except InputError as fault:
        assert "表.xlsx" in fault.message


def test_rows_are_as_wide_as_the_columns_that_have_cells() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_string(0, 0, "序号")
        sheet.write_string(3, 30, "备注")

    (sheet,) = read(workbook(fill), "表.xlsx")
    assert {len(row) for row in sheet.rows} == {31}
    assert (sheet.rows[0][0], sheet.rows[3][30]) == ("序号", "备注")


def test_cells_that_do_not_tell_their_column_are_read() -> None:
    def without_places(content: bytes) -> bytes:
        return re.sub(rb'(<c) r="[A-Z]+\d+"', rb"\1", content)

    data = workbook(lambda book, sheet: sheet.write_row(0, 0, ["序号", "任务", "单位"]))
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, without_places(content) if "worksheets/sheet" in name else content)
    assert read(buffer.getvalue(), "表.xlsx")[0].rows == (("序号", "任务", "单位"),)


def test_what_only_looks_like_cells_is_passed_over_in_one_look() -> None:
    filled = workbook(lambda _, sheet: sheet.write(0, 1, "甲"))
    name = "xl/worksheets/sheet1.xml"
    xml = zipfile.ZipFile(io.BytesIO(filled)).read(name)
    hostile = xml.replace(b"<sheetData>", b"<!--" + b"<c <mergeCell " * 200_000 + b"--><sheetData>")
    assert read(changed(filled, {name: hostile}), "表.xlsx")[0].rows == (("", "甲"),)
