import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.model import Position, Text
from planforge.text.deadlines import find, read


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2027年6月底前", "2027-06-30"),
        ("2027 年 6 月底前", "2027-06-30"),
        ("２０２７年６月底前", "2027-06-30"),
        ("二〇二七年六月底", "2027-06-30"),
        ("6月底前", "2027-06-30"),
        ("6月15日前", "2027-06-15"),
        ("2026年12月31日前", "2026-12-31"),
        ("9月前", "2027-08-31"),
        ("2028年2月底前", "2028-02-29"),
        ("4月中旬", "2027-04-20"),
        ("5月上旬", "2027-05-10"),
        ("4.26前后", "2027-04-26"),
        ("上半年", "2027-06-30"),
        ("一季度末", "2027-03-31"),
        ("第三季度", "2027-09-30"),
        ("年内", "2027-12-31"),
        ("年底前", "2027-12-31"),
        ("2027年年底前", "2027-12-31"),
        ("2028年前", "2027-12-31"),
        ("2028年6月前", "2028-05-31"),
        ("明年3月底前", "2028-03-31"),
        ("到2025年", "2025-12-31"),
        ("2026—2028年", "2028-12-31"),
        ("“十四五”末", "2025-12-31"),
        ("“十五五”期末", "2030-12-31"),
        ("2027-06-30", "2027-06-30"),
        ("2027.6", "2027-06-30"),
        ("2027", "2027-12-31"),
        ("2027年3月启动，6月底前完成", "2027-06-30"),
        ("6月底前完成", "2027-06-30"),
        ("持续推进，年底前见效", "2027-12-31"),
    ],
)
def test_a_time_limit_has_the_last_day_that_keeps_it(words: str, day: str) -> None:
    deadline = read(Text(words), 2027)
    assert deadline.date == datetime.date.fromisoformat(day)
    assert deadline.recurs is None
    assert deadline.text.value == words


@pytest.mark.parametrize(
    "words", ["每季度", "每月10日前", "每年3月底前", "每半年一次", "长期坚持", "持续推进", "全年", "贯穿全年", "按月"]
)
def test_what_recurs_or_goes_on_keeps_its_words_and_has_no_day(words: str) -> None:
    deadline = read(Text(words), 2027)
    assert (deadline.date, deadline.recurs) == (None, words)


@pytest.mark.parametrize("words", ["立即", "即日起", "尽快", "2月30日前", "13月底前", "3年内", ""])
def test_what_cannot_be_read_has_neither(words: str) -> None:
    deadline = read(Text(words), 2027)
    assert (deadline.date, deadline.recurs) == (None, None)


def test_without_a_year_in_the_context_no_day_is_made_up() -> None:
    assert read(Text("6月底前"), None).date is None


def found(value: str, year: int | None = 2027) -> list[str]:
    return [deadline.text.value for deadline in find(Text(value), year)]


@pytest.mark.parametrize(
    ("value", "limits"),
    [
        ("2027年6月底前完成改造，年内投用。", ["2027年6月底前", "年内"]),
        ("确保4月份正式上线运行，每季度召开一次会议。", ["4月份", "每季度"]),
        ("到2030年，建成知识产权强市。", ["到2030年"]),
        ("上半年全部机构接入信息系统，三季度主体工程封顶。", ["上半年", "三季度"]),
        ("（责任单位：市科技局；完成时限：2027年9月）", ["2027年9月"]),
        ("抓好宣传，长期坚持。", ["长期坚持"]),
        ("到“十五五”末实现翻番。", ["到“十五五”末"]),
        ("2026年6月底前完成。", ["2026年6月底前"]),
        ("2027年上半年，各试点城市印发实施方案。", ["2027年上半年"]),
        ("2027年基本完成规划编制，2027年完善机制。", ["2027年"]),
        ("年底考核前完成整改，年底前公布。", ["年底前"]),
    ],
)
def test_limits_are_found_in_running_text(value: str, limits: list[str]) -> None:
    assert found(value) == limits


@pytest.mark.parametrize(
    "value",
    [
        "贯彻《云溪省知识产权强省建设规划（2022—2035年）》。",
        "制定2027年专项行动方案。",
        "2020年底，全市代理机构达到58家。",
        "截至2026年底，已有5家。",
        "自2027年1月起实施。",
        "持续推进人才培养。",
        "结合4.26、3.15等重大活动。",
        "三年内见效，近年内部管理改善。",
        "在综合保税区内开展业务。",
        "把推进情况纳入年底效能目标考核。",
        "2027年上半年，省政府印发了指导意见。",
        "按照“年初公布、年中检查、年底兑现”的原则，抓好督办。",
        "2027年5月9日前已完成合同签订的，按原办法执行。",
    ],
)
def test_titles_beginnings_the_past_and_plain_words_are_no_limits(value: str) -> None:
    assert found(value) == []


def test_a_limit_without_a_year_has_that_of_its_sentence() -> None:
    days = [limit.date for limit in find(Text("明年3月底前建成，6月底前投用。9月底前总结。"), 2027)]
    assert days == [datetime.date(2028, 3, 31), datetime.date(2028, 6, 30), datetime.date(2027, 9, 30)]


