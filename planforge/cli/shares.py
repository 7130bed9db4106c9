"""Shares on the command line."""

from __future__ import annotations

import click


def share(value: str) -> float:
    """A share as people write it: 0.9, 90%, 90％. Raises click.BadParameter for anything else and beyond 0 to 1."""
    from decimal import Decimal

    words = value.strip().replace("％", "%")
    try:
        found = float(Decimal(words.removesuffix("%")) / (100 if words.endswith("%") else 1))
    except (ArithmeticError, ValueError):
        found = -1
    if not 0 <= found <= 1:
        raise click.BadParameter(f"“{value}”不是 0 到 1 的数，应当写成 0.9 或 90%。")
    return abs(found)  # no -0
