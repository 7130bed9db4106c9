"""Targets in official Chinese: indicator, comparator, value, unit and year."""

from __future__ import annotations

import re

from planforge.model import Operator, Target, Text

_OPERATORS: dict[str, Operator] = {"达到": ">=", "不低于": ">=", "不少于": ">=", "突破": ">", "超过": ">"}
_SIMPLE = re.compile(
    r"([^，。；：\d]{2,40}?)(达到|不低于|不少于|突破|超过)\s?(\d+(?:\.\d+)?)\s?([万亿]{0,2}[元件人家个项%])"
)


def find_targets(text: Text, year: int | None) -> tuple[Target, ...]:
    """What a text says must be reached, in order; `year` is due where the text names none."""
    return tuple(
        Target(text.slice(*match.span()), match[1].strip(), _OPERATORS[match[2]], float(match[3]), match[4], year)
        for match in _SIMPLE.finditer(text.value)
    )
