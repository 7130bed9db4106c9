"""JSON written fast says what JSON written slowly says."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from planforge.reporters.jsonlines import dumps

WORDS = st.text(max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=12,
)


@given(VALUES, st.integers(0, 4))
def test_it_reads_back_as_it_was(value: object, depth: int):
    assert json.loads(dumps(value, depth)) == value


@given(VALUES)
def test_deep_enough_it_is_what_indenting_gives(value: object):
    assert dumps(value, 99) == json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def test_what_lies_deeper_stands_on_one_line():
    assert dumps({"项": [{"号": 1, "词": ["甲"]}]}, 2) == '{\n  "项": [\n    {"号": 1, "词": ["甲"]}\n  ]\n}\n'
