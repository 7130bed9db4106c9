import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.model import Position, Text
from planforge.text.clauses import split


def clauses(value: str) -> list[str]:
    return [clause.value for clause in split(Text(value))]


def test_a_sentence_and_a_part_closed_by_a_semicolon_are_measures() -> None:
    assert clauses("建立台账。办好专栏；开展培训，抓好落实。") == ["建立台账。", "办好专栏；", "开展培训，抓好落实。"]


def test_what_stands_in_quotes_brackets_and_titles_is_not_cut() -> None:
    whole = "落实“放得开。管得住。”的要求，执行《条例（2026年；修订）》（含实施细则；附表）。"
    assert clauses(whole) == [whole]


def test_a_quote_that_is_never_closed_does_not_swallow_the_rest() -> None:
    assert clauses("推进“一网通办。优化流程。") == ["推进“一网通办。", "优化流程。"]


def test_a_numbered_part_is_one_measure_with_its_sentences_together() -> None:
    assert clauses("统筹推进。一是建平台。联通数据；共享结果。二是育人才。三是强考核。结果通报。") == [
        "统筹推进。",
        "一是建平台。联通数据；共享结果。",
        "二是育人才。",
        "三是强考核。结果通报。",
    ]


def test_numbered_parts_divided_by_commas_are_measures_of_their_own() -> None:
    assert clauses("做好三件事：一是摸底，二是整改，三是验收。") == [
        "做好三件事：一是摸底，",
        "二是整改，",
        "三是验收。",
    ]


def test_a_second_enumeration_ends_the_last_part_of_the_first() -> None:
    assert clauses("抓创造：一是甲。二是乙。抓保护：一是丙。二是丁。") == [
        "抓创造：一是甲。",
        "二是乙。",
        "抓保护：一是丙。",
        "二是丁。",
    ]


def test_a_lone_first_part_is_a_sentence_like_any_other() -> None:
    assert clauses("一是打基础。利长远。") == ["一是打基础。", "利长远。"]


def test_a_unit_list_behind_the_full_stop_belongs_to_the_measure_before_it() -> None:
    assert clauses("开展抽查。（市市场监管局负责）加强宣传。") == ["开展抽查。（市市场监管局负责）", "加强宣传。"]


def test_a_measure_knows_its_place() -> None:
    text = Text.at_place("第一句。 第二句。", "a.txt", 7, 3)
    assert split(text)[1].at(0) == Position(7, 8)


def test_nothing_but_stops_is_no_measure() -> None:
    assert clauses("。；\n 。") == []


@given(st.text(alphabet="一二三是要。；！，：“”（）《》甲乙 \n", max_size=60))
def test_no_character_but_blanks_is_lost_or_doubled(value: str) -> None:
    rest = value
    for clause in clauses(value):
        before, found, rest = rest.partition(clause)
        assert found and not any(map(str.isalnum, before))
    assert not any(map(str.isalnum, rest))


@pytest.mark.parametrize("piece", ["一是，二是，", "（", "（）。", "。 ", "“（"])
def test_hostile_text_is_split_in_time_in_proportion(piece: str) -> None:
    split(Text(piece * (100_000 // len(piece))))


def test_real_documents_are_split_as_a_careful_reader_split_them(shared: Path) -> None:
    for name in ("000", "002", "003", "004"):
        for leaf in json.loads((shared / "gold" / "docs" / f"{name}.json").read_text("utf-8"))["leaves"]:
            wanted = [clause["text"] for clause in leaf["clauses"]]
            if re.search("一是.*二是", "".join(wanted)):
                continue  # there the reader cut every sentence, but a part is one measure
            assert clauses("".join(wanted)) == [text.strip() for text in wanted], leaf["id"]
