"""Coverage as a Word file: the 对照表 on lying paper, in the faces of a 公文, its head on every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.model import Chain, DirectiveTrace, Task, Trace
from planforge.reporters.changes import DIRECTIONS, change_words, changes_summary, sorted_changes
from planforge.reporters.coverage._broken import BROKEN, broken_words
from planforge.reporters.coverage._chains import chain_title, ends_of
from planforge.reporters.coverage._rows import COLUMNS, Row, rows
from planforge.reporters.coverage._shortfalls import apart
from planforge.reporters.summary import STATUS_NAMES, status_words, titled, words_of_statuses
from planforge.reporters.word_tables import file, line, lying_style, part, ruled
from planforge.styles import Style

#: How the columns share the width; short ones are centred.
_SHARES = (18, 17, 13, 10, 9, 43)
_CENTRED = ("完成时限", "结论")
_CHAIN_COLUMNS, _CHAIN_SHARES = ("最上级条目", "结论", "去向"), (44, 10, 56)
_ORPHAN_COLUMNS, _ORPHAN_SHARES = ("编号", "本级自有任务"), (10, 100)
_CHANGE_COLUMNS, _CHANGE_SHARES = ("变化", "上级条目", "结论"), (10, 76, 24)


def report(trace: Trace, *, colour: bool = False) -> bytes:
    """The DOCX; the same coverage gives the same bytes."""
    style = lying_style()
    return file(f"{trace.plan_title}落实上级文件对照表", _parts(trace, style), style)


def _parts(trace: Trace, style: Style) -> Iterator[str]:
    broken = list(broken_words(trace))
    if broken:
        yield part(BROKEN, "；".join(broken) + "。", style)
    for directive, found in rows(trace):
        yield part(_called(directive), status_words(directive), style)
        yield from (line(each.words, style) for each in apart(directive))
        yield ruled(COLUMNS, _SHARES, list(map(_cells, found)), style, _CENTRED)
    for chain in trace.chains:
        statuses = [task.status for task in chain.tasks]
        yield part(f"多级落实：{chain_title(chain)}", words_of_statuses(statuses), style)
        yield ruled(_CHAIN_COLUMNS, _CHAIN_SHARES, list(_chain_cells(chain)), style, _CENTRED)
    yield from _orphans(trace.orphans, style)
    yield from _changes(trace, style)


def _called(directive: DirectiveTrace) -> str:
    number = f"（{directive.doc_number}）" if directive.doc_number else ""
    return titled(directive.title) + number


def _cells(row: Row) -> tuple[str, ...]:
    return (f"{row.id} {row.name}", row.answers, row.leads, row.deadlines, STATUS_NAMES[row.status], row.proof)


def _chain_cells(chain: Chain) -> Iterator[tuple[str, ...]]:
    for each in chain.tasks:
        words = "\n".join(ends_of(each, chain.titles))
        yield f"{each.task.id} {each.task.heading or each.task.text}", STATUS_NAMES[each.status], words


def _orphans(orphans: Sequence[Task], style: Style) -> Iterator[str]:
    if orphans:
        yield part("本级自有任务", f"共 {len(orphans)} 项，不对应任何上级条目。", style)
        cells = [(task.id, task.heading.value or task.text.value) for task in orphans]
        yield ruled(_ORPHAN_COLUMNS, _ORPHAN_SHARES, cells, style, _CENTRED)


def _changes(trace: Trace, style: Style) -> Iterator[str]:
    if trace.changes is None:
        return
    yield part("与上次相比", changes_summary(trace.changes), style)
    cells = [
        (DIRECTIONS[way], f"{change.directive}#{change.id} {change.words}", change_words(change))
        for way, group in sorted_changes(trace.changes)
        for change in group
    ]
    if cells:
        yield ruled(_CHANGE_COLUMNS, _CHANGE_SHARES, cells, style, _CENTRED)
