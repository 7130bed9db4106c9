"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import planforge.text
from planforge.text.late import late

MODULES = [module.name for module in pkgutil.walk_packages(planforge.text.__path__, "planforge.text.")]


def test_a_late_pattern_answers_as_a_compiled_one() -> None:
    words, lines = late(r"[一-龥]+"), late("^乙", re.M)
    assert words.findall("甲乙 丙") == ["甲乙", "丙"]
    assert words.sub("字", "甲乙 丙") == "字 字"
    assert words.fullmatch("甲乙 丙") is None
    assert [match.start() for match in lines.finditer("甲\n乙")] == [2]


def test_a_late_pattern_costs_nothing_until_it_is_used() -> None:
    broken = late("(")
    with pytest.raises(re.error):
        broken.search("甲")


@pytest.mark.parametrize("name", MODULES)
def test_every_late_pattern_is_one_that_can_be_compiled(name: str) -> None:
    for value in vars(importlib.import_module(name)).values():
        if isinstance(value, type(late(""))):
            re.compile(value.pattern)
