"""Names of indicators are found again by names that mean the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.coverage.figures.indicators import Names

WORDS = [
    "专利",
    "授权",
    "产品",
    "抽检",
    "合格率",
    "覆盖率",
    "数量",
    "增长",
    "农村",
    "污水",
    "治理率",
    "人均",
    "投资",
    "示范",
    "园区",
]
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map("".join)


@given(st.lists(NAMES, min_size=1, max_size=30, unique=True), NAMES)
def test_names_that_share_too_few_characters_are_passed_over_without_loss(names: list[str], wanted: str) -> None:
    found = Names(names).like(wanted)
    with pytest.MonkeyPatch.context() as looking_at_all:
        looking_at_all.setattr(Names, "_near", lambda names, pairs: names._names)
        assert Names(names).like(wanted) == found
