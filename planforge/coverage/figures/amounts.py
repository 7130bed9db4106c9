"""Targets as amounts that can be compared: 1.2万件 is 12000件, and of 2—3个 the least that keeps it is 2."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from planforge.model import Target
from planforge.text.numerals import parse, parse_amount
from planforge.text.rhythm import periods_a_year

#: Factors that stand before a unit.
_FACTORS = {"万亿": 1e12, "亿": 1e8, "千万": 1e7, "百万": 1e6, "万": 1e4, "千": 1e3}
_COUNTED = "个"
#: Units of one kind, each with what it is of the first.
_KINDS = (
    {"米": 1.0, "公里": 1e3, "千米": 1e3, "里": 500.0},
    {"千克": 1.0, "公斤": 1.0, "斤": 0.5, "吨": 1e3},
    {"千克标准煤": 1.0, "公斤标准煤": 1.0, "克标准煤": 1e-3, "吨标准煤": 1e3, "吨标煤": 1e3},
    {"平方米": 1.0, "亩": 2000 / 3, "公顷": 1e4, "平方公里": 1e6, "平方千米": 1e6},
    {"立方米": 1.0, "方": 1.0, "升": 1e-3},
    {"千瓦": 1.0, "kW": 1.0, "兆瓦": 1e3, "MW": 1e3, "吉瓦": 1e6, "GW": 1e6},
    {"千瓦时": 1.0, "度": 1.0},
    {"元": 1.0, "人民币": 1.0},
    {"%": 1.0, "％": 1.0, "个百分点": 1.0, "百分点": 1.0, "‰": 0.1},
    {"小时": 1.0, "个小时": 1.0, "分钟": 1 / 60} | dict.fromkeys(("天", "日", "工作日", "个工作日", "个自然日"), 24.0),
    {"月": 1.0, "个月": 1.0, "年": 12.0},
    dict.fromkeys("个家所项件户处座条场次人名位期套台辆张床", 1.0),
    dict.fromkeys(("个", "人次", "户次", "件次", "场次", "家次", "批次", "项次"), 1.0),
)
#: Words of a target that ask for less, where its comparator doesn't tell.
_DOWNWARD = re.compile(r"压缩|压减|降至|降到|降低到|下降到|减少到|控制在|不超过|不高于")
#: 翻一番, 增长一倍: a rise by so many times.
_FOLD = re.compile(r"翻([一两二三])?番")
_RISE = re.compile(r"(?:增长|提高|提升|增加|扩大|上升|增幅|增速)$")


@dataclass(frozen=True, slots=True)
class Amount:
    """The value that just keeps a target, in the first unit of its kind; `ceiling` where less is better."""

    value: float
    unit: str
    ceiling: bool

    def weaker_than(self, other: Amount) -> bool:
        """Whether this amount asks for less than `other`; never where they aren't of one kind and direction."""
        if self.unit != other.unit or self.ceiling != other.ceiling:
            return False
        gap = other.value - self.value
        return (-gap if self.ceiling else gap) > 1e-9 * max(1.0, abs(other.value))


def amount(target: Target) -> Amount | None:
    """What a target asks for at least (at most, where less is better); of words only 三分之一 and 翻一番 are amounts.

    Things that are counted by the month or the quarter are counted by the year.
    """
    value = target.value
    if isinstance(value, str):
        share = _share(value)
        return None if share is None else Amount(share * 100, "%", target.op in ("<", "<="))
    ceiling = is_ceiling(target)
    low, high = value if isinstance(value, tuple) else (value, value)
    factor, unit = _unit(target.unit)
    if unit == "倍" and _RISE.search(target.indicator):
        factor, unit = 100.0, "%"
    elif unit == _COUNTED:
        factor *= periods_a_year(target.text.value)
    return Amount((high if ceiling else low) * factor, unit, ceiling)


def is_ceiling(target: Target) -> bool:
    """Whether a target sets what may not be exceeded: 漏损率控制在10%以内."""
    lowers = target.op in ("=", "~", "range") and _DOWNWARD.search(target.text.value) is not None
    return target.op in ("<", "<=") or lowers


def rises(target: Target) -> bool:
    """Whether a target that names none is a rise all the same: 营业收入翻一番."""
    return isinstance(target.value, str) and _FOLD.fullmatch(target.value) is not None


def _share(words: str) -> float | None:
    """三分之一 → 0.333…; 翻一番 → 1.0, 翻两番 → 3.0: how much is added."""
    if fold := _FOLD.fullmatch(words):
        return float(2 ** (parse(fold[1] or "一") or 1) - 1)
    return parse_amount(words) if "分之" in words else None


@lru_cache(maxsize=256)
def _unit(printed: str) -> tuple[float, str]:
    """The factor to the first unit of its kind, and that unit: 万千瓦 is 10000 of 千瓦, and 千瓦 one."""
    unit = re.sub(r"\s", "", printed)
    if known := _known(unit):
        return known
    prefix = next((name for name in _FACTORS if unit.startswith(name)), "")
    factor, rest = _FACTORS.get(prefix, 1.0), unit.removeprefix(prefix)
    base, name = _known(rest) or (1.0, rest)
    return factor * base, name


def _known(unit: str) -> tuple[float, str] | None:
    return next(((kind[unit], next(iter(kind))) for kind in _KINDS if unit in kind), None)
