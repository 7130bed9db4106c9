"""How often something is done is read from its words."""

from __future__ import annotations

import pytest

from planforge.text.rhythm import periods_a_year, rhythms


@pytest.mark.parametrize(
    ("value", "yearly"),
    [
        ("每季度开展一次巡诊。", [4]),
        ("每半年至少组织2次演练，每月通报。", [4, 12]),
        ("每两月走访一次，每2个月会商", [6, 6]),
        ("年底组织一次评估", [1]),
        ("每年不少于两次", [2]),
        ("按月通报，逐季调度", [12, 4]),
        ("每个季度、每周", [4, 52]),
        ("每年5月底前完成检查", []),
        ("每季末报送，每日报告", [365]),
        ("每个村建成1处", []),
        ("每年开展知识产权联合执法检查不少于4次", [4]),
        ("全年对机构开展两次督导", [2]),
        ("每月检查不少于十二次", [144]),
        ("每两年评估一次，每半个月巡查", [0.5, 24]),
        ("全年工作要点", []),
        ("每年2次，每周1次", [2, 52]),
        ("每月500元，每年3至5月", []),
        ("召开全年第一次会议，本年度第十二次例会", []),
    ],
)
def test_times_a_year_are_counted(value: str, yearly: list[float]) -> None:
    assert [rhythm.yearly for rhythm in rhythms(value)] == yearly


def test_the_words_of_a_rhythm_hold_its_number_of_times() -> None:
    words = [rhythm.words for rhythm in rhythms("每年开展2次检查，每季度通报一次，按月调度。")]
    assert words == ["每年开展2次", "每季度通报一次", "按月"]


@pytest.mark.parametrize(
    ("value", "periods"),
    [
        ("每季度培训2期", 4),
        ("每月3期", 12),
        ("按月走访", 12),
        ("每年5月底前8期", 1),
        ("全年培训8期", 1),
        ("培训8期", 1),
    ],
)
def test_what_is_counted_by_the_period_comes_so_often_a_year(value: str, periods: float) -> None:
    assert periods_a_year(value) == periods
