"""What is written reads back as it was, in blocks and within brackets."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from planforge.yaml_io.emit import emit, item_lines, pair_lines, record_in_flow

WORDS = st.text(st.sampled_from("市局：，。“”\"'#:-[]{},&*!|>%@`~? \\x\u3000\u200b0"), max_size=8)
KEYS = st.sampled_from(["标题", "内容", "目标", "落实", "条目"])
VALUES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, min_size=1, max_size=3),
    max_leaves=8,
)
RECORDS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=3)


def read(source: str) -> Any:
    return yaml.load(source, Loader=yaml.BaseLoader)


@given(RECORDS)
def test_a_record_in_braces_reads_back_however_deep_it_is(record: dict[str, Any]) -> None:
    written = record_in_flow(record)
    assert "\n" not in written and read(written) == record


@given(RECORDS)
def test_a_file_of_records_reads_back(record: dict[str, Any]) -> None:
    assert read(emit(record)) == record


@given(KEYS, VALUES)
def test_a_pair_and_an_item_read_back_at_any_depth(key: str, value: Any) -> None:
    assert read("上:\n" + "\n".join(pair_lines(key, value, 4))) == {"上": {key: value}}
    assert read("上:\n" + "\n".join(item_lines(value, 2))) == {"上": [value]}
