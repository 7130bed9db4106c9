"""What the columns of a table hold, by the words of its head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from planforge.importers.reader import kinds
from planforge.model import Table, Text, Units
from planforge.text import units

Column = Literal[
    "number", "lead", "support", "responsible", "time", "text", "note", "unit", "baseline", "target", "name"
]

_TASK_HEADS: tuple[tuple[Column, str], ...] = (
    ("note", r"备\s*注|责任人|领导|联系|电话|完成情况|进展|落实情况|属性|类型$"),
    ("number", r"序\s*号|编\s*号|^号$"),
    ("support", r"配合|参与|协办|协同|协助"),
    ("lead", r"牵头|主办|主责|主要责任|第一责任"),
    (
        "responsible",
        r"责任(?:单位|部门|科室|股室|处室|主体|分工)|(?:落实|承办|实施|负责)(?:单位|部门|主体)|^单位$|^部门$|分工",
    ),
    ("time", r"时限|时间|期限|进度|节点"),
)
_INDICATOR_HEADS: tuple[tuple[Column, str], ...] = (
    ("note", r"备\s*注|属\s*性|指标类型|类\s*别|类\s*型|领\s*域|维\s*度"),
    ("number", r"序\s*号|编\s*号"),
    ("support", r"配合|参与|协办|协同|协助"),
    ("lead", r"牵头|主办|主责|主要责任|第一责任"),
    ("responsible", r"责任|部门"),
    ("unit", r"^(?:计量)?单位$"),
    ("baseline", r"基期|现状|基础|完成值|实际|基准"),
    ("target", r"目标|规划值|预期|计划"),
    ("name", r"指\s*标|名\s*称"),
)
#: The title of the column of numbers, and a number in it.
NUMBER_HEAD, NUMBER = re.compile(r"序\s*号|编\s*号"), re.compile(r"\d{1,3}")
_NOTHING = re.compile(r"[/／—–－\-]{0,3}|无")
_YEAR = re.compile(r"20\d\d")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its head read: what each column holds, and the rows below the head."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]

    def cells(self, row: Sequence[Text], column: Column) -> list[Text]:
        """The cells of a row that a kind of column holds, without those that are empty or hold a stroke for nothing."""
        found = [cell for cell, kind in zip(row, self.columns, strict=False) if kind == column]
        return [cell for cell in found if not _NOTHING.fullmatch(cell.value.strip())]


def tasks(table: Table) -> Grid | None:
    """A table of tasks: it has a column of units or of time limits beside its text. None for any other."""
    return _read(table, _TASK_HEADS, "text", {"lead", "support", "responsible", "time"})


def indicators(table: Table) -> Grid | None:
    """A table of indicators: names and what they are to reach. None for any other."""
    grid = _read(table, _INDICATOR_HEADS, "note", {"name"})
    if grid is None or not {"baseline", "target"} & set(grid.columns):
        return None
    return grid


def _read(table: Table, heads: tuple[tuple[Column, str], ...], other: Column, needed: set[str]) -> Grid | None:
    for index, row in enumerate(table[:3]):
        labels = [kinds.compact(cell).value.strip() for cell in row]
        if len(set(labels)) < 2 or any(len(label) > 24 for label in labels):
            continue
        height = _height(table, index)
        below = table[index + 1] if height > 1 and index + 1 < len(table) else ()
        labels = [label + _below(below, n, label) for n, label in enumerate(labels)]
        columns = _years([_column(label, heads, other) for label in labels], labels, other == "note")
        if needed & set(columns) and (other != "text" or "text" in columns):
            body = [line for line in table[index + height :] if _differs(line, row)]
            return Grid(tuple(columns), tuple(body))
    return None


def _height(table: Table, index: int) -> int:
    """Two rows make the head where cells of the first reach into the second."""
    if index + 1 >= len(table):
        return 1
    shared = [a is b for a, b in zip(table[index], table[index + 1], strict=False) if a.value]
    return 2 if any(shared) and not all(shared) and all(len(c.value) < 20 for c in table[index + 1]) else 1


def _below(row: Sequence[Text], column: int, label: str) -> str:
    words = row[column].value.strip() if column < len(row) else ""
    return "" if words == label else words


def _differs(row: Sequence[Text], head: Sequence[Text]) -> bool:
    """Whether a row is not the head once more, as it stands on the next page."""
    if len(row) != len(head):
        return True
    return any(kinds.compact(a).value != kinds.compact(b).value for a, b in zip(row, head, strict=True))


def _column(label: str, heads: tuple[tuple[Column, str], ...], other: Column) -> Column:
    return next((kind for kind, pattern in heads if re.search(pattern, label)), other)


def _years(columns: list[Column], labels: list[str], wanted: bool) -> list[Column]:
    """Columns headed by years: the last year is the target, the first the baseline."""
    years = {n: int(match[0]) for n, label in enumerate(labels) if (match := _YEAR.search(label))}
    if not wanted or not years:
        return columns
    first, last = min(years.values()), max(years.values())
    for n, year in years.items():
        if columns[n] in ("note", "name", "target", "baseline"):
            columns[n] = "target" if year == last else "baseline" if year == first else "note"
    return columns


def unit_names(cell: Text) -> tuple[Text, ...]:
    """The names in a cell: each on its line, or a list that lines break anywhere."""
    joined: list[Text] = []
    for line in split_lines(cell):
        if joined and not units.looks_like_unit(re.split("[、，,；;]", joined[-1].value)[-1]):
            joined[-1] = Text.join([joined[-1], line])
        else:
            joined.append(line)
    return tuple(name for line in joined for name in units.split_list(line))


def responsible(cell: Text) -> Units:
    """The units of a cell below 责任单位: by their own words (A牵头，B配合), or all alike."""
    said = units.read_list(Text.join(split_lines(cell)), strict=True)
    return said.units if said else Units(responsible=unit_names(cell))


def split_lines(cell: Text) -> list[Text]:
    """The lines of a cell, without blanks and empty ones."""
    if "\n" not in cell.value:
        return [bare] if (bare := cell.strip()).value else []
    parts, start = [], 0
    for match in re.finditer("\n", cell.value):
        parts.append(cell.slice(start, match.start()).strip())
        start = match.end()
    return [part for part in [*parts, cell.slice(start).strip()] if part.value]
