"""What a unit is for, whatever level it belongs to: 云溪省财政厅 and 示例市财政局 have one function."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "unit_functions.txt"
_LEVEL_WORDS = "省市区县州盟旗"


def function_of(unit: str) -> str | None:
    """A unit's function as the table's first name for it: 云溪省财政厅 → 财政局; None where the table has none."""
    name = unit.replace("分局", "局")
    table = _functions()
    heads = [0, *(place + 1 for place, character in enumerate(name) if character in _LEVEL_WORDS)]
    return next((table[name[head:]] for head in heads if name[head:] in table), None)


@cache
def _functions() -> dict[str, str]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return {name: row[0] for row in rows for name in row}
