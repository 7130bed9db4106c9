"""Printed lines of a PDF whose paragraphs have no indent and no space between them."""

from planforge.importers.page.lines import Line
from planforge.importers.page.paragraphs import build


def line(words: str, number: int) -> Line:
    """A line of 16-point characters from the left margin at 90 points, `number` lines down the page."""
    return Line(words, 90, 90 + 16 * len(words), 100 + 21 * number, 16, 1, 595)


def test_a_nearly_full_line_that_ends_a_sentence_ends_its_paragraph_where_lines_are_even() -> None:
    full = "推进重点任务落实完善工作机制强化监督管理"
    short = full[:18] + "。"  # one character short of the margin
    printed = [*[full] * 4, short, *[full] * 5, short, *[full] * 3, "善始善终。"]
    read = build([line(words, number) for number, words in enumerate(printed)], "a.pdf")
    assert [paragraph.text.value.count("。") for paragraph in read] == [1, 1, 1]


def test_a_full_line_within_a_paragraph_goes_on_though_a_sentence_ends_with_it() -> None:
    full = "推进重点任务落实完善工作机制强化监督管理"
    printed = [full, full[:19] + "。", full, full, "善始善终。"]
    read = build([line(words, number) for number, words in enumerate(printed)], "a.pdf")
    assert [paragraph.text.value.count("。") for paragraph in read] == [2]
