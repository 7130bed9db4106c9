"""Time limits that aren't the last day for something: when it begins, how soon it follows, which day of each month, and
the seasons and feasts that have a date of their own.

Readers count none of them as a time limit of a task (`planforge.text.deadlines`); here they are held
against their like.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from planforge.model import Deadline, Text
from planforge.text.late import late
from planforge.text.numerals import parse_amount
from planforge.text.times import half_width, is_due_year, last_day, points

#: From 9月1日起 on; not 起草.
_BEGINS = late(r"\s?起(?![草步始点诉])")
#: What makes a day of a quarter (四季度末), or two periods of one.
_ENDS = ("末", "底", "内")
_GOES_ON = late(r"\s?(?:[、和及各起]|[—\-~至到]|以来|末|底|度?内|分别)")
#: Not 近3个月内, which looks back.
_WITHIN = late(
    r"(?<![至到为过近\d.])(?<![制缩短减持]在)(?P<value>\d+(?:\.\d+)?|[一二两三四五六七八九十]{1,3})\s?"
    r"(?P<unit>个?工作日|个?小时|分钟|个月|[天日])(?:之内|以内|内)(?![容部外])"
)
#: The fewest and the most hours; working days are of a kind of their own.
_HOURS = {
    "小时": (1.0, 1.0),
    "分钟": (1 / 60, 1 / 60),
    "天": (24.0, 24.0),
    "日": (24.0, 24.0),
    "月": (672.0, 744.0),
    "工作日": (24.0, 24.0),
}
_EACH_TIME = late(
    r"每(?P<period>个?(?:月|季度?(?:首月|末月|首|末)?|周)|年(?:度)?的?(?P<month>\d{1,2})月)的?(?P<day>\d{1,2})[日号](?:之前|以前|前)"
    r"|(?P<end>每个?月[底末])前"
)
_LAST_OF_MONTH = 31
#: Feasts and seasons with the first and the last day (month and day) before which they may begin.
_SEASONS = {
    "春节": ((1, 20), (2, 20)),
    "春耕": ((2, 10), (4, 15)),
    "清明": ((4, 3), (4, 5)),
    "五一": ((4, 30), (4, 30)),
    "端午": ((5, 24), (6, 25)),
    "汛期": ((3, 31), (6, 15)),
    "汛": ((3, 31), (6, 15)),
    "主汛期": ((5, 31), (7, 15)),
    "高考": ((6, 6), (6, 6)),
    "七一": ((6, 30), (6, 30)),
    "八一": ((7, 31), (7, 31)),
    "秋季开学": ((8, 25), (9, 1)),
    "中秋": ((9, 6), (10, 7)),
    "国庆": ((9, 30), (9, 30)),
    "采暖季": ((10, 14), (11, 15)),
    "供暖季": ((10, 14), (11, 15)),
    "采暖期": ((10, 14), (11, 15)),
    "供暖期": ((10, 14), (11, 15)),
}
#: What follows on the words for when something is due, rather than on a name.
_DONE = r"完成|实现|建成|建立|落实|消除|整改|修订|制定|印发|开展|组织|启动|到位|储备"
_TO_DO = rf"(?=，|(?:要|须|必须|应当?|务必)?(?:全[面部]|基本)?(?:{_DONE}))"
#: Of several feasts (春节、清明节前) none is the last day.
_BEFORE_SEASON = late(
    r"(?<![、和及年的])(?:(?P<when>今年|明年|次年|翌年|每年|20\d\d\s?年)的?)?"
    rf"[“\"]?(?P<season>{'|'.join(sorted(_SEASONS, key=len, reverse=True))})[”\"]?"
    rf"(?:节|假期|大?生产|到来|来临|开始){{0,2}}(?:之前|以前|前){_TO_DO}"
)
#: After the floods: from when on, at the earliest, to the end of the year.
_FLOODS_END, _YEARS_END = (9, 1), (12, 31)
_AFTER_FLOODS = late(rf"(?<![、和及年的前])主?汛(?:期(?:结束)?)?(?:之后|以后|后){_TO_DO}")


#: Of so many working days the last may come so many hours after as many days: weekends, and the longest feast.
_WEEKENDS, _FEAST = 0.4, 240.0
_WORKING, _RUNNING = "工作日内", "内"


@dataclass(frozen=True, slots=True)
class Moment:
    """A time limit with what kind it is (起, 每月 …; only those of a kind compare), and the earliest and the latest
    that its words can mean: days, hours, or numbers that grow with the days of a year or of a month."""

    limit: Deadline
    kind: str
    earliest: float
    latest: float

    def is_like(self, other: Moment) -> bool:
        """Whether the two can be held against each other."""
        return self.kind == other.kind or {self.kind, other.kind} == {_WORKING, _RUNNING}

    def is_later(self, wanted: Moment) -> bool:
        """Whether it comes after the `wanted` one, whatever the words of both may mean."""
        latest = wanted.latest
        if wanted.kind == _WORKING != self.kind:
            latest += _WEEKENDS * latest + _FEAST
        return self.earliest > latest


def may_name_any(value: str) -> bool:
    """Whether a text has any of the words that every moment has one of; most have none."""
    return "起" in value or "内" in value or "前" in value or "季度" in value or "半年" in value or "汛" in value


def moments(text: Text, year: int | None) -> Iterator[Moment]:
    """All moments that a clause names; `year` is that of its document."""
    value = half_width(text.value)
    if "起" in value:
        yield from _beginnings(text, value, year)
    if "季度" in value or "半年" in value:
        yield from _periods(text, value, year)
    if "内" in value:
        yield from _delays(text, value)
    if "前" in value:
        yield from _days_of_each(text, value)
        yield from _before_seasons(text, value, year)
    if "汛" in value and year is not None and is_due_year(year):
        yield from _after_floods(text, value, year)


def _beginnings(text: Text, value: str, year: int | None) -> Iterator[Moment]:
    for point in points(value):
        begins = _BEGINS.match(value, point.end())
        day = last_day(point, year) if begins and not point["before"] else None
        if begins and day:
            first = _first_day(point, day)
            limit = Deadline(text.slice(point.start(), begins.end()), day)
            yield Moment(limit, "起", first.toordinal(), day.toordinal())


def _periods(text: Text, value: str, year: int | None) -> Iterator[Moment]:
    """Quarters and halves of a year in which a thing is to be done: 四季度完成验收."""
    for point in points(value):
        whole = (point["quarter"] or point["half"]) and not point["before"] and not point[0].rstrip().endswith(_ENDS)
        day = last_day(point, year) if whole and not _GOES_ON.match(value, point.end()) else None
        if day:
            first = _first_day(point, day)
            yield Moment(Deadline(text.slice(*point.span()), day), "", first.toordinal(), day.toordinal())


def _first_day(point: re.Match[str], last: datetime.date) -> datetime.date:
    """The first day of the month, quarter, half year or year that ends with `last`."""
    if point["day"] or point["dotted_day"]:
        return last
    if point["month"]:
        return last.replace(day=1)
    months = 3 if point["quarter"] else 6 if point["half"] else 12
    return datetime.date(last.year, last.month - months + 1, 1)


def _delays(text: Text, value: str) -> Iterator[Moment]:
    for match in _WITHIN.finditer(value):
        unit, amount = match["unit"].removeprefix("个"), parse_amount(match["value"])
        if amount is not None:
            fewest, most = _HOURS[unit]
            kind = _WORKING if unit == "工作日" else _RUNNING
            yield Moment(Deadline(text.slice(*match.span())), kind, amount * fewest, amount * most)


def _days_of_each(text: Text, value: str) -> Iterator[Moment]:
    for match in _EACH_TIME.finditer(value):
        month = int(match["month"] or 0)
        period = (match["period"] or "月").removeprefix("个").replace("度", "").replace("末月", "末")
        kind = "每年" if month else "每" + period
        day = _day_of_year(month, _LAST_OF_MONTH if match["end"] else int(match["day"]))
        yield Moment(Deadline(text.slice(*match.span()), None, match[0]), kind, day, day)


def _day_of_year(month: int, day: int) -> int:
    """A number for a day that comes each year, the greater the later."""
    return month * 31 + day


def _before_seasons(text: Text, value: str, year: int | None) -> Iterator[Moment]:
    for match in _BEFORE_SEASON.finditer(value):
        said, days = text.slice(*match.span()), _SEASONS[match["season"]]
        if match["when"] == "每年":
            first, last = (_day_of_year(*day) for day in days)
            yield Moment(Deadline(said, None, match[0]), "每年", first, last)
        elif due := _year_of(match["when"] or "", year):
            earliest, latest = (datetime.date(due, *day) for day in days)
            yield Moment(Deadline(said, latest), "", earliest.toordinal(), latest.toordinal())


def _after_floods(text: Text, value: str, year: int) -> Iterator[Moment]:
    for match in _AFTER_FLOODS.finditer(value):
        first, last = (datetime.date(year, *day) for day in (_FLOODS_END, _YEARS_END))
        yield Moment(Deadline(text.slice(*match.span()), last), "", first.toordinal(), last.toordinal())


def _year_of(when: str, year: int | None) -> int | None:
    """The year that the words before a season mean in a document of `year`; None for one that no calendar has."""
    if when.startswith("20"):
        return int(when[:4])
    if year is None or not is_due_year(year):
        return None
    return year + (when in ("明年", "次年", "翌年"))
