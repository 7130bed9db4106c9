"""Lengths and sizes as people say them."""

from __future__ import annotations

_TWIPS_PER_MM = 1440 / 25.4
#: Up to this a length is as good as the one that was asked for (GB/T 9704-2012, 5.2.1: ±1mm), and what rounding adds.
TOLERANCE = 60


def millimetres(twips: float) -> str:
    """37mm, 25.4mm"""
    return f"{twips / _TWIPS_PER_MM:.1f}".removesuffix(".0") + "mm"


def points(twips: float) -> str:
    """28.95磅"""
    return f"{twips / 20:g}磅"


def size_name(half_points: int) -> str:
    """3号, 小四; 17磅 where there is no such name."""
    from planforge.styles.lengths import SIZES

    return next((name for name, size in SIZES.items() if size == half_points), f"{half_points / 2:g}磅")


def look(font: str, half_points: int) -> str:
    """仿宋_GB2312 3号"""
    return f"{font or '未指定的中文字体'} {size_name(half_points)}"
