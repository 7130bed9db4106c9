"""Days as they are written in official documents."""

from __future__ import annotations

import datetime


def written_day(day: datetime.date) -> str:
    """2027年1月5日: Arabic digits without leading zeros (GB/T 9704-2012, 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"
