"""Coverage as a Word file: the 对照表 on lying paper, in the faces of a 公文, its head on every page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from planforge.model import Chain, DirectiveTrace, Task, Trace
from planforge.ooxml import stylesheet, word
from planforge.ooxml.paragraphs import Align, Layout, paragraph
from planforge.ooxml.properties import Properties
from planforge.ooxml.runs import run
from planforge.ooxml.tables import Cell, table
from planforge.ooxml.tables import Row as TableRow
from planforge.reporters._chains import chain_title, ends_of
from planforge.reporters._changes import DIRECTIONS, change_words, changes_summary, sorted_changes
from planforge.reporters._rows import COLUMNS, Row, rows
from planforge.reporters._summary import STATUS_NAMES, status_words, words_of_statuses
from planforge.styles import Face, Style, load

#: 五号: six columns of sentences need a smaller face than the tables of a 公文.
_SIZE = 21
_LINE = 300
_RULED = 4
_PADDING = (40, 80)
#: How the columns share the width; short ones are centred.
_SHARES = (18, 17, 13, 10, 9, 43)
_CENTRED = ("完成时限", "结论")
_CHAIN_COLUMNS, _CHAIN_SHARES = ("最上级条目", "结论", "去向"), (44, 10, 56)
_ORPHAN_COLUMNS, _ORPHAN_SHARES = ("编号", "本级自有任务"), (10, 100)
_CHANGE_COLUMNS, _CHANGE_SHARES = ("变化", "上级条目", "结论"), (10, 76, 24)


def report(trace: Trace, *, colour: bool = False) -> bytes:
    """The DOCX; the same coverage gives the same bytes."""
    style = _lying(load())
    title = f"{trace.plan_title}落实上级文件对照表"
    content = "".join([_heading(title, style), *_parts(trace, style)])
    return word.file(content, style, Properties(title, ""))


def _lying(style: Style) -> Style:
    """The paper turned: margins of a hand's breadth on all sides, room for the page number below."""
    page = style.page
    turned = replace(page, width=page.height, height=page.width, top=page.left, left=page.right, right=page.right)
    return replace(style, page=turned)


def _heading(title: str, style: Style) -> str:
    return paragraph(stylesheet.TITLE, run(title, style.title)) + paragraph(stylesheet.SPACER)


def _parts(trace: Trace, style: Style) -> Iterator[str]:
    found = list(rows(trace))
    for directive in trace.directives:
        name = directive.alias or directive.title
        cells = [_cells(row) for row in found if row.directive == name]
        yield _part(_called(directive), status_words(directive), style)
        yield _table(COLUMNS, _SHARES, cells, style)
    for chain in trace.chains:
        statuses = [task.status for task in chain.tasks]
        yield _part(f"多级落实：{chain_title(chain)}", words_of_statuses(statuses), style)
        yield _table(_CHAIN_COLUMNS, _CHAIN_SHARES, list(_chain_cells(chain)), style)
    yield from _orphans(trace.orphans, style)
    yield from _changes(trace, style)


def _called(directive: DirectiveTrace) -> str:
    number = f"（{directive.doc_number}）" if directive.doc_number else ""
    return f"《{directive.title}》{number}"


def _part(heading: str, words: str, style: Style) -> str:
    """A heading that stays with its table, and a line of figures."""
    above = paragraph(stylesheet.heading(1), run(heading, style.levels[0]), Layout(keep_next=True, first=(0, 0)))
    return above + paragraph(stylesheet.BODY, run(words, style.body), Layout(keep_next=True, first=(0, 0)))


def _cells(row: Row) -> tuple[str, ...]:
    missing = [f"没有对应：{words}" for words in row.missing]
    proof = "\n".join([*row.evidence, *missing])
    return (f"{row.id} {row.name}", row.answers, row.leads, row.deadlines, STATUS_NAMES[row.status], proof)


def _chain_cells(chain: Chain) -> Iterator[tuple[str, ...]]:
    for each in chain.tasks:
        words = "\n".join(ends_of(each, chain.titles))
        yield f"{each.task.id} {each.task.heading or each.task.text}", STATUS_NAMES[each.status], words


def _orphans(orphans: Sequence[Task], style: Style) -> Iterator[str]:
    if orphans:
        yield _part("本级自有任务", f"共 {len(orphans)} 项，不对应任何上级条目。", style)
        cells = [(task.id, task.heading.value or task.text.value) for task in orphans]
        yield _table(_ORPHAN_COLUMNS, _ORPHAN_SHARES, cells, style)


def _changes(trace: Trace, style: Style) -> Iterator[str]:
    if trace.changes is None:
        return
    yield _part("与上次相比", changes_summary(trace.changes), style)
    cells = [
        (DIRECTIONS[way], f"{change.directive}#{change.id} {change.words}", change_words(change))
        for way, group in sorted_changes(trace.changes)
        for change in group
    ]
    if cells:
        yield _table(_CHANGE_COLUMNS, _CHANGE_SHARES, cells, style)


def _table(heads: Sequence[str], shares: Sequence[int], content: Iterable[Sequence[str]], style: Style) -> str:
    """A ruled table as wide as the page, and a blank line."""
    head, body = replace(style.table_head, size=_SIZE), replace(style.table, size=_SIZE)
    centred = [name in _CENTRED for name in heads]
    lines = [TableRow(tuple(_cell(name, head, "center", stylesheet.TABLE_HEAD) for name in heads), head=True)]
    for cells in content:
        sides: list[Align] = ["center" if middle else "left" for middle in centred]
        lines.append(TableRow(tuple(_cell(words, body, side) for words, side in zip(cells, sides, strict=True))))
    widths = [style.page.measure * share // sum(shares) for share in shares]
    return table(widths, lines, ruled=_RULED, padding=_PADDING) + paragraph(stylesheet.SPACER)


def _cell(words: str, face: Face, side: Align, name: str = stylesheet.TABLE) -> Cell:
    layout = Layout(align=side, at_least=_LINE, first=(0, 0))
    return Cell("".join(paragraph(name, run(line, face), layout) for line in words.split("\n")), middle=True)
