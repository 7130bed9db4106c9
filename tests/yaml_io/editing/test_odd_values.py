"""Values of odd characters and of several lines: written so that they are read as they were, comments kept."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.model import Document, Section, Text
from planforge.yaml_io import dump, load
from planforge.yaml_io.editing import set_values

#: Line separators of Unicode, byte order marks, controls: YAML folds them, or refuses them outside of quotes.
ODD = ["甲\u2028乙", "甲\u2029乙", "甲\x85乙", "\ufeff甲", "甲\ufeff乙", "甲\x7f", "甲\t乙", "甲\x07\n乙", "甲\uffff乙"]
HEAD = "标题: 要点\n部分:\n  - 标题: 甲\n"


def progress(source: bytes) -> str:
    return load(source, "要点.yaml").document.sections[0].progress


@pytest.mark.parametrize("words", ODD)
def test_odd_characters_survive_being_written(words: str) -> None:
    document = Document(title=Text("要点"), sections=(Section(heading=Text("甲"), progress=words),))
    assert progress(dump(document).encode()) == words
    assert progress(set_values(HEAD.encode(), "要点.yaml", {"1": {"progress": words}})) == words


@pytest.mark.parametrize(
    "old",
    [
        "",
        "    进展:   # 注\n",
        "    进展: 旧   # 注\n",
        "    进展: '旧'   # 注\n",
        "    进展: |   # 注\n      旧\n\n      旧\n",
        "    进展: >-   # 注\n      旧\n",
    ],
)
@settings(deadline=None)
@given(words=st.sampled_from(["", "新", "新: 一", "一\n二", "一\n\n  二", "一\n# 二", *ODD]))
def test_a_comment_beside_the_value_stays_whatever_is_written(old: str, words: str) -> None:
    source = f"{HEAD}{old}    备注: 不动  # 丁\n".encode()
    after = set_values(source, "要点.yaml", {"1": {"progress": words}})
    assert progress(after) == words
    assert after.decode().count("# 注") == old.count("# 注")
    assert "备注: 不动  # 丁\n" in after.decode()
