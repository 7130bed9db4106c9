"""The text that positions count in has each paragraph of a Word file on its own line."""

from __future__ import annotations

import io
from typing import Any

from docx import Document as new_document

from planforge import importers
from planforge.importers.docx import read_body
from planforge.importers.word.package import Package
from planforge.ooxml.characters.locate import visible


def saved(document: Any) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_cells_of_several_paragraphs_and_odd_breaks_move_no_line() -> None:
    document = new_document()
    document.add_paragraph("2027年示例市工作要点")
    table = document.add_table(2, 2)
    for number, cell in enumerate(table._cells):
        cell.text = f"第{number}格"
        cell.add_paragraph("第二段")
    document.add_paragraph("一、强化\u2028保护\x85知识产权")
    document.add_paragraph("完善\n台账。")
    data = saved(document)
    body, _ = read_body(Package(data, "要点.docx"), "要点.docx")
    lines = importers.read(data, "要点.docx").source.splitlines()
    assert lines[-2:] == ["一、强化 保护 知识产权", "完善 台账。"]
    assert [len(line) for line in lines] == [len(visible(element)) for element in body.elements]
