"""Coverage as a workbook: the 对照表 to filter, hand out and correct, each measure by itself, and what goes beyond."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from planforge.model import ClauseTrace, DirectiveTrace, Status, Task, Trace
from planforge.reporters.answers import with_targets
from planforge.reporters.changes import DIRECTIONS, change_words, sorted_changes
from planforge.reporters.coverage._broken import BROKEN, broken_words
from planforge.reporters.coverage._chains import chain_title, end_of
from planforge.reporters.coverage._rows import rows
from planforge.reporters.coverage._shortfalls import shortfalls
from planforge.reporters.summary import STATUS_NAMES, verdict_confidence
from planforge.reporters.workbook import A3, BODY, HEAD, fitting, landscape, row_height, workbook

if TYPE_CHECKING:
    from xlsxwriter import Workbook

#: A column's head and its width in characters.
_Columns = tuple[tuple[str, int], ...]
_Cells = Sequence[str | float]

_TASKS: _Columns = (
    ("上级文件", 10),
    ("编号", 7),
    ("上级任务", 22),
    ("本级任务", 22),
    ("牵头单位", 14),
    ("完成时限", 11),
    ("结论", 11),
    ("把握", 7),
    ("依据（本级原文）", 44),
    ("没有接住的上级原话", 32),
    ("不如上级的目标、时限", 30),
    ("核对意见", 16),
)
_CLAUSES: _Columns = (
    ("上级文件", 10),
    ("编号", 10),
    ("上级措施", 48),
    ("结论", 11),
    ("把握", 7),
    ("本级编号", 10),
    ("最接近的本级原文", 48),
    ("没有对应的上级原话", 36),
)
_ORPHANS: _Columns = (("编号", 10), ("本级任务", 40), ("内容", 90))
_SHORT: _Columns = (
    ("上级文件", 12),
    ("上级条目", 12),
    ("上级要求", 50),
    ("本级编号", 10),
    ("本级写的", 50),
    ("问题", 34),
)
_CHAINS: _Columns = (("层级", 50), ("编号", 10), ("最上级的措施", 70), ("结论", 12), ("去向", 40))
_BROKEN: _Columns = ((BROKEN, 120),)
_CHANGES: _Columns = (("变化", 8), ("上级条目", 18), ("内容", 70), ("结论", 24))

_COLOURS: dict[Status, str] = {
    "covered": "#E2F2E7",
    "partial": "#FDF0D5",
    "uncovered": "#FADBD8",
    "review": "#DCE9F8",
    "waived": "#EDEDED",
}


def report(trace: Trace, *, colour: bool = False) -> bytes:
    """Sheets with filters and frozen heads; the same coverage gives the same bytes."""
    return workbook(f"{trace.plan_title}：落实上级文件对照表", lambda book: _fill(_Book(book), trace))


def _fill(book: _Book, trace: Trace) -> None:
    book.sheet("对照表", _TASKS, list(_tasks(trace)))
    book.sheet("逐条措施", _CLAUSES, list(_clauses(trace)))
    short = [row for directive in trace.directives for row in _short(directive)]
    if short:
        book.sheet("目标和时限", _SHORT, short)
    orphans = [(task.id, task.heading.value, task.text.value) for task in trace.orphans]
    book.sheet("本级自有任务", _ORPHANS, orphans)
    broken = [(words,) for words in broken_words(trace)]
    if broken:
        book.sheet(BROKEN, _BROKEN, broken)
    if trace.chains:
        book.sheet("多级落实", _CHAINS, list(_chains(trace)))
    if trace.changes is not None:
        book.sheet("与上次相比", _CHANGES, list(_changes(trace)))


class _Book:
    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._head = workbook.add_format(HEAD)
        self._body = workbook.add_format(BODY)
        self._share = workbook.add_format({**BODY, "num_format": "0%", "align": "center"})
        self._marks = {status: workbook.add_format({"bg_color": shade}) for status, shade in _COLOURS.items()}

    def sheet(self, name: str, columns: _Columns, content: Sequence[_Cells]) -> None:
        """A sheet with a filter on each column; a column 结论 has a list to choose from."""
        sheet = self._workbook.add_worksheet(name)
        for column, (head, width) in enumerate(columns):
            sheet.set_column(column, column, width, self._body)
            sheet.write_string(0, column, head, self._head)
        for number, cells in enumerate(content, 1):
            sheet.set_row(number, row_height((str(cell), room) for cell, (_, room) in zip(cells, columns, strict=True)))
            for column, cell in enumerate(cells):
                if isinstance(cell, str):
                    sheet.write_string(number, column, fitting(cell), self._body)
                else:
                    sheet.write_number(number, column, cell, self._share)
        sheet.autofilter(0, 0, len(content), len(columns) - 1)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        landscape(sheet, A3)
        self._verdicts(sheet, [head for head, _ in columns], len(content))

    def _verdicts(self, sheet: Workbook.worksheet_class, heads: list[str], last: int) -> None:
        if "结论" not in heads or not last or "变化" in heads:
            return
        place = (1, heads.index("结论"), last, heads.index("结论"))
        sheet.data_validation(*place, {"validate": "list", "source": list(STATUS_NAMES.values())})
        for status, name in STATUS_NAMES.items():
            rule = {"type": "cell", "criteria": "==", "value": f'"{name}"', "format": self._marks[status]}
            sheet.conditional_format(*place, rule)


def _tasks(trace: Trace) -> Iterator[_Cells]:
    for row in (row for _, found in rows(trace) for row in found):
        words = (row.directive, row.id, row.name, row.answers, row.leads, row.deadlines)
        proof = ("\n".join(row.evidence), "\n".join(row.missing), "\n".join(row.short), "")
        yield (*words, *_verdict(row.status, row.confidence), *proof)


def _clauses(trace: Trace) -> Iterator[_Cells]:
    known = {task.id: task for task in trace.plan.walk()} if trace.plan else {}
    for directive in trace.directives:
        for clause in (clause for task in directive.tasks for clause in task.clauses):
            verdict, best = _verdict(clause.status, clause.confidence), _best(clause, known)
            yield (directive.alias, clause.id, clause.text.value, *verdict, *best, "\n".join(clause.missing))


def _best(clause: ClauseTrace, known: Mapping[str, Task]) -> tuple[str, str]:
    """The id and the words of the nearest plan clause; empty where there is none."""
    best = clause.best
    if best is None:
        return "", ""
    return best.plan_clause, with_targets(best.text.value, known.get(best.task), clause.text.value)


def _short(directive: DirectiveTrace) -> Iterator[_Cells]:
    for each in shortfalls(directive):
        yield (directive.alias, each.where, each.demanded, each.task, each.promised, each.what + each.doubt)


def _verdict(status: Status, confidence: float) -> tuple[str, float | str]:
    sure = verdict_confidence(status, confidence)
    return STATUS_NAMES[status], "" if sure is None else sure


def _chains(trace: Trace) -> Iterator[_Cells]:
    for chain in trace.chains:
        for clause in (clause for task in chain.tasks for clause in task.clauses):
            end = end_of(clause, chain.titles)
            yield (chain_title(chain), clause.id, clause.text.value, STATUS_NAMES[clause.status], end)


def _changes(trace: Trace) -> Iterator[_Cells]:
    for way, group in sorted_changes(trace.changes or ()):
        for change in group:
            yield (DIRECTIONS[way], f"{change.directive}#{change.id}", change.words, change_words(change))