def test_before_a_year_ends_with_the_year_before() -> None:
    assert read(Text("2028年前"), None).date == datetime.date(2027, 12, 31)
    assert [limit.date for limit in find(Text("2028年前建成数据库。"), 2027)] == [datetime.date(2027, 12, 31)]


def test_an_old_document_named_in_the_sentence_does_not_date_its_limit() -> None:
    (limit,) = find(Text("落实2025年6月印发的办法，6月底前完成。"), 2027)
    assert limit.date == datetime.date(2027, 6, 30)


def test_a_limit_without_a_year_lies_ahead_of_the_day_of_issue() -> None:
    words = Text("3月底前摸排，12月底前完成；2026年6月底前已有的除外。")
    days = [limit.date for limit in find(words, 2026, datetime.date(2026, 11, 20))]
    assert days == [datetime.date(2027, 3, 31), datetime.date(2026, 12, 31), datetime.date(2026, 6, 30)]


def test_the_same_words_are_one_limit_and_know_their_place() -> None:
    (limit,) = find(Text.at_place("甲，6月底前完成；乙，6月底前完成。", "a.txt", 3), 2027)
    assert limit.text.at(0) == Position(3, 3)


@given(st.text(alphabet="0123456789一十二年月日底末前内季度上半每到至“”五—.，。；", max_size=40))
def test_any_words_are_read_without_fault(value: str) -> None:
    assert read(Text(value), 2027).text.value == value.strip()
    for limit in find(Text(value), 2027):
        assert limit.text.value in value


@pytest.mark.parametrize("piece", ["6月底前", "每季度", "2027年6月底前", "十", "《"])
def test_hostile_text_is_read_in_time_in_proportion(piece: str) -> None:
    find(Text(piece * (100_000 // len(piece))), 2027)


def dated(value: str) -> list[tuple[str, str]]:
    return [(deadline.text.value, str(deadline.date)) for deadline in find(Text(value), 2027)]


def test_several_months_in_which_something_is_done_are_one_limit_that_ends_with_the_last() -> None:
    assert dated("3至5月开展专项行动。") == [("3至5月", "2027-05-31")]
    assert dated("2028年3—5月集中开展整治。") == [("2028年3—5月", "2028-05-31")]
    assert dated("3至5月的数据已经公布，见第3至5章。2025年3至5月开展了整治。") == []


def test_both_ends_of_a_period_are_the_words_of_its_limit() -> None:
    assert dated("5月25日至6月2日报名。") == [("5月25日至6月2日", "2027-06-02")]


def test_until_a_day_still_to_come_is_a_limit_and_until_one_gone_by_is_none() -> None:
    assert dated("截至6月30日完成主体工程。") == [("6月30日", "2027-06-30")]
    assert dated("截至2026年底完成5家。截至3月底，已完成5家。") == []
    issued = datetime.date(2027, 8, 1)
    assert find(Text("截至6月30日完成投资5亿元。"), 2027, issued) == ()
    assert [limit.date for limit in find(Text("两个清单执行截至2027年9月底。"), 2027, issued)] == [
        datetime.date(2027, 9, 30)
    ]


def test_the_year_that_a_figure_is_compared_with_is_no_limit() -> None:
    assert dated("比2027年底提高5个百分点，与2027年底相比增长3%。") == []
    assert dated("占比2027年底达到30%。") == [("2027年底", "2027-12-31")]


def test_a_rate_for_each_person_and_month_recurs_for_nobody() -> None:
    assert dated("标准为每人每月1309元，每户每年补贴200元。") == []


def test_the_later_of_two_thirds_of_a_month_ends_it() -> None:
    assert dated("3月上中旬完成播种，4月中下旬完成移栽。") == [
        ("3月上中旬", "2027-03-20"),
        ("4月中下旬", "2027-04-30"),
    ]


def test_a_limit_that_a_late_paper_has_just_missed_is_that_of_its_own_year() -> None:
    text = Text("3月底前制定方案，9月底前完成改造。")
    found = find(text, 2027, datetime.date(2027, 10, 8))
    assert [limit.date for limit in found] == [datetime.date(2028, 3, 31), datetime.date(2027, 9, 30)]


def test_what_is_to_be_done_in_a_half_year_has_its_end_for_a_limit() -> None:
    for words in ("违法建筑于上半年全部清运。", "上半年拆除违法建筑。"):
        assert [limit.date for limit in find(Text(words), 2027)] == [datetime.date(2027, 6, 30)]
    assert find(Text("增速高于上半年水平。"), 2027) == ()


@pytest.mark.parametrize(
    "words",
    [
        "补助资金用于下半年支出。",
        "增速等于上半年总和。",
        "进度落后于上半年水平。",
        "基于上半年数据研判。",
        "整改任务属于6月份任务。",
        "专班服务于下半年工作。",
        "致力于下半年工作。",
        "鉴于三季度形势，优化政策。",
        "增幅优于上半年。",
    ],
)
def test_a_half_year_that_something_is_for_or_is_held_against_limits_nothing(words: str) -> None:
    assert find(Text(words), 2027) == ()
