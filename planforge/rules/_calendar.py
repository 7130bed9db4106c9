"""Dates, months and quarters that no calendar has."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from planforge.rules._pattern import Pattern

#: 2027年6月31日; a month that is no month tells of itself only where no day follows.
DATE = Pattern(r"(?:(?<!\d)((?:19|20)\d\d)年)?(?<!\d)(?<![\d.]个)(\d{1,2})月(\d{1,2})[日号]", holds="月")
PERIOD = Pattern(
    r"第\s?(?:[五六七八九十]|[5-9]|\d\d)\s?季度|(?<![\d.])(?:1[3-9]|[2-9]\d)月(?![龄子大]|\d{1,2}[日号])", holds="季月"
)
_LEAP_YEAR = 2000


def is_impossible(date: re.Match[str], year: int | None) -> bool:
    """Whether a match of DATE is no day of the calendar; one without a year is of `year`, where that is known."""
    day_year, month, day = int(date[1] or year or _LEAP_YEAR), int(date[2]), int(date[3])
    return not (1 <= month <= 12 and 1 <= day <= calendar.monthrange(day_year, month)[1])


def impossible(words: str, year: int | None) -> Iterator[re.Match[str]]:
    """What no calendar has among the words."""
    yield from (match for match in DATE.compiled.finditer(words) if is_impossible(match, year))
    yield from PERIOD.compiled.finditer(words)
