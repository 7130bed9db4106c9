"""Names of indicators are found again by names that mean the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.coverage.figures.indicators import Names, name_of
from planforge.model import Text
from planforge.text.quantities import find_targets

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


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("城镇新增就业5万人", "城镇新增就业5 万人"),
        ("培训护理员5万人", "培训护理员五万人"),
        ("带动就业1.2万人", "带动就业 1.2 万人"),
        ("每万名常住人口拥有床位5张", "每万人拥有床位5张"),
        ("抽检量4批次/千人", "抽检量达到每千人4批次"),
    ],
)
def test_people_that_are_counted_are_none_that_something_is_shared_among(first: str, second: str) -> None:
    (one,), (two,) = (find_targets(Text(words), 2027) for words in (first, second))
    assert name_of(one) == name_of(two)


def test_how_many_people_share_something_belongs_to_its_name() -> None:
    (each,) = find_targets(Text("抽检量4批次/千人"), 2027)
    (counted,) = find_targets(Text("培训护理员五万人"), 2027)
    assert (name_of(each), name_of(counted)) == ("每千人抽检量", "护理员")
