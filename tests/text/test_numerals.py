import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.text.numerals import chinese, parse, parse_amount


@given(st.integers(0, 9999))
def test_a_number_written_in_chinese_is_read_back(number: int) -> None:
    assert parse(chinese(number)) == number


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("十", 10),
        ("二十一", 21),
        ("一百零五", 105),
        ("〇", 0),
        ("二〇二七", 2027),
        ("21", 21),
        ("２１", 21),
        ("①", 1),
        ("廿三", 23),
        ("三万五千", 35000),
    ],
)
def test_every_way_to_write_a_whole_number_is_read(printed: str, number: int) -> None:
    assert parse(printed) == number


@pytest.mark.parametrize("word", ["", "甲", "3.5", "万", "十甲", "一" * 99])
def test_what_is_no_whole_number_is_none(word: str) -> None:
    assert parse(word) is None


@pytest.mark.parametrize(
    ("printed", "amount"),
    [
        ("三分之一", 1 / 3),
        ("百分之五", 0.05),
        ("百分之十二点五", 0.125),
        ("3.5", 3.5),
        ("1,200", 1200),
        ("三点五", 3.5),
        ("十二", 12),
    ],
)
def test_amounts_are_read(printed: str, amount: float) -> None:
    assert parse_amount(printed) == pytest.approx(amount)


@pytest.mark.parametrize("word", ["若干", "零分之一", "三点甲", ""])
def test_what_is_no_amount_is_none(word: str) -> None:
    assert parse_amount(word) is None


def test_a_number_too_large_for_a_marker_is_refused() -> None:
    with pytest.raises(ValueError, match="9999"):
        chinese(10_000)
