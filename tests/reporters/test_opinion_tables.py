"""The 意见汇总表 as a workbook to fill in and as a Word file to hand round."""

from __future__ import annotations

import io
import json
from typing import Any, get_args

import docx
import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planforge.model.opinions import (
    ListProposal,
    Opinion,
    Opinions,
    Proposal,
    ReturnedFile,
    Rewording,
    TaskChange,
    TaskProposal,
    TextProposal,
)
from planforge.reporters import reporter
from planforge.reporters.opinions._proposals import decode, encode
from planforge.reporters.workbook import paper_for

TEXT = TextProposal("1.1", "text", "首批入库10人。", 0, 8, (Rewording(4, 6, "20"),))


def opinions() -> Opinions:
    told = ("第一部分第1项", "建立技术调查官库", "首批入库10人。", "市财政局", "王敏", "2027-01-20")
    return Opinions(
        "2027年示例市工作要点",
        (
            Opinion(*told, "revision", '=HYPERLINK("http://x","改")', TEXT, "与第2条（市司法局）改法不同"),
            Opinion(*told, "comment", "请斟酌。"),
        ),
        (ReturnedFile("返回/市财政局.docx", "市财政局", 2), ReturnedFile("返回/坏.docx", "坏", failure="已损坏。")),
    )


def report(form: str) -> bytes:
    content = reporter("opinions", form).report(opinions())
    assert isinstance(content, bytes)
    return content


def test_the_workbook_has_a_list_to_choose_from_and_hides_what_apply_needs() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(report("xlsx")))["意见"]
    heads = [cell.value for cell in sheet[3]]
    assert heads[:2] + heads[6:] == ["序号", "任务", "意见内容", "提示", "采纳情况", "采纳后表述", "理由", "数据"]
    assert sheet.column_dimensions["L"].hidden
    (choice,) = sheet.data_validations.dataValidation
    assert (choice.formula1, str(choice.sqref)) == ('"采纳,部分采纳,不采纳"', "I4:I5")
    assert decode(sheet["L4"].value) == TEXT
    assert not sheet["L5"].value


def test_a_table_too_wide_to_be_read_on_a4_is_printed_on_a3() -> None:
    book = openpyxl.load_workbook(io.BytesIO(report("xlsx")))
    assert [(sheet.title, sheet.page_setup.paperSize) for sheet in book.worksheets[:2]] == [
        ("意见", 8),
        ("回复情况", 9),
    ]
    assert [paper_for([("甲", 200), ("乙", room)]) for room in (17, 18)] == [9, 8]


def test_what_offices_write_is_never_a_formula_or_a_link() -> None:
    book = openpyxl.load_workbook(io.BytesIO(report("xlsx")))
    assert all(
        cell.data_type != "f" and not cell.hyperlink for sheet in book for row in sheet.iter_rows() for cell in row
    )
    assert book["意见"]["G4"].value == '=HYPERLINK("http://x","改")'


def test_files_that_came_back_are_listed() -> None:
    rows = list(openpyxl.load_workbook(io.BytesIO(report("xlsx")))["回复情况"].values)
    assert rows[1:] == [
        ("返回/市财政局.docx", "市财政局", "2 条意见"),
        ("返回/坏.docx", "坏", "没有读出来：已损坏。"),
    ]


def test_the_word_file_leaves_room_for_verdicts() -> None:
    first, files = docx.Document(io.BytesIO(report("docx"))).tables
    assert [cell.text for cell in first.rows[0].cells][-2:] == ["采纳情况", "理由"]
    assert [cell.text for cell in first.rows[1].cells][-2:] == ["", ""]
    assert "市财政局（王敏）" in first.rows[1].cells[3].text
    assert len(files.rows) == 3


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_the_same_opinions_give_the_same_bytes(form: str) -> None:
    assert report(form) == report(form)


words = st.text(max_size=20)


def rewritten(item: str, base: str, new: str) -> TextProposal:
    return TextProposal(item, "text", base, 0, len(base), (Rewording(0, len(base), new),))


def on_tasks(change: TaskChange, items: list[tuple[str, str]], home: str, behind: str, new: list[str]) -> TaskProposal:
    names, marks = zip(*items, strict=True)
    there = () if change == "added" else names
    return TaskProposal(change, there, marks[: len(there)], home, behind, tuple(new))


lists = st.lists(words).map(tuple)
changes = st.sampled_from(get_args(TaskChange))
items = st.lists(st.tuples(words, words), min_size=1)
proposals = st.one_of(
    st.builds(rewritten, words, words, words),
    st.builds(ListProposal, words, st.just("lead"), lists, lists),
    st.builds(on_tasks, changes, items, words, words, st.lists(words, min_size=1)),
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | words, lambda inner: st.lists(inner) | st.dictionaries(words, inner)
)
of_cells = st.sampled_from(["整项", "条目", "项目", "原文", "句", "改", "改为", "指纹", "归入", "排在", "段"])
known = st.sampled_from(["added", "removed", "text", "lead", "1.1", [], ["1.1"], [0, 0]])


@given(proposals)
def test_any_proposal_comes_back_from_its_cell(proposal: Proposal) -> None:
    assert decode(encode(proposal)) == proposal
    assert "_x" not in encode(proposal)


@given(st.text(max_size=60))
def test_anything_else_in_the_cell_is_refused(text: str) -> None:
    try:
        assert decode(text) is None
    except ValueError:
        assert text


@given(st.dictionaries(of_cells, known | anything))
@example({"整项": []})
@example({"项目": "text", "条目": "1.1", "原文": "甲", "句": [0, 1], "改": 5})
def test_data_that_somebody_wrote_into_the_cell_is_a_proposal_or_refused(content: dict[str, Any]) -> None:
    try:
        found = decode(json.dumps(content))
    except ValueError:
        return
    assert decode(encode(found)) == found


def test_data_without_end_is_refused() -> None:
    with pytest.raises(ValueError, match=r"\["):
        decode("[" * 100_000)
