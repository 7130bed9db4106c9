"""Amounts in a text: 3.5万件, 2—3个, 20%以上, 百分之五, 七成, 十家, 三分之一, 1.5∶1, 翻一番."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from planforge.model import Amount
from planforge.text.late import late
from planforge.text.numerals import parse_amount
from planforge.text.quantities.bounds import BEHIND
from planforge.text.quantities.lexicon import pattern

_SCALE = r"(?:余|多)?(?:万亿|千亿|百亿|千万|百万|十万|亿|万|千(?![米克瓦])|百)?"
_PER = r"(?:/[^\s，。；、）()0-9/的]{1,4}?(?=的|以|左右|上下|之内|内|[^\w]|$))?"
_UNIT = rf"{_SCALE}(?:{pattern('units')})(?![级制](?![^，。；]{{0,2}}以)){_PER}"
_TO = r"\s?(?:[-—–~～－]+|至|到)\s?"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_WORDS = r"[一二两三四五六七八九十百千]{1,5}"
_HUNDREDTHS = r"百分之[一二三四五六七八九十百点零]+"

#: Digits and unit; 1.5∶1; 百分之五; 七成; 三分之一; an index with no unit (提高到0.62); 翻一番; words and a counter.
_FORMS = (
    rf"(?<![\dA-Za-z.第前])(?P<low>{_DIGITS})"
    rf"(?:(?:{_SCALE}(?:{pattern('units')})?{_TO})(?P<high>{_DIGITS}))?\s{{0,3}}(?P<unit>{_UNIT})",
    r"(?<=[到为达至于])\s?(?P<ratio>\d+(?:\.\d+)?\s?[:：∶]\s?\d+(?:\.\d+)?)(?![\d:：∶.])",
    rf"(?P<low_share>{_HUNDREDTHS})(?:{_TO}(?P<high_share>{_HUNDREDTHS}))?",
    r"(?<![一二三四五六七八九十几])(?P<tenths>[一二三四五六七八九]成[一二三四五六七八九半]?)(?=以|左|[，。；、]|$)",
    r"(?P<fraction>[二三四五六七八九十]分之[一二三四五六七八九])(?!一)",
    r"(?<=[到达≥≤])\s?(?P<index>\d\.\d+)(?=以|左|[，。；、]|$)",
    r"(?P<fold>翻(?:[一两二]番|番))",
    rf"(?<![第前每一二两三四五六七八九十百千])(?P<low_word>{_WORDS})(?:{_TO}(?P<high_word>{_WORDS}))?"
    r"\s?(?P<counter>个?百分点|倍|万?(?:余|多)?(?:[家所座处条项场次名件台户人张辆套]|个(?!小时|月|星期|工作日|自然日)))(?<!冬季两项)(?<!铁人三项)(?<!现代五项)",
)
_SUFFIX = rf"(?:\s?(?P<suffix>{'|'.join(BEHIND)}(?![容部在]))(?!级))?"
#: The look at the first character spares most places of a text the walk through all forms.
_AMOUNT = late(rf"(?=[\s\d百翻一二两三四五六七八九十千])(?:{'|'.join(_FORMS)}){_SUFFIX}")
#: 提高两个百分点, 增长一倍: measures, which are written in words as often as in digits.
_MEASURES = ("百分点", "倍")
#: Characters; longer numbers in words are counts as those in digits are.
_SURE = 3
#: From here on a number before 年 is a year.
_FIRST_YEAR = 1900
#: Every amount has one of these; most headings have none.
IN_AMOUNT = late(r"[\d百翻一二两三四五六七八九十千]")


#: What stands for all numbers but one, and for all ranges, in a form.
_SEVERAL, _RANGE = 2.0, (1.0, 2.0)


class Form(NamedTuple):
    """What the words around an amount are read by, the same for 640家 and 717家: its unit as printed, and 以上, 左右 …
    behind it; a plan counts the same things again and again.

    `kind` is 1 for one, any other number or range for all of them, and words (翻一番) as they are. `in_words`: 十家,
    which is a quantity only where the words around it say so.
    """

    kind: Amount
    unit: str
    suffix: str
    in_words: bool


class Quantity(NamedTuple):
    """An amount at `[start:end]` of a text.

    A tuple like what is made of it, as a long document has tens of thousands, and tuples are made in half the time.
    """

    start: int
    end: int
    value: Amount
    form: Form


def quantities(value: str, inside: bytearray) -> Iterator[Quantity]:
    """The amounts of a text in order; none from within quotes and brackets, where they are names and remarks."""
    for match in _AMOUNT.finditer(value):
        start, end = match.span()
        if inside[start]:
            continue
        low, high, unit, suffix = match.group("low", "high", "unit", "suffix")
        amount = _range(low, high) if low else _in_other_form(match)
        if amount is None or (unit == "年" and isinstance(amount, float) and amount >= _FIRST_YEAR):
            continue
        in_words = not low and _in_words(match)
        yield Quantity(start, end, amount, _form(_kind(amount), unit or _unit_of_words(match), suffix, in_words))


def _kind(amount: Amount) -> Amount:
    if isinstance(amount, float):
        return amount if amount == 1 else _SEVERAL
    return amount if isinstance(amount, str) else _RANGE


def _in_words(match: re.Match[str]) -> bool:
    """Whether the amount may be mere words: 十家 and 一个, not 三百二十户 or 两个百分点."""
    number = match["low_word"]
    return number is not None and len(number) < _SURE and not match["counter"].endswith(_MEASURES)


def _in_other_form(match: re.Match[str]) -> Amount | None:
    """One number, two for a range, or the words of what isn't a number of its unit (1.5:1, 三分之一, 翻一番)."""
    if low := match["low_word"] or match["low_share"] or match["index"]:
        return _range(low, match["high_word"] or match["high_share"])
    if match["tenths"]:
        return _tenths(match["tenths"])
    return match["fraction"] or match["fold"] or re.sub(r"[:：∶]", ":", re.sub(r"\s", "", match["ratio"]))


def _range(low: str, high: str | None) -> Amount | None:
    first, second = _number(low), _number(high) if high else None
    return first if first is None or second is None else (first, second)


def _tenths(words: str) -> float:
    """七成 and 九成五 in hundredths."""
    tens, _, ones = words.partition("成")
    return (parse_amount(tens) or 0) * 10 + (5 if ones == "半" else parse_amount(ones) or 0)


@lru_cache(maxsize=1024)
def _number(words: str) -> float | None:
    return parse_amount(words.removeprefix("百分之"))


@lru_cache(maxsize=1024)
def _form(kind: Amount, unit: str, suffix: str | None, in_words: bool) -> Form:
    return Form(kind, unit.lstrip("余多").replace("％", "%"), suffix or "", in_words)


def _unit_of_words(match: re.Match[str]) -> str:
    """The unit of an amount that isn't in digits."""
    if match["counter"]:
        return match["counter"]
    return "%" if match["low_share"] or match["tenths"] else ""
