"""Tables: those that list tasks become sections and tasks, those that list indicators become indicators."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planforge.importers.reader import kinds
from planforge.importers.reader.items.tree import Node
from planforge.importers.reader.tables import columns
from planforge.importers.reader.tables.columns import Grid
from planforge.model import Deadline, Indicator, Table, Text, Units
from planforge.text import deadlines, units
from planforge.text.numbering import leading_marker

_AMOUNT = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
_UNIT_IN_NAME = re.compile(r"[（(]([^（）()]{1,10})[）)]\s*$")


def grow(root: Node, year: int | None) -> None:
    """Hang what task tables list below the node that each stands in; the tables themselves are done with then."""
    for node in root.walk():
        for table in list(node.tables):
            grid = columns.tasks(table)
            if grid is not None and columns.indicators(table) is None:
                node.tables.remove(table)
                node.nodes += _sections(grid, year)


def take_indicators(root: Node) -> tuple[Indicator, ...]:
    """The rows of all indicator tables, which are done with then."""
    found: list[Indicator] = []
    for node in root.walk():
        for table in list(node.tables):
            if columns.indicators(table) is not None:
                node.tables.remove(table)
                found += indicators_in(table)
    return tuple(found)


def indicators_in(table: Table) -> tuple[Indicator, ...]:
    """The rows of a table that lists indicators; none of another one."""
    grid = columns.indicators(table)
    rows = (_indicator(grid, row) for row in grid.rows) if grid is not None else ()
    return tuple(indicator for indicator in rows if indicator is not None)


def _sections(grid: Grid, year: int | None) -> list[Node]:
    """The top nodes of a table: sections where a column groups the rows, else the tasks themselves."""
    grouped = _groups(grid)
    nodes: list[Node] = []
    section: Node | None = None
    for row in grid.rows:
        texts = grid.cells(row, "text")
        if _is_banner(row):
            section = _section(nodes, row[0])
        elif grouped and (group := row[grid.columns.index("text")]).value.strip():
            section = _section(nodes, group)
            texts = texts[1:]
        if texts and not _is_banner(row):
            (section.nodes if section is not None else nodes).append(_task(grid, row, texts, year))
    return nodes


def _groups(grid: Grid) -> bool:
    """Whether the first of several text columns groups the rows: its words repeat, or are numbered 一、."""
    if sum(kind == "text" for kind in grid.columns) < 2:
        return False
    first = [texts[0] for row in grid.rows if not _is_banner(row) and (texts := grid.cells(row, "text"))]
    marked = [leading_marker(cell.value) for cell in first]
    by_marker = sum(m is not None and m.style in ("一、", "（一）") for m in marked) * 2 > len(first)
    return by_marker or len({cell.value for cell in first}) * 2 <= len(first)


def _is_banner(row: Sequence[Text]) -> bool:
    """A row that one cell fills: the heading of those below."""
    words = [cell.value.strip() for cell in row]
    return (len(words) > 1 and len(set(words)) == 1) or (sum(map(bool, words)) == 1 and bool(words[0]))


def _section(nodes: list[Node], cell: Text) -> Node:
    """The section of these words: the last one if it is the same, as when its cell goes on upon the next page."""
    node = _node(_glue(cell))
    if nodes and nodes[-1].first.value == node.first.value:
        return nodes[-1]
    nodes.append(node)
    return node


def _node(text: Text) -> Node:
    marker = leading_marker(text.value)
    if marker is None:
        return Node(place=text.slice(0, 1), first=text)
    start = text.value.find(marker.text)
    place = text.slice(start, start + len(marker.text))
    return Node(marker.text, marker.style, marker.number, place, text.slice(marker.length))


def _task(grid: Grid, row: Sequence[Text], texts: list[Text], year: int | None) -> Node:
    node = _node(_glue(texts[0]))
    node.more = [_glue(text) for text in texts[1:]]
    number = grid.cells(row, "number")
    if number and not node.marker and number[0].value.strip().isdigit():
        node.marker, node.style, node.printed = f"{number[0].value.strip()}.", "1.", int(number[0].value)
    node.units = _units(grid, row)
    node.deadlines = tuple(_deadline(cell, year) for cell in grid.cells(row, "time"))
    return node


def _units(grid: Grid, row: Sequence[Text]) -> Units:
    def names(column: columns.Column) -> tuple[Text, ...]:
        return tuple(name for cell in grid.cells(row, column) for name in columns.unit_names(cell))

    said = [columns.responsible(cell) for cell in grid.cells(row, "responsible")]
    return units.merge(Units(names("lead"), names("support")), *said)


def _deadline(cell: Text, year: int | None) -> Deadline:
    return deadlines.read(_glue(cell), year)


def _glue(cell: Text) -> Text:
    """A cell's lines as one text: the cell's width breaks them, unless one ends a sentence or the next is numbered."""
    joined = Text()
    for line in columns.split_lines(kinds.compact(cell)):
        new = joined.value and (joined.value[-1] in "。；！？" or leading_marker(line.value))
        joined = Text.join([joined, line], "\n" if new else "") if joined.value else line
    return joined


def _indicator(grid: Grid, row: Sequence[Text]) -> Indicator | None:
    names = grid.cells(row, "name")
    baseline, target = (grid.cells(row, column) for column in ("baseline", "target"))
    if not names or not (baseline or target):
        return None
    name = kinds.compact(names[-1])
    within = _UNIT_IN_NAME.search(name.value)
    unit = next((c.value.strip() for c in grid.cells(row, "unit")), within[1] if within else "")
    words = _glue(target[-1]).value if target else ""
    return Indicator(
        _glue(name.slice(0, within.start()) if within else name),
        unit,
        _amount(baseline[0].value) if baseline else None,
        _amount(words),
        words,
        _units(grid, row),
    )


def _amount(words: str) -> float | None:
    """The number in a cell, if it is the only one."""
    found = _AMOUNT.findall(words)
    return float(found[0].replace(",", "")) if len(found) == 1 else None


def leftovers(root: Node) -> list[Table]:
    """Tables that list neither; those without a word are furniture."""
    found = (table for node in root.walk() for table in node.tables)
    return [table for table in found if any(cell.value.strip() for row in table for cell in row)]
