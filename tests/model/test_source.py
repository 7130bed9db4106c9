"""A text knows its place, however it was cut and joined."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planforge.model import Anchor, Position, Text

WORDS = st.text("一二三，。", max_size=8)


@st.composite
def joined(draw: st.DrawFn) -> tuple[Text, list[tuple[int, int]]]:
    """A text joined of lines, and the true line and column of each of its characters."""
    lines = draw(st.lists(WORDS, max_size=5))
    places = [(n, column) for n, line in enumerate(lines, 1) for column in range(1, len(line) + 1)]
    return Text.join(Text.at_place(line, "文件", n) for n, line in enumerate(lines, 1)), places


@given(joined())
def test_every_character_of_joined_lines_points_at_its_own_place(case: tuple[Text, list[tuple[int, int]]]) -> None:
    text, places = case
    assert [(p.line, p.column) for p in map(text.at, range(len(text)))] == places


@given(joined(), st.integers(0, 45), st.integers(0, 45))
def test_a_slice_keeps_the_places_of_its_characters(
    case: tuple[Text, list[tuple[int, int]]], start: int, stop: int
) -> None:
    text, places = case
    part = text.slice(start, stop)
    assert part.value == text.value[min(start, stop) : stop]
    assert [(p.line, p.column) for p in map(part.at, range(len(part)))] == places[min(start, stop) : stop]


@given(joined())
def test_stripping_moves_the_head_with_the_words(case: tuple[Text, list[tuple[int, int]]]) -> None:
    text, places = case
    stripped = text.strip("，。")
    begin = text.value.index(stripped.value) if stripped.value else 0
    assert stripped.value == text.value.strip("，。")
    if stripped.value:
        assert (stripped.at(0).line, stripped.at(0).column) == places[begin]


def test_a_span_ends_behind_its_last_character_on_that_ones_line() -> None:
    text = Text("甲乙丙丁", "文件", (Anchor(0, 1, 9), Anchor(2, 2, 1)))
    assert text.span(1, 3).start == Position(1, 10)
    assert text.span(1, 3).end == Position(2, 2)
    assert text.span(2, 2).start == text.span(2, 2).end


def test_texts_are_equal_when_their_words_are() -> None:
    assert Text.at_place("甲", "一", 1) == Text.at_place("甲", "二", 5, 3)
    assert Text("甲").span().start.line == 1
