"""A 任务分解表 kept in Excel is read as one in Word is."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from readings import leaf, outline, units

from planforge.importers import read
from planforge.lifecycle.checking import CheckOptions, check
from planforge.model import InputError, Reading

HEAD = ("序号", "重点任务", "牵头单位", "配合单位", "完成时限")
ROWS = (
    (1, "新建学校3所，新增学位3000个。", "市教育局", "市财政局、市资源规划局", datetime.date(2027, 8, 31)),
    (2, "改造食堂20个。", None, None, "年内"),
)


def workbook(fill: Callable[[Worksheet], None]) -> bytes:
    book, buffer = Workbook(), io.BytesIO()
    fill(book.worksheets[0])
    book.save(buffer)
    return buffer.getvalue()


def table(sheet: Worksheet) -> None:
    for row in (("2027年教育任务分解表",), HEAD, *ROWS, ("注：年底统一考核。",)):
        sheet.append(row)
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("C3:C4")


def reading(fill: Callable[[Worksheet], None]) -> Reading:
    return read(workbook(fill), "分解表.xlsx")


def test_a_table_of_tasks_becomes_tasks_with_their_units_and_time_limits() -> None:
    document = reading(table).document
    assert document.title.value == "2027年教育任务分解表"
    assert outline(document) == {"1": "新建学校3所，新增学位3000个。", "2": "改造食堂20个。"}
    assert units(leaf(document, "1").units) == {"lead": ["市教育局"], "support": ["市财政局", "市资源规划局"]}
    assert [str(deadline.date) for deadline in leaf(document, "1").deadlines] == ["2027-08-31"]


def test_a_merged_cell_counts_for_each_of_its_rows() -> None:
    assert units(leaf(reading(table).document, "2").units) == {"lead": ["市教育局"]}


def test_a_task_is_found_in_its_row() -> None:
    assert leaf(reading(table).document, "2").text.at(0).line == 4


def test_the_name_of_a_sheet_is_its_title_where_no_line_is() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.title = "2027年教育任务分解表"
        for row in (HEAD, *ROWS):
            sheet.append(row)

    assert reading(fill).document.title.value == "2027年教育任务分解表"


def test_hidden_sheets_are_left_out_and_rows_are_counted_on() -> None:
    def fill(sheet: Worksheet) -> None:
        table(sheet)
        book = sheet.parent
        hidden, more = book.create_sheet("数据"), book.create_sheet("更多")
        hidden.sheet_state = "hidden"
        hidden.append(("序号", "重点任务", "责任单位"))
        hidden.append((1, "不给人看的。", "市教育局"))
        for row in (("序号", "重点任务", "责任单位"), (3, "培训教师。", "市教育局")):
            more.append(row)

    document = reading(fill).document
    assert [task.text.value for task in document.leaves() if "不给人看" in task.text.value] == []
    assert next(t for t in document.leaves() if t.text.value == "培训教师。").text.at(0).line == 7


def test_a_formula_is_told_but_for_a_running_number() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (("任务分解表",), HEAD, ("=ROW()-2", "新建学校3所。", "市教育局", None, "=A1")):
            sheet.append(row)

    found = reading(fill)
    assert [diagnostic.code for diagnostic in found.diagnostics if diagnostic.code == "I305"] == ["I305"]
    assert "=" not in "".join(task.text.value for task in found.document.walk())


def test_an_empty_workbook_is_told() -> None:
    with pytest.raises(InputError, match="没有文字"):
        reading(lambda sheet: None)


def test_a_word_file_put_into_a_workbook_changes_nothing() -> None:
    buffer = io.BytesIO(workbook(table))
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr("xl/embeddings/1.docx", b"word/document.xml")
    assert outline(read(buffer.getvalue(), "分解表.xlsx").document)["2"] == "改造食堂20个。"


def test_a_workbook_put_into_a_word_file_changes_nothing() -> None:
    kind, main = "http://schemas.openxmlformats.org", "a/text.xml"
    link = f'<Relationship Id="r" Type="{kind}/officeDocument/2006/relationships/officeDocument" Target="{main}"/>'
    body = "<w:body><w:p><w:r><w:t>一、抓学校</w:t></w:r></w:p></w:body>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr(
            "_rels/.rels", f"<Relationships xmlns='{kind}/package/2006/relationships'>{link}</Relationships>"
        )
        package.writestr(main, f"<w:document xmlns:w='{kind}/wordprocessingml/2006/main'>{body}</w:document>")
        package.writestr("a/embeddings/1.xlsx", workbook(table))
    assert outline(read(buffer.getvalue(), "要点.docx").document) == {"1": "抓学校"}


def test_a_damaged_workbook_is_told() -> None:
    with pytest.raises(InputError, match="Excel"):
        read(workbook(table)[:-300], "分解表.xlsx")


def test_merged_cells_beyond_the_table_do_no_harm() -> None:
    def fill(sheet: Worksheet) -> None:
        table(sheet)
        for place in ("H1:J2", "A500:B900", "X3:Y4"):
            sheet.merge_cells(place)

    assert outline(reading(fill).document) == {"1": "新建学校3所，新增学位3000个。", "2": "改造食堂20个。"}


def test_a_workbook_is_checked_as_other_plans_are(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        table(sheet)
        sheet.append((3, "推进道路建设。", "市交通局", None, None))

    (tmp_path / "分解表.xlsx").write_bytes(workbook(fill))
    found = check(str(tmp_path / "分解表.xlsx"), CheckOptions()).diagnostics
    assert {"DDL001"} <= {diagnostic.code for diagnostic in found}
    assert not any(diagnostic.code.startswith("F0") for diagnostic in found)
