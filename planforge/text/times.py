"""Points in time as official Chinese writes them, and the last day of each: 6月底 → 30 June, 一季度 → 31 March."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator

from planforge.text.late import late
from planforge.text.numerals import parse

_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = (
    r"(?:(?P<year>(?:19|20)\d\d|[一二][〇○零九][〇○零一二三四五六七八九]{2})\s?年度?"
    r"|(?P<near>今年|本年度?|当年|明年|次年|翌年))?\s?"
)
_FIVE_YEARS = r"[“\"]?十(?P<plan>[一二三四五六七])五[”\"]?(?:规划)?(?:时期|期间|期)?(?:之?末|终)?"
_MONTH = (
    rf"(?P<month>{_NUMBER})\s?月份?"
    rf"(?:\s?(?P<day>{_NUMBER})\s?[日号]|(?P<part>[上中下]{{1,2}}旬|月?[底末初中](?![国小学]))|)"
)
_QUARTER = r"(?:第?(?P<quarter>[一二三四1-4])季度|前(?P<quarters>[二三两])个?季度)[底末]?"
_HALF = r"(?P<half>[上下])半年[底末]?"
_END = (
    r"(?P<end>(?<![少青老成中幼童\d一二三四五六七八九十两几多近来])年(?:[底末]|终(?=前)|度?内(?![容部外])|中(?![心小学]))"
    r"|(?<=年)\s?[底末内](?![容部外])|(?<=年度)内(?![容部外]))"
)
_DOTTED = r"(?P<dotted_month>1?\d)[.·．](?P<dotted_day>[0-3]?\d)(?=前)"

#: A point in time; `before` is its suffix. Group `year` is an explicit year, `near` one relative to the context.
#: The look at the first character, and for the one of each form that it can't do without, spares most places of a text
#: the walk through all forms.
POINT = late(
    r"(?=[\s\d一二三四五六七八九十今本当明次翌第前上下年底末内“\"])"
    r"(?=[^年月季五.·．]{0,6}[年月季五.·．]|\s{0,2}[底末内])"
    rf"(?:{_YEAR}(?:{_MONTH}|{_QUARTER}|{_HALF}|{_END})|{_FIVE_YEARS}|(?<![\d.]){_DOTTED}"
    r"|(?P<bare>(?:19|20)\d\d)\s?年度?)\s?(?P<before>之前|以前|前后|前(?![期三二述景沿列提置瞻]))?"
)
#: Each point has one of these, and 年 only behind a number, 今 and the like, or before 底 and the like (全年 is none);
#: texts without any are soon done with.
_IN_POINT = late(
    r"[年月季五前](?:(?<!年)|(?=\s?[底末终度内中])"
    r"|(?<=[\d〇○零一二三四五六七八九今本当明次翌半]年)|(?<=[\d〇○零一二三四五六七八九]\s年))"
)
_PARTS = {"上旬": 10, "初": 10, "中旬": 20, "中": 20}


_FULL_WIDTH = late("[０-９．／－]")
_TO_HALF = str.maketrans("０１２３４５６７８９．／－", "0123456789./-")


def half_width(value: str) -> str:
    """`value` with ordinary digits and stops, each character in its place."""
    return value.translate(_TO_HALF) if _FULL_WIDTH.search(value) else value


def points(value: str) -> Iterator[re.Match[str]]:
    """The points in time that `value` names; 三年内 and 近年内 are spans of time and none."""
    for point in POINT.finditer(value) if _IN_POINT.search(value) else ():
        if point["end"] not in ("底", "末", "内") or point["year"] or point["near"]:
            yield point


def is_due_year(year: int) -> bool:
    """Whether anything can be due in a year; another number is a slip that no calendar has."""
    return 1900 < year < 2200


def last_day(point: re.Match[str], year: int | None) -> datetime.date | None:
    """The last day that keeps a time limit of POINT; None without a year or for a day that doesn't exist.

    `year` is the year of the context. 6月底前 and 6月15日前 include that day; 6月前 and 2027年前 end the day before.
    """
    if point["plan"]:
        return datetime.date(last_year_of_plan(point["plan"]), 12, 31)
    year = year_of(point, year)
    if year is None or not is_due_year(year):
        return None
    month = point["month"] or point["dotted_month"]
    try:
        return _in_month(point, year, parse(month) or 0) if month else _in_year(point, year)
    except (ValueError, calendar.IllegalMonthError):
        return None


_ISO = late(r"(?P<year>20\d\d)(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?")


def day_of_iso(value: str) -> datetime.date | None:
    """The last day of 2027-06-30, 2027/6, 2027.6.30 or a bare 2027, as tables and YAML have them; None for others."""
    iso = _ISO.fullmatch(value)
    if iso is None:
        return None
    year, month = int(iso["year"]), int(iso["month"] or 12)
    try:
        return datetime.date(year, month, int(iso["day"] or calendar.monthrange(year, month)[1]))
    except (ValueError, calendar.IllegalMonthError):
        return None


def last_year_of_plan(number: str) -> int:
    """The last year of “十X五”: 2025 for 四 (the eleventh five-year plan ran from 2006 to 2010)."""
    return 2005 + 5 * (parse(number) or 1)


def year_of(point: re.Match[str], year: int | None) -> int | None:
    """The year that a point names, or that of its context."""
    if named := point["year"] or point["bare"]:
        return parse(named)
    if point["near"] in ("明年", "次年", "翌年"):
        return None if year is None else year + 1
    return year


def _in_month(point: re.Match[str], year: int, month: int) -> datetime.date:
    day = point["day"] or point["dotted_day"]
    if day:
        return datetime.date(year, month, parse(day) or 0)
    if point["before"] in ("前", "之前", "以前") and not point["part"]:
        return datetime.date(year, month, 1) - datetime.timedelta(days=1)
    part = (point["part"] or "").removeprefix("月")
    if part.endswith("旬"):
        part = part[-2:]  # of 中下旬
    return datetime.date(year, month, _PARTS.get(part) or calendar.monthrange(year, month)[1])


def _in_year(point: re.Match[str], year: int) -> datetime.date:
    if quarter := point["quarter"] or point["quarters"]:
        month = 3 * (2 if quarter == "两" else parse(quarter) or 0)
        return datetime.date(year, month, calendar.monthrange(year, month)[1])
    if point["half"] == "上" or point["end"] == "年中":
        return datetime.date(year, 6, 30)
    if point["bare"] and point["before"] in ("前", "之前", "以前"):
        year -= 1
    return datetime.date(year, 12, 31)
