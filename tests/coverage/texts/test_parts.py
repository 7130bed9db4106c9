"""Passages that are taken apart together come to what each comes to alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planforge.coverage.texts.characters import Names
from planforge.coverage.texts.grams import Grams, count
from planforge.coverage.texts.parts import Parts, analyse

#: Words of every lexicon, numbers, enumerations, stops, blanks, and characters of one and two UTF-16 units, with marks
#: that go on top of others and the one that stands for those that are lost.
PIECES = [
    "建立健全",
    "工作机制",
    "进一步",
    "报纸",
    "全年",
    "12.5",
    "百分之三",
    "家",
    "甲、乙、",
    "丙",
    "。",
    "，",
    " ",
    "\t",
    "、",
    "a_b",
    "𠮷镇",
    "１２％",
    "e\u0301",
    "\u3099",
    "\ufffd",
    "😀",
    "的",
]
texts = st.lists(st.lists(st.sampled_from(PIECES)).map("".join), max_size=5)


def apart(passages: list[str]) -> list[tuple[Parts, Grams]]:
    row = analyse(passages)
    return list(zip(row.parts, count(row, Names()), strict=True))


@given(texts)
def test_nothing_reaches_from_a_passage_into_the_next(passages: list[str]) -> None:
    assert apart(passages) == [one for passage in passages for one in apart([passage])]


def test_every_character_of_a_word_has_a_gram_alone_and_with_its_neighbours() -> None:
    ((_, grams),) = apart(["书房，书架"])
    assert set(grams.names) == {"书", "房", "架", "书房", "书架"}
    assert dict(zip(grams.names, grams.weights, strict=True))["书"] == 2.0


def test_a_rare_character_moves_no_other_out_of_place() -> None:
    ((rare, grams),) = apart(["在𠮷镇建设书房"])
    ((plain, _),) = apart(["在吉镇建设书房"])
    assert rare.weights == plain.weights
    assert {"镇", "书房", "设书"} <= set(grams.names)


def test_a_word_is_worth_less_the_more_names_are_listed_with_it() -> None:
    ((listed, _),) = apart(["苹果、香蕉、柑橘、葡萄"])
    ((alone, _),) = apart(["苹果"])
    assert alone.weights[0] == 1.0
    assert sum(listed.weights) < 6.0
