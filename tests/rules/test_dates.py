"""Dates that can't be: in the signature of a document, where they are told with their place, and in time limits."""

from __future__ import annotations

import pytest

from planforge.engine import run
from planforge.fix import apply
from planforge.importers import read
from planforge.model import Reading
from planforge.rules import RuleContext
from planforge.yaml_io import load

NOTICE = """\
示例市知识产权局文件
示知〔2027〕3号
示例市知识产权局关于印发2027年工作要点的通知
各县区局：
现将《2027年工作要点》印发给你们，请认真贯彻落实。
示例市知识产权局
{signed}
2027年工作要点
一、重点任务
（一）加强保护。开展执法行动。（责任单位：执法科；完成时限：6月底前）
（二）加强运用。开展质押融资。（责任单位：运用科；完成时限：{due}）
"""


def reading(signed: str = "2027年3月1日", due: str = "6月底前") -> Reading:
    return read(NOTICE.format(signed=signed, due=due).encode(), "要点.txt")


def found(read_notice: Reading) -> list[tuple[str, int, str]]:
    diagnostics = run(RuleContext(read_notice.document), read_notice.diagnostics)
    return [(d.code, d.span.start.line, d.message) for d in diagnostics]


@pytest.mark.parametrize(
    ("signed", "code", "words"),
    [
        ("2027年13月40日", "DDL006", "2027年13月40日"),
        ("2027年2月30日", "DDL006", "2027年2月30日"),
        ("2O27年3月1日", "WRD011", "2O27"),
        ("2027年3月1曰", "WRD011", "曰"),
        ("二零二七年三月一日", "NUM002", "二零二七"),
    ],
)
def test_a_date_of_issue_that_is_wrong_is_told_once_at_its_words(signed: str, code: str, words: str) -> None:
    ((told, line, message),) = found(reading(signed))
    assert (told, line, words in message) == (code, 7, True)


@pytest.mark.parametrize("signed", ["2O27年3月1日", "2027年3月1曰", "2027年3月l日"])
def test_a_date_of_issue_that_scanning_spoilt_is_mended_and_read_all_the_same(signed: str) -> None:
    spoilt = reading(signed)
    assert str(spoilt.document.issued) == "2027-03-01"
    mended = apply(NOTICE.format(signed=signed, due="6月底前"), run(RuleContext(spoilt.document)))
    assert mended == NOTICE.format(signed="2027年3月1日", due="6月底前")


def test_a_good_date_of_issue_is_no_finding() -> None:
    assert found(reading()) == []


@pytest.mark.parametrize("due", ["13月底前", "2027年9月31日前", "13月31日前", "第五季度"])
def test_a_time_limit_that_no_calendar_has_is_told_once(due: str) -> None:
    assert [code for code, _, _ in found(reading(due=due))] == ["DDL006"]


UNDATED = """\
示例市{year}知识产权工作要点
一、重点任务
（一）加强保护。开展执法行动。（责任单位：执法科；完成时限：6月底前）
（二）加强运用。开展质押融资。（责任单位：运用科；完成时限：10月底前）
"""
UNDATED_YAML = """\
标题: 示例市{year}知识产权工作要点
部分:
  - 标题: 重点任务
    任务:
      - {{标题: 加强保护, 内容: 开展执法行动。, 牵头单位: 执法科, 完成时限: 6月底前}}
"""


def unread(text: str, name: str) -> list[tuple[str, str]]:
    document = (read if name.endswith("txt") else load)(text.encode(), name).document
    return [(d.message, d.advice) for d in run(RuleContext(document)) if d.code == "DDL002"]


@pytest.mark.parametrize("year", ["2027年", "２０２７年", "2027 年", "２０２７年度"])
@pytest.mark.parametrize(("text", "name"), [(UNDATED, "要点.txt"), (UNDATED_YAML, "要点.yaml")])
def test_a_title_tells_the_year_of_time_limits_however_its_digits_are_typed(text: str, name: str, year: str) -> None:
    assert unread(text.format(year=year), name) == []


def test_a_plan_without_a_year_is_told_once_that_the_year_is_missing_and_where_it_goes() -> None:
    ((message, advice),) = unread(UNDATED.format(year=""), "要点.txt")
    assert "没有年份" in message and "全文共2处" in message
    assert "在标题里写上年份" in advice and "2027年6月底前" in advice and "写成“6月底前”" not in advice


def test_a_plan_of_several_years_wants_the_year_beside_each_time_limit() -> None:
    ((message, advice),) = unread(UNDATED.format(year="2026—2028年"), "要点.txt")
    assert "标题里有几个年份" in message
    assert advice == "在时限里写上年份（如“2028年6月底前”）"


def test_a_year_in_wide_digits_is_held_against_that_of_the_opening() -> None:
    text = UNDATED.format(year="２０２７年").replace(
        "\n", "\n２０２６年是实施规划的关键之年，现就有关工作提出如下要点。\n", 1
    )
    diagnostics = run(RuleContext(read(text.encode(), "要点.txt").document))
    assert [d.message for d in diagnostics if d.code == "STR012"] == ["导语里是2026年，标题里是2027年"]
