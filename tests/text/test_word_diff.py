"""What changed between two wordings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planforge.text.word_diff import word_diff

WORDS = st.lists(st.sampled_from("全市建库10人,20 ABC，。")).map("".join)


def test_numbers_change_as_a_whole_and_what_came_follows_what_went() -> None:
    assert word_diff("首批入库不少于10人。", "首批入库不少于20人。") == (
        ("same", "首批入库不少于"),
        ("gone", "10"),
        ("new", "20"),
        ("same", "人。"),
    )


def test_a_single_character_between_changes_changes_with_them() -> None:
    pieces = word_diff("建立技术调查官库，入库不少于10人。", "建立技术调查官队伍，入库不少于20人。")
    assert ("gone", "库") in pieces and ("new", "队伍") in pieces


@given(WORDS, WORDS)
def test_the_pieces_join_to_both_wordings(old: str, new: str) -> None:
    pieces = word_diff(old, new)
    assert "".join(words for kind, words in pieces if kind != "new") == old
    assert "".join(words for kind, words in pieces if kind != "gone") == new
