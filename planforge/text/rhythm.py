"""How often something is done: 每季度开展一次, 每年不少于2次, 按月通报."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planforge.text.late import late
from planforge.text.numerals import parse

_PERIODS = {"年": 1, "半年": 2, "季": 4, "两个月": 6, "月": 12, "旬": 36, "周": 52, "日": 365, "天": 365}
_TIMES = r"(?:[^，。；\d]{0,20}?(?P<times>\d{1,2}|[一二两三四五六])次)?"
_RHYTHM = late(rf"(?:每个?|[按逐])(?P<period>半年|两个月|[年季月旬周日天])(?:度|份)?(?![轮期节初末底])(?!\d){_TIMES}")


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often: in words (每季度, 每年不少于2次), and how many times a year."""

    words: str
    yearly: int


def rhythms(value: str) -> Iterator[Rhythm]:
    """What a text says of how often, in order; once a period where no number of times stands there."""
    for match in _RHYTHM.finditer(value):
        yield Rhythm(match[0], _PERIODS[match["period"]] * (parse(match["times"] or "1") or 1))
