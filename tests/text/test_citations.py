import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.model import Text
from planforge.text.citations import clean_number, find, merge


def read(value: str) -> list[tuple[str, str | None]]:
    return [(c.title, c.doc_number) for c in find(Text(value))]


def test_a_title_with_its_number_is_one_citation() -> None:
    assert read("按照《云溪省强省建设纲要》（云发〔2027〕3号）要求") == [("云溪省强省建设纲要", "云发〔2027〕3号")]


def test_nested_titles_belong_to_the_outer_one() -> None:
    assert read("《省政府印发〈强省纲要〉的通知》（云政〔2027〕 3 号）") == [
        ("省政府印发〈强省纲要〉的通知", "云政〔2027〕3号")
    ]
    assert read("《省政府印发《强省纲要》的通知》") == [("省政府印发《强省纲要》的通知", None)]


def test_a_number_without_a_title_is_a_citation() -> None:
    assert read("（云政〔2027〕3号）") == [("", "云政〔2027〕3号")]


@pytest.mark.parametrize("printed", ["云政[2027]3号", "云政（2027）3号", "云政﹝2027﹞第3号", "云政〔2027〕 3 号"])
def test_numbers_are_cleaned_of_wrong_brackets_and_blanks(printed: str) -> None:
    assert clean_number(printed) == "云政〔2027〕3号"


def test_a_bracket_lost_within_a_title_does_not_hide_it() -> None:
    assert read("贯彻《云溪省十四五”规划》。") == [("云溪省十四五”规划", None)]


def test_the_same_document_named_twice_is_one() -> None:
    merged = merge(find(Text("《强省纲要》（云发〔2027〕3号）……《强省纲要》……《条例》")))
    assert [(c.title, c.doc_number) for c in merged] == [("强省纲要", "云发〔2027〕3号"), ("条例", None)]


@given(st.text("《》〈〉（）()云政〔2027〕3号、", max_size=60))
def test_no_jumble_of_brackets_breaks_the_reader(value: str) -> None:
    for citation in find(Text(value)):
        assert citation.text.value in value
