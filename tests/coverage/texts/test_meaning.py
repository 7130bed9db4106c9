"""Texts that say the same in other words are near in meaning; what the table doesn't know tells nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from labelled import document

from planforge.coverage.texts.corpus import Corpus, Leaf
from planforge.coverage.texts.meaning import SIZE, meaning_of

#: Each with the same in other words, and with something else in other words.
SAME = [
    ("整治村庄里的脏乱差", "清理农村垃圾杂物，美化环境", "招引外地企业，办好产业园"),
    ("方便群众看病", "提高基层医疗服务可及性", "提高财政资金使用效益"),
    ("严查违规用气", "对不按规定使用燃气的行为依法处罚", "对不按规定播放广告的行为依法处罚"),
    ("帮助困难家庭的孩子上学", "资助贫困学生完成学业", "资助小微企业升级设备"),
]
#: Characters and pairs, some of which the table knows.
GRAMS = [*"整治村庄脏乱差", "整治", "村庄", "#媒体", "x", "12", "㐀", "㐀㐁"]


def leaf(*measures: str) -> Leaf:
    tasks = document("意见", [("1", "改善", list(measures))]).demands()
    return Corpus.of(tasks, tasks).superior[0]


@pytest.mark.parametrize("text, same, other", SAME)
def test_the_same_in_other_words_is_nearer_than_something_else(text: str, same: str, other: str) -> None:
    first, second, third = leaf(text, same, other).measures
    assert first.nearness(second) > first.nearness(third)


def test_a_text_is_as_near_to_itself_as_can_be() -> None:
    measure = leaf("整治村庄里的脏乱差").measures[0]
    assert measure.nearness(measure) == pytest.approx(1.0)


def test_nothing_is_known_of_a_text_without_chinese_words() -> None:
    known, unknown = leaf("整治村庄里的脏乱差", "ABC 2027").measures
    assert known.nearness(unknown) == unknown.nearness(unknown) == 0.0


@given(st.lists(st.sampled_from(GRAMS)))
def test_a_text_means_what_its_grams_mean_together(grams: list[str]) -> None:
    alone = [list(meaning_of([gram])) for gram in grams]
    assert list(meaning_of(grams)) == [sum(numbers) for numbers in zip(*alone, strict=True)] or not grams


def test_a_leaf_means_what_its_heading_and_measures_mean_together() -> None:
    whole = leaf("整治村庄里的脏乱差", "方便群众看病")
    together = zip(*(passage.meaning for passage in whole.passages), strict=True)
    assert list(whole.meaning) == [sum(numbers) for numbers in together]


def test_a_text_of_many_pages_means_what_its_first_page_means() -> None:
    assert meaning_of(["整治"] * 100_000) == meaning_of(["整治"] * 1000)


def test_the_numbers_of_a_released_text_are_found_again() -> None:
    whole = leaf("整治村庄里的脏乱差")
    before = list(whole.meaning)
    whole.release()
    assert list(whole.meaning) == before
    assert len(before) == SIZE
