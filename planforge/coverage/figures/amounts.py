"""Targets as amounts that can be compared: 1.2万件 is 12000件, and of 2—3个 the least that keeps it is 2."""

from __future__ import annotations

import re
from dataclasses import dataclass

from planforge.model import Target
from planforge.text.numerals import parse_amount

#: Factors that stand before a unit.
_FACTORS = {"万亿": 1e12, "亿": 1e8, "千万": 1e7, "百万": 1e6, "万": 1e4, "千": 1e3}
#: Units of one kind, each with what it is of the first.
_KINDS = (
    {"米": 1.0, "公里": 1e3, "千米": 1e3, "里": 500.0},
    {"千克": 1.0, "公斤": 1.0, "斤": 0.5, "吨": 1e3},
    {"平方米": 1.0, "亩": 2000 / 3, "公顷": 1e4, "平方公里": 1e6},
    {"%": 1.0, "％": 1.0, "个百分点": 1.0, "‰": 0.1},
    {"天": 1.0, "日": 1.0, "工作日": 1.0, "个工作日": 1.0},
    dict.fromkeys(
        ("个", "家", "所", "项", "件", "户", "处", "座", "条", "场", "次", "人", "名", "人次", "套", "台", "辆"), 1.0
    ),
)
#: Words of a target that ask for less, where its comparator doesn't tell.
_DOWNWARD = re.compile(r"压缩|压减|降至|降到|降低到|下降到|减少到|控制在|不超过|不高于")


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
    """What a target asks for at least (at most, where less is better); None for words, but for those of a fraction."""
    value = target.value
    if isinstance(value, str):
        share = parse_amount(value) if "分之" in value else None
        if share is None:
            return None
        return Amount(share * 100, "%", target.op in ("<", "<="))
    ceiling = target.op in ("<", "<=") or (
        target.op in ("=", "~", "range") and bool(_DOWNWARD.search(target.text.value))
    )
    low, high = value if isinstance(value, tuple) else (value, value)
    factor, unit = _unit(target.unit)
    return Amount((high if ceiling else low) * factor, unit, ceiling)


def _unit(printed: str) -> tuple[float, str]:
    unit = re.sub(r"\s", "", printed)
    prefix = next((name for name in _FACTORS if unit.startswith(name)), "")
    factor, rest = _FACTORS.get(prefix, 1.0), unit.removeprefix(prefix)
    for kind in _KINDS:
        if rest in kind:
            return factor * kind[rest], next(iter(kind))
    return factor, rest
