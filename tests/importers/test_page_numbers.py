"""Page numbers within the words of a paragraph: nothing else is ever cut, and only where they count up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planforge.importers.reader.paragraphs import page_numbers
from planforge.model import Paragraph, Text

pieces = st.sampled_from(
    ["建设水厂", "— 1 —", "—2—", "一3-", "- 4 -", "每年20座", "，", "三一重工", "2026—2030年", " "]
)
lines = st.lists(st.lists(pieces, max_size=6).map("".join), max_size=8)


def words(paragraphs: tuple[Paragraph, ...]) -> str:
    return "".join(paragraph.text.value for paragraph in paragraphs)


@given(lines)
def test_what_is_cut_is_dashes_blanks_and_figures(written: list[str]) -> None:
    before = tuple(Paragraph(Text(line), broken=True) for line in written)
    after = page_numbers.drop(before)
    assert len(after) == len(before)
    noise = str.maketrans("", "", "-—–－一 0123456789")
    assert words(after).translate(noise) == words(before).translate(noise)


@given(lines)
def test_paragraphs_that_are_whole_lines_of_the_file_are_left_alone(written: list[str]) -> None:
    whole = tuple(Paragraph(Text(line)) for line in written)
    assert page_numbers.drop(whole) == whole


def test_numbers_that_do_not_count_up_stay() -> None:
    lines = tuple(Paragraph(Text(line), broken=True) for line in ("甲— 7 —乙", "丙— 3 —丁"))
    assert page_numbers.drop(lines) == lines


def test_numbers_that_count_up_from_any_page_go() -> None:
    lines = tuple(Paragraph(Text(line), broken=True) for line in ("甲— 7 —乙", "丙— 3 —丁", "戊— 8 —己"))
    assert [p.text.value for p in page_numbers.drop(lines)] == ["甲乙", "丙— 3 —丁", "戊己"]
