"""A target in words, where its author wrote it out as indicator, comparison, amount, unit and year."""

from __future__ import annotations

from planforge.model import Amount, Operator

#: How each comparison is said around an amount.
_SAID: dict[Operator, str] = {
    ">=": "达到{}",
    ">": "超过{}",
    "=": "为{}",
    "<=": "不超过{}",
    "<": "低于{}",
    "range": "达到{}",
    "decrease": "下降{}",
    "~": "{}左右",
}
_FALLS = ("下降", "降低", "减少")


def reached(indicator: str, op: Operator, value: Amount, unit: str) -> str:
    """What stands behind the indicator: 达到3.2件, 不超过5%, 实现全覆盖; nothing where there is no amount."""
    if not value:
        return ""
    if isinstance(value, str):
        return f"实现{value}{unit}"
    amount = "至".join(f"{each:.12g}" for each in value) if isinstance(value, tuple) else f"{value:.12g}"
    said = "{}" if op == "decrease" and indicator.endswith(_FALLS) else _SAID[op]
    return said.format(amount + unit)
