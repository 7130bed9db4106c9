"""Where a phrase does what another forbids."""

from __future__ import annotations

import pytest

from planforge.coverage.texts.denials import Reversal, denies, reversals


@pytest.mark.parametrize(
    ("superior", "plan", "told"),
    [
        ("不得收取检测费用", "按标准收取检测费用", ("不得收取", "按标准收取")),
        ("取消投标保证金", "保留投标保证金", ("取消投标", "保留投标")),
        ("收取检测费用", "一律不得收取检测费用", ("收取", "不得收取")),
    ],
)
def test_the_reverse_is_told_by_the_words_for_it(superior: str, plan: str, told: tuple[str, str]) -> None:
    assert list(reversals([superior], [plan])) == [Reversal(0, 0, *told)]


def test_a_plan_that_says_the_other_thing_too_reverses_nothing() -> None:
    said = ["收取检测费用", "不得收取检测费用"]
    assert list(reversals(said[1:], said)) == list(reversals(said, said[:1])) == []


def test_each_of_very_many_phrases_is_held_against_its_like() -> None:
    demands = [f"不得收取第{kind}类检测费用" for kind in "甲乙丙丁戊己庚辛壬癸"] * 60
    assert len({each.demand for each in reversals(demands, ["收取检测费用"])}) == len(demands)


@pytest.mark.parametrize(
    ("words", "is_so"),
    [("一律不予受理", True), ("无需再跑一趟", True), ("占比不得低于三成", False), ("不断完善制度", False)],
)
def test_what_denies_is_known_from_figures_and_set_phrases(words: str, is_so: bool) -> None:
    assert denies(words) is is_so
