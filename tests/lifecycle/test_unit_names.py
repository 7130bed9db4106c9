"""One unit is called by one name, however a plan writes it."""

from __future__ import annotations

from planforge.lifecycle.unit_names import UnitNames
from planforge.model import Roster, RosterUnit

ROSTER = Roster(
    (
        RosterUnit("市知识产权局", aliases=("市知产局",)),
        RosterUnit("市市场监管局", former=("市工商局", "市知识产权局")),
    )
)


def test_short_and_former_names_are_the_unit_s() -> None:
    names = UnitNames(ROSTER)
    assert [names.of(name) for name in ("市知产局", "市工商局", "市财政局")] == [
        "市知识产权局",
        "市市场监管局",
        "市财政局",
    ]


def test_a_name_that_a_unit_bears_now_is_no_other_s_former_one() -> None:
    assert UnitNames(ROSTER).of("市知识产权局") == "市知识产权局"


def test_blanks_and_width_make_no_other_unit() -> None:
    names = UnitNames(None)
    assert [names.of(name) for name in ("市公安局（网安）", "市公安局(网安)", "市公安局 （网安）")] == [
        "市公安局（网安）"
    ] * 3
