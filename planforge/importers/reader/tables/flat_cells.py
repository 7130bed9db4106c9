"""Tables copied with each cell on a line of its own: 序号 / 重点任务 / 责任单位 / 1 / 抓好落实 / 市教育局 / 2 / …"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from planforge.importers.reader import kinds
from planforge.importers.reader.tables import columns, ragged_cells
from planforge.model import Paragraph, Table, Text
from planforge.text.numbering import leading_marker

#: Columns; characters of a column's title.
_FEWEST, _MOST, _LONGEST_TITLE = 3, 8, 16


def open_tables(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs, with such runs of lines as tables again; a run whose rows differ in length stays as it is."""
    heads = _heads(paragraphs)
    result = list(paragraphs[: heads[0] if heads else None])
    for start, stop in pairwise([*heads, len(paragraphs)]):
        result += _opened(paragraphs[start:stop])
    return tuple(result)


def _heads(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Where heads begin: with 序号 or 编号, which may be a further column of one that has begun."""
    heads: list[int] = []
    for index, paragraph in enumerate(paragraphs):
        if _is_head(paragraph) and not (heads and _is_column(paragraph, paragraphs[heads[-1] : index])):
            heads.append(index)
    return heads


def _is_column(paragraph: Paragraph, head: Sequence[Paragraph]) -> bool:
    """Whether it goes on with a head: other titles of columns and nothing else stand above it."""
    if len(head) >= 2 * _MOST or any(each.table is not None for each in head):
        return False
    titles = [cell.value for each in head if (cell := _cell(each)).value]
    plain = all(len(title) <= _LONGEST_TITLE and title[-1] not in "。；：" for title in titles)
    return plain and _cell(paragraph).value not in titles and not any(map(_starts_row, head))


def _opened(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs from a head on to the next one, with the table that it heads, if it heads one."""
    places = [index for index, p in enumerate(paragraphs) if p.table or p.text.value.strip()]
    lines = [paragraphs[place] for place in places]
    table = _table(lines)
    taken = sum(_lines(row) for row in table)
    ragged, further = _ragged(lines)
    if len(ragged) > len(table):
        table, taken = ragged, further
    return [Paragraph(table=table), *paragraphs[places[taken - 1] + 1 :]] if table else list(paragraphs)


def _lines(row: Sequence[Text]) -> int:
    return 1 if _is_heading(row) else len(row)


def _is_head(paragraph: Paragraph) -> bool:
    return paragraph.table is None and columns.NUMBER_HEAD.fullmatch(_cell(paragraph).value) is not None


def _table(lines: Sequence[Paragraph]) -> Table:
    """The table whose head begins the lines; empty where its rows don't come out even."""
    width = next((n for n, line in enumerate(lines[: _MOST + 1]) if _starts_row(line) or _is_banner(line)), 0)
    if width < _FEWEST or any(len(_cell(line).value) > _LONGEST_TITLE for line in lines[:width]):
        return ()
    rows = [tuple(map(_cell, lines[:width]))]
    index = width
    while index < len(lines):
        row = _row(lines[index : index + width + 1], width)
        if row is None:
            break
        rows.append(row)
        index += _lines(row)
    while _is_heading(rows[-1]):
        index -= _lines(rows.pop())
    table = tuple(rows)
    even = len(table) > 1 and not _goes_on(table[-1], lines[index:])
    return table if even and (columns.tasks(table) or columns.indicators(table)) else ()


def _goes_on(row: Sequence[Text], below: Sequence[Paragraph]) -> bool:
    """Whether a row with the next number follows: right below, or behind lines that no row of this length takes."""
    number = row[0].value
    following = str(int(number) + 1) if number.isdecimal() else ""
    return any(map(_starts_row, below[:1])) or (following != "" and any(_cell(p).value == following for p in below))


def _ragged(lines: Sequence[Paragraph]) -> tuple[Table, int]:
    """The table whose rows differ in length, and how many lines it takes; empty where it can't be told."""
    width = next((n for n, line in enumerate(lines[: _MOST + 1]) if _starts_row(line)), 0)
    head = tuple(map(_cell, lines[:width]))
    grid = columns.tasks((head,)) if width >= _FEWEST and all(len(c.value) <= _LONGEST_TITLE for c in head) else None
    plain = list(takewhile(lambda line: line.table is None, lines[width:]))
    below = list(map(_cell, plain)) if grid else []
    rows, taken = ragged_cells.read(grid, below) if grid else ([], 0)
    return ((head, *rows), width + taken) if rows else ((), 0)


def _row(lines: Sequence[Paragraph], width: int) -> tuple[Text, ...] | None:
    """The row that begins the lines; a heading between rows fills one cell."""
    if _is_banner(lines[0]):
        return (_cell(lines[0]), *[Text()] * (width - 1))
    cells = tuple(map(_cell, lines[:width]))
    if len(cells) < width or any(line.table for line in lines[:width]) or not _starts_row(lines[0]):
        return None
    following = str(int(cells[0].value) + 1)
    counted = all(_cell(line).value == following or not _starts_row(line) for line in lines[width:])
    return cells if counted or not any(map(_starts_row, lines[1:width])) else None


def _is_heading(row: Sequence[Text]) -> bool:
    return not any(cell.value for cell in row[1:])


def _cell(paragraph: Paragraph) -> Text:
    """The words of a line, without the bar that some pages leave at the end of each cell."""
    text = kinds.compact(paragraph.text).strip()
    return text.slice(0, len(text.value.rstrip("| \u3000")))


def _starts_row(paragraph: Paragraph) -> bool:
    return paragraph.table is None and columns.NUMBER.fullmatch(_cell(paragraph).value) is not None


def _is_banner(paragraph: Paragraph) -> bool:
    marker = leading_marker(paragraph.text.value) if paragraph.table is None else None
    return marker is not None and marker.style in ("一、", "（一）") and not kinds.is_sentence(paragraph.text.value)
