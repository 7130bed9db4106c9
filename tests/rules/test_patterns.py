"""Where rules look: all that a pattern matches holds one of its words, and no passage is passed by."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import planforge.rules
from planforge.discovery import modules
from planforge.model import Document, Section, Text
from planforge.rules import Pattern, RuleContext
from planforge.rules._scan import hits, word_hits


def patterns() -> Iterator[tuple[str, Pattern]]:
    for module in modules(planforge.rules):
        for name, value in vars(module).items():
            made = value() if isinstance(value, types.FunctionType) and name == "_in_text" else value
            if isinstance(made, Pattern) and made.holds is not None:
                yield f"{module.__name__}.{name}", made


PATTERNS = dict(patterns())
TEXTS = st.lists(st.text("市县、，。《》“”一二三年月底前共12.(的 ", min_size=1, max_size=30), min_size=1, max_size=6)


def context(texts: list[str]) -> RuleContext:
    sections = tuple(Section(text=Text.at_place(text, "a.txt", line)) for line, text in enumerate(texts, 1))
    return RuleContext(Document(file="a.txt", sections=sections))


@pytest.mark.parametrize("name", PATTERNS)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(data=st.data())
def test_whatever_a_pattern_matches_holds_one_of_its_words(name: str, data: st.DataObject) -> None:
    pattern = PATTERNS[name]
    around = st.text("市年第的。前1", max_size=3)
    text = data.draw(around) + data.draw(st.from_regex(pattern.source)) + data.draw(around)
    words = pattern.holds or ()
    assert not pattern.compiled.search(text) or any(word in text for word in words)


@given(TEXTS)
def test_a_pattern_is_found_wherever_it_stands(texts: list[str]) -> None:
    source = re.compile("《[^《》]*》|[0-9]+年|的.")
    found = [match[0] for _, _, match in hits(context(texts), Pattern(source.pattern, holds="》年的"), books=True)]
    assert found == [match[0] for text in texts for match in source.finditer(text)]


@given(TEXTS, st.lists(st.text("市县一二年月的", min_size=1, max_size=3), max_size=5))
def test_words_of_a_list_are_found_wherever_they_stand_the_longest_first(texts: list[str], words: list[str]) -> None:
    found = [match[0] for _, _, match in word_hits(context(texts), words, books=True)]
    longest_first = "|".join(sorted(words, key=len, reverse=True)) or r"(?!)"
    assert found == [match for text in texts for match in re.findall(longest_first, text)]
