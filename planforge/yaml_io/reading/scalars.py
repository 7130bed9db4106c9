"""Scalars of one word: dates, years, numbers and words of closed lists. What can't be read stays as typed."""

from __future__ import annotations

import datetime
import re
import unicodedata
from typing import Any

from planforge.schemas.words import reading
from planforge.text.numerals import parse
from planforge.yaml_io.reading.normal import Scalar

_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s*T?00:00(?::00)?)?")
_CHINESE_DATE = re.compile(
    r"([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
_NUMBER = re.compile(r"[-+]?\d{1,15}(?:\.\d{1,15})?")


def date(scalar: Scalar) -> Scalar:
    """2027-03-01, 2027/3/1, 2027年3月1日, 二〇二七年三月一日 → an ISO date; 2027-02-30 looks like one and is none."""
    typed = unicodedata.normalize("NFKC", scalar).strip()
    match = _DATE.fullmatch(typed) or _CHINESE_DATE.fullmatch(typed)
    if match is None:
        return scalar
    year, month, day = (parse(part) or 0 for part in match.groups())
    try:
        return Scalar(scalar.text, datetime.date(year, month, day).isoformat())
    except ValueError:
        return Scalar(scalar.text, f"{scalar}（日历上没有）")


def year(scalar: Scalar) -> Any:
    """2027, 2027年, 2027年度 → 2027."""
    number = parse(unicodedata.normalize("NFKC", scalar).strip().removesuffix("度").removesuffix("年"))
    return scalar if number is None else number


def number(scalar: Scalar) -> Any:
    """3.2, ３，０００ → a number."""
    typed = unicodedata.normalize("NFKC", scalar).strip().replace(",", "")
    return float(typed) if _NUMBER.fullmatch(typed) else scalar


def word(of: str, scalar: Scalar) -> Scalar:
    """A word of a closed list → the model's value."""
    return Scalar(scalar.text, reading(of).get(unicodedata.normalize("NFKC", scalar).strip(), str(scalar)))


def flag(scalar: Scalar) -> Any:
    """是, 否 → True, False."""
    return {"是": True, "true": True, "yes": True, "否": False, "false": False, "no": False}.get(scalar.lower(), scalar)
