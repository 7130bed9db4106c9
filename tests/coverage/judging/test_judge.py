"""What a leaf's measures come to, with a declaration for it and without."""

from __future__ import annotations

from planforge.coverage.judging.judge import HALF_OPEN, Chances, judge_leaf

ANSWERED, LIKELY_HOLE = Chances(0.0, 0.0, 1.0), Chances(0.51, 0.0, 0.49)


def test_what_is_likelier_a_hole_keeps_a_declared_task_from_being_covered() -> None:
    assert judge_leaf([ANSWERED, LIKELY_HOLE], favour=(12.0, 1.0)).covered == HALF_OPEN


def test_an_undeclared_task_is_judged_by_its_measures_alone() -> None:
    assert judge_leaf([ANSWERED, LIKELY_HOLE]).covered > HALF_OPEN


def test_a_task_of_one_measure_stands_as_that_does() -> None:
    assert judge_leaf([LIKELY_HOLE]) == LIKELY_HOLE
