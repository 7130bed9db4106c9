"""The 意见汇总表 as a workbook to fill in and as a Word file to hand round."""

from __future__ import annotations

import io

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.model import ListProposal, Opinion, Opinions, Proposal, ReturnedFile, Rewording, TextProposal
from planforge.reporters import reporter
from planforge.reporters._proposals import decode, encode

TEXT = TextProposal("1.1", "text", "首批入库10人。", 0, 8, (Rewording(4, 6, "20"),))
LIST = ListProposal("1.1", "support", ("市司法局",), ("市司法局", "市财政局"))


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


lists = st.lists(words).map(tuple)
proposals = st.one_of(
    st.builds(rewritten, words, words, words), st.builds(ListProposal, words, st.just("lead"), lists, lists)
)


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
