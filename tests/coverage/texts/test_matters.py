"""Phrases speak of one thing whatever they say of when, how much and how firmly."""

from __future__ import annotations

import pytest

from planforge.coverage.texts.matters import likeness, pairs


@pytest.mark.parametrize(
    ("superior", "plan"),
    [
        ("存管比例不得低于20%", "存管比例不低于15%"),
        ("2027年6月底前全面建成指挥平台", "年底前部分建成指挥平台"),
        ("必须每季度开展排查整治", "鼓励每半年组织排查整治"),
    ],
)
def test_what_stands_beside_the_matter_does_not_keep_it_from_being_the_same(superior: str, plan: str) -> None:
    assert likeness(pairs(superior), pairs(plan)) == 1.0


def test_few_words_in_common_tell_nothing_unless_they_are_all() -> None:
    assert likeness(pairs("排查整治"), pairs("排查整治隐患")) == 0.0
    assert likeness(pairs("排查整治"), pairs("每月排查整治")) == 1.0


def test_phrases_on_other_things_are_not_alike() -> None:
    assert likeness(pairs("建设城市书房"), pairs("保护濒危古籍")) == 0.0
