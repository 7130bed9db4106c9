"""How often something is done: 每季度开展一次, 每年不少于2次, 全年两次, 按月通报."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planforge.text.late import late
from planforge.text.numerals import parse
from planforge.text.quantities.bounds import NOT_MORE

_PERIODS: dict[str, float] = {
    "三年": 1 / 3,
    "两年": 1 / 2,
    "年": 1,
    "半年": 2,
    "学期": 2,
    "学年": 1,
    "季": 4,
    "两月": 6,
    "双月": 6,
    "月": 12,
    "半月": 24,
    "旬": 36,
    "两周": 26,
    "周": 52,
    "日": 365,
    "天": 365,
}
_NUMBER = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
_TIMES = rf"(?:[^，。；\d]{{0,20}}?(?P<times>{_NUMBER})次)?"
_PERIOD = r"(?P<period>三年|两年|半年|学[年期]|[两双2]个?月|半个?月|[两2]周|[年季月旬周日天])"
_EVERY = rf"(?:每个?|[按逐]){_PERIOD}(?:度|份)?(?![轮期节初末底])"
#: Not 全年第一次会议.
_WITHIN = rf"(?:全年|年[内底末]|一年|本年度?)(?:[^，。；\d第]{{0,20}}?(?P<total>{_NUMBER})次)"
#: 上半年、下半年各检查1次, 春秋两季各开展一次
_TWICE = (
    r"(?:上半年[、和]?下半年|上、?下半年|春[、季和]{0,2}秋(?:两|二)?季?)(?:各|分别)"
    rf"(?:[^，。；\d]{{0,20}}?(?P<each>{_NUMBER})次)?"
)
#: Of figures right behind a period, 每年2次 counts; 每年5月底前 is a day, 每月500元 a rate.
_RHYTHM = late(rf"{_TWICE}|{_EVERY}(?!\d+(?![\d次日号])){_TIMES}|{_WITHIN}")
#: 每年不超过2次 sets how often at most.
_AT_MOST = late(NOT_MORE)
_COMES = late(rf"{_EVERY}(?!\d+(?:[月日号]|[—–\-~～至到]\d))")


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often: in words (每季度, 每年不少于2次), and how many times a year."""

    words: str
    yearly: float


def rhythms(value: str) -> Iterator[Rhythm]:
    """What a text says of how often at least, in order; once a period where no number of times stands there."""
    for match in _RHYTHM.finditer(value):
        if _AT_MOST.search(match[0]):
            continue
        if match["period"] is None and match["total"] is None:
            yield Rhythm(match[0], 2 * (parse(match["each"] or "1") or 1))
        elif match["total"]:
            yield Rhythm(match[0], parse(match["total"]) or 1)
        else:
            yield Rhythm(match[0], _yearly(match["period"]) * (parse(match["times"] or "1") or 1))


def periods_a_year(value: str) -> float:
    """How many times a year comes what a text speaks of first: 每季度培训2期 → 4, 全年培训8期 → 1."""
    match = _COMES.search(value) if "每" in value or "按" in value or "逐" in value else None
    return _yearly(match["period"]) if match else 1


def _yearly(period: str) -> float:
    return _PERIODS[period.replace("个", "").replace("2", "两")]
