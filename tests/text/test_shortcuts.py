"""What reading spares itself changes nothing: with each shortcut barred, the same is found."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.model import Text
from planforge.text import clauses, deadlines, numbering, times
from planforge.text.quantities import comparators, find_targets, phrases, targets
from planforge.text.quantities.setting import Setting
from planforge.text.times import POINT

FRAGMENTS = """示范校 覆盖率 建成 培育 新增 服务企业 达到 不低于 控制在 提高到 增长 下降 占GDP比重 人均收入 高于全国
10所 3.5万件 5%以上 2—3个 百分之五 翻一番 目前 力争 截至2024年 2024年 到2030年 “十四五”期间 今年 全年 给予奖励 20万元
每季度 贯穿全年 完成时限： 6月底前 长期坚持
分别 约 的 、 和 ， ， 。 。 ； ： （不含2028年） 《2021年方案》 （ ） “ ”"""
WORDS = st.lists(st.sampled_from([*FRAGMENTS.split(), "\n"]), max_size=14).map("".join)
TIMES = st.text(
    "二〇一五十年年年月日季度前后底末终内上下中旬半今本当明次翌全每第规划期间12069.·． “”之、份", max_size=12
)


@given(WORDS)
def test_targets_are_found_without_passing_over_anything_as_well(words: str) -> None:
    text = Text.at_place(words, "要点.txt", 1)
    found = find_targets(text, 2027)
    with pytest.MonkeyPatch.context() as reading_all:
        reading_all.setattr(targets, "IN_AMOUNT", re.compile(""))
        reading_all.setattr(Setting, "is_left_by", lambda setting, sentence: False)
        reading_all.setattr(Setting, "holds_in", lambda setting, sentence: False)
        assert find_targets(text, 2027) == found


@given(st.one_of(WORDS, TIMES))
def test_a_text_with_a_time_limit_is_told_at_a_glance(words: str) -> None:
    text = Text.at_place(words, "要点.txt", 1)
    found = deadlines.find(text, 2027)
    with pytest.MonkeyPatch.context() as reading_all:
        reading_all.setattr(deadlines, "_IN_LIMIT", re.compile(""))
        assert deadlines.find(text, 2027) == found


@given(WORDS)
def test_words_that_compare_are_looked_for_right_before_the_amount(words: str) -> None:
    known = comparators._stated(words)
    with pytest.MonkeyPatch.context() as looking_far:
        looking_far.setattr(comparators, "_LONGEST", len(words))
        assert comparators._stated.__wrapped__(words) == known


@given(TIMES)
def test_a_point_in_time_is_found_without_the_look_ahead_as_well(words: str) -> None:
    everywhere = re.compile(re.sub(r"^\(\?=\[[^]]*\]\)\(\?=.*?\[底末内\]\)", "", POINT.pattern))
    assert len(everywhere.pattern) < len(POINT.pattern)
    assert [m.groups() for m in POINT.finditer(words)] == [m.groups() for m in everywhere.finditer(words)]


@given(TIMES)
def test_a_text_with_a_point_in_time_is_told_at_a_glance(words: str) -> None:
    found = [point.span() for point in times.points(words)]
    with pytest.MonkeyPatch.context() as reading_all:
        reading_all.setattr(times, "_IN_POINT", re.compile(""))
        assert [point.span() for point in times.points(words)] == found


@given(WORDS)
def test_a_text_without_brackets_is_cut_as_one_behind_a_remark(words: str) -> None:
    plain = re.sub("[（）“”《》]", "", words)
    cut = [piece.value for piece in clauses.split(Text.at_place(f"甲（乙）{plain}", "要点.txt", 1))]
    alone = [piece.value for piece in clauses.split(Text.at_place(f"甲乙丙丁{plain}", "要点.txt", 1))]
    assert [piece.replace("甲（乙）", "甲乙丙丁", 1) for piece in cut] == alone


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("商标注册量", True),
        ("居民人均可支配收入", True),
        ("增速高于全省平均", True),
        ("人均公共文化设施面积", True),
        ("推进普法", False),
        ("人均病床", False),
    ],
)
def test_words_name_what_is_measured_by_their_end_or_their_head(words: str, named: bool) -> None:
    assert phrases.measures(words) == named


MARKED = st.text("第一二十壹甲Ⅰ①⑴㈠⒈IVX12１２٣（）()〈〉、.．，: 　是要为条章节部分专栏附件任务★", max_size=8)


@given(MARKED)
def test_a_line_bears_no_marker_of_those_that_begin_otherwise(line: str) -> None:
    found = numbering.leading_marker(f"{line}推进工作")
    every = tuple((style, re.compile(source)) for style, source in numbering._SOURCES)
    with pytest.MonkeyPatch.context() as trying_all:
        trying_all.setattr(numbering, "_PATTERNS", {True: every, False: every})
        assert numbering.leading_marker(f"{line}推进工作") == found
