"""What a leaf's measures come to, as readers count them."""

from __future__ import annotations

import pytest

from planforge.coverage.judging.counting import any_and_enough, log_odds

#: The chances that a measure is answered at least in part, and fully.
FULL, PART, HOLE = (0.99, 0.99), (0.99, 0.01), (0.01, 0.01)


@pytest.mark.parametrize(
    ("measures", "is_enough"),
    [
        ([FULL, FULL, HOLE], True),
        ([FULL, HOLE, HOLE], False),
        ([FULL, PART, PART], False),
        ([FULL, PART], True),
        ([FULL, HOLE], False),
        ([FULL, FULL, PART, PART], True),
        ([FULL, FULL, PART, HOLE], False),
        ([FULL, FULL, FULL, HOLE], True),
    ],
)
def test_more_than_half_is_enough_and_half_with_the_rest_answered_in_part(
    measures: list[tuple[float, float]], is_enough: bool
) -> None:
    assert (any_and_enough(measures)[1] > 0) == is_enough


def test_any_answer_at_all_is_an_answer() -> None:
    assert any_and_enough([PART, HOLE, HOLE])[0] > 0 > any_and_enough([HOLE, HOLE, HOLE])[0]


def test_errors_on_measures_of_one_leaf_go_together() -> None:
    apart = log_odds(1 - 0.5**4)
    assert 0 < any_and_enough([(0.5, 0.5)] * 4)[0] < apart
