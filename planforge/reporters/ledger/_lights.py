"""The lights of the 台账 as rules that Excel, WPS and LibreOffice work out by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from planforge.model.ledger import Light

LIGHT_WORDS: Mapping[Light, str] = {"red": "红·逾期", "yellow": "黄·临期", "green": "绿·正常", "grey": "—"}
_SHADES: Mapping[Light, Mapping[str, str]] = {
    "red": {"bg_color": "#F8A5A0", "font_color": "#9C0006"},
    "yellow": {"bg_color": "#FFEB9C", "font_color": "#7F6000"},
    "green": {"bg_color": "#C6EFCE", "font_color": "#006100"},
    "grey": {"bg_color": "#EDEDED", "font_color": "#7F7F7F"},
}


@dataclass(frozen=True, slots=True)
class LightRule:
    """A condition on the first row (as a formula, relative to it), and how the light looks where it holds.

    The format shows the light's own word in place of the one that was exported.
    """

    formula: str
    format: Mapping[str, Any]


def light_rules(status: int, due: int, row: int, day: tuple[int, int], soon: tuple[int, int]) -> Iterator[LightRule]:
    """The rules in their order, the first that holds counts; columns, row and cells (row, column) count from 0.

    An empty `day` means today. They say what `lifecycle.status.due.state_of` says.
    """
    from xlsxwriter.utility import xl_rowcol_to_cell as cell

    state, last = cell(row, status, col_abs=True), cell(row, due, col_abs=True)
    start, margin = cell(*day, True, True), cell(*soon, True, True)
    today = f'IF({start}="",TODAY(),{start})'
    conditions: tuple[tuple[str, Light], ...] = (
        (f'{state}="取消"', "grey"),
        (f'OR({state}="已完成",{state}="长期坚持")', "green"),
        (f"AND(ISNUMBER({last}),{last}<{today})", "red"),
        (f"AND(ISNUMBER({last}),{last}-{today}<={margin})", "yellow"),
        (f"LEN({last})>0", "green"),
        ("TRUE", "grey"),
    )
    for condition, light in conditions:
        word = f'"{LIGHT_WORDS[light]}"'
        yield LightRule(f"={condition}", {**_SHADES[light], "num_format": ";".join([word] * 4)})
