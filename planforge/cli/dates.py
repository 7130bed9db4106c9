"""Dates on the command line."""

from __future__ import annotations

import datetime
import re

import click

_DAY = re.compile(r"(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})日?")


def day(value: str) -> datetime.date:
    """A date as people write it: 2027-01-15, 2027年1月15日. Raises click.BadParameter for anything else."""
    match = _DAY.fullmatch(value.strip())
    try:
        return datetime.date(*map(int, match.groups() if match else (0, 0, 0)))
    except ValueError:
        raise click.BadParameter(f"“{value}”不是日期，应当写成 2027-01-15。") from None
