"""Targets as amounts that can be compared: 1.2万件 is 12000件, and of 2—3个 the least that keeps it is 2."""

from __future__ import annotations

from dataclasses import dataclass

from planforge.model import Target
from planforge.text.late import late
from planforge.text.numerals import parse, parse_amount
from planforge.text.quantities.bounds import AT_LEAST, LESS, MORE, NOT_MORE
from planforge.text.quantities.measures import COUNTED, measure
from planforge.text.rhythm import periods_a_year

#: Words of a target that ask for less, where its comparator doesn't tell.
_DOWNWARD = late(rf"压缩|压减|降至|降到|降低到|下降到|减少到|控制在|{NOT_MORE}")
#: What forbids to stay below, or above; 增长6% is not as strict.
_BOUND = late(rf"以[上下内]|{AT_LEAST}|{NOT_MORE}|最多|{MORE}|{LESS}|[≥≤＞＜<>]")
#: 翻一番, 增长一倍: a rise by so many times.
_FOLD = late(r"翻([一两二三])?番")
#: 每万人口, 万名常住人口 and 万人 are one; 5万人, 5 万人 and 五万人 are amounts, 百万人才 is a name.
A_HEAD = late(
    r"(?<![\d.余多一二三四五六七八九十百两几数上])(?<!\d\s)每?([百十]?[千万])名?(?:常住|户籍)?人口?(?![次才])"
)
_RISE = late(r"(?:增长|提高|提升|增加|扩大|上升|增幅|增速)$")


@dataclass(frozen=True, slots=True)
class Amount:
    """The value that just keeps a target, in the first unit of its kind; `ceiling` where less is better.

    `bound`: 以上, 至少 and the like forbid less; `vague`: 左右 lets it be a little less.
    """

    value: float
    unit: str
    ceiling: bool
    bound: bool = False
    vague: bool = False

    def weaker_than(self, other: Amount) -> bool:
        """Whether this amount asks for less than `other`; never where they aren't of one kind and direction."""
        if self.unit != other.unit or self.ceiling != other.ceiling:
            return False
        gap = other.value - self.value
        least = 1e-9 * max(1.0, abs(other.value))
        return (-gap if self.ceiling else gap) > least or (abs(gap) <= least and self.vague and other.bound)


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
    factor, unit = _measured(target)
    bound = _BOUND.search(target.text.value) is not None
    return Amount((high if ceiling else low) * factor, unit, ceiling, bound, vague=target.op == "~")


def _measured(target: Target) -> tuple[float, str]:
    """What one of a target's unit is of the first unit of its kind, and that unit."""
    counted, _, per = target.unit.partition("/")
    factor, unit = measure(counted)
    if per and not A_HEAD.fullmatch(per):  # how many each thousand have is told by the name
        return factor, f"{unit}/{per}"
    if unit == "倍" and _RISE.search(target.indicator):
        return 100.0, "%"
    return (factor * periods_a_year(target.text.value) if unit == COUNTED else factor), unit


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
