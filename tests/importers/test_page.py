"""Printed lines of a PDF whose paragraphs have no indent and no space between them."""

from collections.abc import Callable
from typing import ClassVar

from planforge.importers.page.lines import Line, upright
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


def test_the_number_at_the_side_of_a_page_laid_lengthwise_is_no_line() -> None:
    class Page:
        chars: ClassVar = [{"upright": True}, {"upright": True}, {"upright": False}]

        def filter(self, keeps: Callable[[dict[str, bool]], bool]) -> list[dict[str, bool]]:
            return [item for item in [*self.chars, {}] if keeps(item)]

    assert upright(Page()) == [{"upright": True}, {"upright": True}, {}]
