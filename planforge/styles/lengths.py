"""Lengths and font sizes as people write them: 37mm, 28.95磅, 3号."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

#: Names of font sizes, in half-points.
SIZES: Mapping[str, int] = MappingProxyType(
    {"初号": 84, "小初": 72, "1号": 52, "小一": 48, "2号": 44, "小二": 36, "3号": 32, "小三": 30, "4号": 28, "小四": 24}
    | {"5号": 21, "小五": 18}
)
_CHINESE_SIZES = str.maketrans("一二三四五", "12345")
_TWIPS = {"mm": 1440 / 25.4, "毫米": 1440 / 25.4, "cm": 14400 / 25.4, "厘米": 14400 / 25.4, "磅": 20.0, "pt": 20.0}
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)\s*(mm|毫米|cm|厘米|磅|pt)")


def twips(value: object) -> int:
    """`37mm`, `28.95磅` → twips. Raises ValueError with the Chinese reason."""
    match = _LENGTH.fullmatch(str(value).strip())
    if match is None:
        raise ValueError(f"“{value}”不是长度，请写成 37mm 或 29磅")
    return round(float(match[1]) * _TWIPS[match[2]])


def half_points(value: object) -> int:
    """`3号`, `小四`, `16磅` → half-points. Raises ValueError with the Chinese reason."""
    word = str(value).strip()
    named = SIZES.get(word) or SIZES.get(word[:-1].translate(_CHINESE_SIZES) + "号" if word.endswith("号") else word)
    if named:
        return named
    match = _LENGTH.fullmatch(word)
    if match is None or match[2] not in {"磅", "pt"}:
        raise ValueError(f"“{value}”不是字号，请写成 3号、小四 或 16磅")
    size = round(float(match[1]) * 2)
    if not 2 <= size <= 1000:
        raise ValueError(f"“{value}”超出了字号的范围（1磅到500磅）")
    return size
