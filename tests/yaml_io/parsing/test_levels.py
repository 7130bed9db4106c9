"""The columns of keys and lists: a list may stand in that of its key, and what fits nowhere goes to the nearest."""

from __future__ import annotations

from planforge.yaml_io.parsing.slips.levels import Level, Levels


def below_key() -> Levels:
    levels = Levels()
    levels.settle(":", 0)
    levels.opened = "部分"
    return levels


def test_a_list_in_the_column_of_its_key_is_a_level_of_its_own() -> None:
    levels = below_key()
    assert levels.settle("-", 0) == 0
    assert levels.stack == [Level(0, ":"), Level(0, "-", "部分")]


def test_a_key_in_that_column_ends_the_list() -> None:
    levels = below_key()
    levels.settle("-", 0)
    assert levels.settle(":", 0) == 0
    assert levels.stack == [Level(0, ":")]


def test_an_item_between_two_columns_goes_to_the_nearest_of_its_kind_and_so_do_those_like_it() -> None:
    levels = below_key()
    levels.settle("-", 2)
    assert levels.settle("-", 3) == 2
    assert levels.moved("-", 3) == 2
