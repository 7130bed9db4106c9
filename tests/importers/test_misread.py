"""Texts in which scanning made letters of figures."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import leaf, reading

from planforge.importers.reader.paragraphs import misread
from planforge.model import Paragraph, Text

SCANNED = (
    "2O27年示例市水利工作要点\n示水发〔2O27〕l2号\n各县水利局：\n"
    "一、建设水库\n（一）加固水库。完成投资l2.5亿元，加固水库1O座。\n二、供水\n（二）改造水厂。改造3座。\n"
    "示例市水利局\n2O27年3月l5日\n"
)


def test_letters_among_figures_are_read_as_figures_and_told_once() -> None:
    read = reading(SCANNED)
    document = read.document
    assert document.title.value == "2027年示例市水利工作要点"
    assert (document.doc_number.value, document.issued) == ("示水发〔2027〕12号", date(2027, 3, 15))
    assert {(target.value, target.unit) for target in leaf(document, "1.1").targets} == {(12.5, "亿元"), (10, "座")}
    assert [(told.code, told.span.start.line, told.span.start.column) for told in read.diagnostics] == [("I114", 1, 1)]


@pytest.mark.parametrize(
    "names", ["推广O2O模式", "监测PM2.5、CO2、H2O", "购置5l采样瓶", "购置5l、10l、20l和50l采样瓶", "建成Il型站"]
)
def test_names_with_letters_are_left_as_they_are(names: str) -> None:
    read = reading(f"2027年示例市工作要点\n一、治污\n（一）{names}。新建3座。\n")
    assert leaf(read.document, "1.1").heading.value == names
    assert not read.diagnostics


@given(st.lists(st.text("0123OoIl.年A ", max_size=30), max_size=6))
def test_no_character_comes_or_goes(lines: list[str]) -> None:
    paragraphs = [Paragraph(Text(line), broken=True) for line in lines]
    mended, found = misread.mend(paragraphs)
    assert [len(p.text) for p in mended] == [len(line) for line in lines]
    assert found or mended == tuple(paragraphs)
    assert not misread.mend(mended)[1]
