"""Tables copied a row to a line, tabs, bars or blanks between cells: 序号 重点任务 责任单位 / 1 抓好落实 市教育局"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from planforge.importers.reader.tables import columns
from planforge.model import Paragraph, Table, Text

#: What stands between the cells of a table; the first that makes a head of its first line.
_SURE = (re.compile(r"\t"), re.compile(r"\|"))
_BETWEEN = (*_SURE, re.compile(r"[ \u3000\xa0]{2,}"), re.compile(r"[ \u3000\xa0]+"))
#: Columns; characters of a column's title and of all titles.
_FEWEST, _MOST, _LONGEST_TITLE, _LONGEST_HEAD = 3, 12, 16, 160
_FEWEST_ROWS = 2
#: Rows by which the columns are known, below the head: a longer look would be taken again at every line.
_JUDGED = 3
#: A cell that a workbook copies has so many lines at most; what stands around its words.
_MOST_LINES = 30
_AROUND = ' \t\r\n\u3000\xa0"'

Row = tuple[Text, ...]


def open_tables(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs, with such lines as tables again; lines of which one has too many cells or too few stay lines."""
    result: list[Paragraph] = []
    index = 0
    while index < len(paragraphs):
        table, taken = _table(paragraphs, index)
        result += [Paragraph(table=table)] if table else paragraphs[index : index + taken]
        index += taken
    return tuple(result)


def _table(paragraphs: Sequence[Paragraph], index: int) -> tuple[Table, int]:
    """The table that begins with a line, and how many lines were looked through; empty where none comes out even.

    What doesn't is passed over whole: a table that begins further down in it would end where it does, no more even.
    """
    head, between = _head(paragraphs[index])
    rows = _rows(paragraphs, index + 1, len(head), between) if head else iter(())
    begun = list(islice(rows, _JUDGED))
    if not head or not _is_known((head, *(row for row, _ in begun))):
        return (), 1
    whole = [*begun, *rows]
    table, taken = (head, *(row for row, _ in whole)), 1 + sum(lines for _, lines in whole)
    even = len(whole) >= _FEWEST_ROWS and not _goes_on(table, paragraphs[index + taken : index + taken + 1])
    return table if even else (), taken


def _head(paragraph: Paragraph) -> tuple[Row, re.Pattern[str]]:
    """The titles of columns that a line is, and what stands between them; no titles where it is none."""
    found = ((_cells(paragraph, between), between) for between in _BETWEEN)
    return next((pair for pair in found if _is_head(*pair)), ((), _BETWEEN[0]))


def _is_known(table: Table) -> bool:
    return (columns.tasks(table) or columns.indicators(table)) is not None


def _is_head(cells: Row, between: re.Pattern[str]) -> bool:
    """Whether cells are the titles of columns; where blanks alone set them apart, rows have numbers to be known by."""
    titles = [cell.value for cell in cells]
    if not _FEWEST <= len(titles) <= _MOST or sum(map(len, titles)) > _LONGEST_HEAD:
        return False
    if not all(0 < len(title) <= _LONGEST_TITLE and not re.search("[。；：:，]", title) for title in titles):
        return False
    numbered = columns.NUMBER_HEAD.fullmatch(titles[0]) is not None
    return numbered or (between in _SURE and columns.tasks((cells,)) is not None)


def _rows(
    paragraphs: Sequence[Paragraph], start: int, width: int, between: re.Pattern[str]
) -> Iterator[tuple[Row, int]]:
    """The rows below a head, each with the number of its lines."""
    place = start
    while place < len(paragraphs):
        line, lines = _whole(paragraphs, place, between)
        cells = _cells(line, between)
        if len(cells) != width or (between not in _SURE and not columns.NUMBER.fullmatch(cells[0].value)):
            return
        yield cells, lines
        place += lines


def _whole(paragraphs: Sequence[Paragraph], place: int, between: re.Pattern[str]) -> tuple[Paragraph, int]:
    """A line and those below it that belong to a cell in quotes, as a workbook copies one of several lines."""
    lines = [paragraphs[place]]
    quotes = lines[0].text.value.count('"') if between is _SURE[0] else 0
    for below in paragraphs[place + 1 : place + _MOST_LINES] if quotes % 2 else ():
        lines.append(below)
        quotes += below.text.value.count('"')
        if quotes % 2 == 0:
            return replace(lines[0], text=Text.join((each.text for each in lines), "\n")), len(lines)
    return lines[0], 1


def _goes_on(table: Table, below: Sequence[Paragraph]) -> bool:
    """Whether the line below begins with the next number: a row that has other cells."""
    last = table[-1][0].value
    following = rf"{int(last) + 1}(?!\d)" if columns.NUMBER.fullmatch(last) else "(?!)"
    return any(re.match(following, line.text.value.strip()) is not None for line in below)


def _cells(paragraph: Paragraph, between: re.Pattern[str]) -> Row:
    """The cells of a line, an empty one where two tabs follow each other; none of a line that tells something else."""
    text = paragraph.text if between is _SURE[0] else paragraph.text.strip(" \u3000\xa0|")
    between_cells = sum(1 for _ in islice(between.finditer(text.value), _MOST + 1))
    if paragraph.table is not None or paragraph.told or not 0 < between_cells < _MOST:
        return ()
    cells, start = [], 0
    for match in between.finditer(text.value):
        cells.append(text.slice(start, match.start()).strip(_AROUND))
        start = match.end()
    return (*cells, text.slice(start).strip(_AROUND))
