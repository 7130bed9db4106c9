"""Units that measure one thing: 万千瓦 is 10000 千瓦, 公顷 15 亩."""

from __future__ import annotations

import re
from functools import lru_cache

#: Factors that stand before a unit.
_FACTORS = {"万亿": 1e12, "亿": 1e8, "千万": 1e7, "百万": 1e6, "万": 1e4, "千": 1e3}
#: The first unit of all that counts things.
COUNTED = "个"
#: Units of one kind, each with what it is of the first.
_KINDS = (
    {"米": 1.0, "公里": 1e3, "千米": 1e3},
    {"千克": 1.0, "公斤": 1.0, "斤": 0.5, "吨": 1e3},
    {"千克标准煤": 1.0, "公斤标准煤": 1.0, "克标准煤": 1e-3, "吨标准煤": 1e3, "吨标煤": 1e3},
    {"平方米": 1.0, "亩": 2000 / 3, "公顷": 1e4, "平方公里": 1e6, "平方千米": 1e6},
    {"立方米": 1.0, "方": 1.0, "升": 1e-3},
    {"千瓦": 1.0, "kW": 1.0, "兆瓦": 1e3, "MW": 1e3, "吉瓦": 1e6, "GW": 1e6},
    dict.fromkeys(("标箱", "标准箱", "TEU"), 1.0),
    {"千瓦时": 1.0, "度": 1.0},
    {"元": 1.0, "人民币": 1.0},
    {"%": 1.0, "％": 1.0, "个百分点": 1.0, "百分点": 1.0, "‰": 0.1},
    {"小时": 1.0, "个小时": 1.0, "分钟": 1 / 60} | dict.fromkeys(("天", "日", "工作日", "个工作日", "个自然日"), 24.0),
    {"月": 1.0, "个月": 1.0, "年": 12.0},
    dict.fromkeys("个家所项件户处座条场次人名位期套台辆张床", 1.0),
    dict.fromkeys(("个", "人次", "户次", "件次", "场次", "家次", "批次", "项次"), 1.0),
)


@lru_cache(maxsize=256)
def measure(printed: str) -> tuple[float, str]:
    """The factor to the first unit of its kind, and that unit: 万千瓦 is 10000 of 千瓦, and 千瓦 one."""
    unit = re.sub(r"\s", "", printed)
    if known := _known(unit):
        return known
    factor, rest = _scaled(unit)
    base, name = _known(rest) or (1.0, rest)
    return factor * base, name


def ratio(unit: str, other: str) -> float | None:
    """How many of `other` a unit is: 0.0001 亿元 a 万元, 15 亩 a 公顷; None where they measure different things, as 所
    and 台 do.
    """
    (one, name), (two, same) = measure(unit), measure(other)
    if name != same or (name == COUNTED and _scaled(unit)[1] != _scaled(other)[1]):
        return None
    return one / two


def _scaled(unit: str) -> tuple[float, str]:
    prefix = next((name for name in _FACTORS if unit.startswith(name)), "")
    return _FACTORS.get(prefix, 1.0), unit.removeprefix(prefix)


def _known(unit: str) -> tuple[float, str] | None:
    return next(((kind[unit], next(iter(kind))) for kind in _KINDS if unit in kind), None)
