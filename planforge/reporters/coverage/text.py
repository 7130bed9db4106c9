"""Coverage as a table for a terminal: the holes first, with the words that nothing answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.coverage.verdicts import doubt
from planforge.model import Chain, DirectiveTrace, Status, StatusChange, Task, TaskChain, TaskTrace, Trace
from planforge.reporters.answers import gap_label
from planforge.reporters.changes import change_lines, changes_summary
from planforge.reporters.coverage._broken import BROKEN, broken_words
from planforge.reporters.coverage._chains import chain_title, ends_of
from planforge.reporters.coverage._shortfalls import shortfalls
from planforge.reporters.paint import Colour, paint
from planforge.reporters.summary import STATUS_NAMES, status_words, telling_counterparts, titled, words_of_statuses
from planforge.reporters.width import crop, pad

_COLOURS: dict[Status, Colour] = {
    "covered": "green",
    "partial": "yellow",
    "uncovered": "red",
    "review": "cyan",
    "waived": "faint",
}
_HOLES: tuple[Status, ...] = ("uncovered", "partial")
_ID, _HEADING, _STATUS, _PLAN = 12, 40, 12, 44


def report(trace: Trace, *, colour: bool = False) -> str:
    """Links that lead nowhere; for each directive a summary, its holes, and a row for each of its tasks.

    Then chains, the plan's own tasks, and what changed since the baseline. ANSI colours only when asked.
    """
    lines = [f"{trace.plan_title or '（没有标题）'}：落实上级文件情况", "", *_broken_lines(trace)]
    for directive in trace.directives:
        lines += [*_directive_lines(directive, colour), ""]
    for chain in trace.chains:
        lines += [*_chain_lines(chain, colour), ""]
    lines += [*_orphan_lines(trace.orphans), *_change_lines(trace.changes)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _broken_lines(trace: Trace) -> list[str]:
    words = [f"  {each}" for each in broken_words(trace)]
    return [BROKEN, *words, ""] if words else []


def _directive_lines(directive: DirectiveTrace, colour: bool) -> Iterator[str]:
    number = f"（{directive.doc_number}）" if directive.doc_number else ""
    yield f"{directive.alias + '：' if directive.alias else ''}{titled(directive.title)}{number}"
    yield status_words(directive)
    holes = [task for status in _HOLES for task in directive.tasks if task.status == status]
    if holes:
        yield from ("", "漏项")
    for task in holes:
        yield from _hole(task, colour)
    yield from _gaps(directive)
    yield from _doubts(directive)
    yield from _shortfall_lines(directive)
    yield from ("", _row("编号", "上级任务", "状态", "本级任务"))
    for task in directive.tasks:
        yield _task_row(task, colour)


def _hole(trace: TaskTrace, colour: bool) -> Iterator[str]:
    yield f"  {trace.task.id}  {_name(trace)}  {_paint(STATUS_NAMES[trace.status], trace.status, colour)}"
    yield from _open(trace)
    if trace.reason:
        yield f"      {trace.reason}"


def _gaps(directive: DirectiveTrace) -> Iterator[str]:
    """What covered tasks leave open."""
    gaps = [(task, lines) for task in directive.tasks if task.status == "covered" and (lines := [*_open(task)])]
    if gaps:
        yield from ("", "已落实的任务里没有对应的措施")
    for task, lines in gaps:
        yield f"  {task.task.id}  {_name(task)}"
        yield from lines


def _doubts(directive: DirectiveTrace) -> Iterator[str]:
    """What a person must look at for another reason than that the words tell too little."""
    doubts = [task for task in directive.tasks if task.status == "review" and doubt(task)]
    if doubts:
        yield from ("", "须人工核对")
    for task in doubts:
        yield f"  {task.task.id}  {_name(task)}"
        yield f"      {doubt(task)}"


def _shortfall_lines(directive: DirectiveTrace) -> Iterator[str]:
    found = shortfalls(directive)
    if found:
        yield from ("", "目标、时限不如上级的")
    yield from (f"  {each.words}" for each in found)


def _open(trace: TaskTrace) -> Iterator[str]:
    """The words of a superior task that nothing answers, a line for each measure."""
    for clause in trace.clauses:
        if clause.gaps:
            words = "、".join(f"“{gap}”" for gap in clause.gaps)
            yield f"      {gap_label(clause)}：{crop(words, 100)}"


def _task_row(trace: TaskTrace, colour: bool) -> str:
    plan = "、".join(f"{c.task} {c.heading}" for c in telling_counterparts(trace)) or trace.reason or "—"
    plan = f"（最接近 {plan}）" if trace.status == "uncovered" and trace.counterparts else plan
    status = _paint(pad(STATUS_NAMES[trace.status], _STATUS), trace.status, colour)
    return f"{pad(trace.task.id, _ID)}{pad(_name(trace), _HEADING)}  {status}{crop(plan, _PLAN)}"


def _row(number: str, heading: str, status: str, plan: str) -> str:
    return f"{pad(number, _ID)}{pad(heading, _HEADING)}  {pad(status, _STATUS)}{plan}"


def _chain_lines(chain: Chain, colour: bool) -> Iterator[str]:
    yield f"多级落实：{chain_title(chain)}"
    yield words_of_statuses([task.status for task in chain.tasks])
    for each in chain.tasks:
        status = _paint(pad(STATUS_NAMES[each.status], _STATUS), each.status, colour)
        ends = "、".join(ends_of(each, chain.titles))
        yield f"{pad(each.task.id, _ID)}{pad(_name(each), _HEADING)}  {status}{ends}"


def _orphan_lines(orphans: Sequence[Task]) -> Iterator[str]:
    if orphans:
        yield f"本级自有任务（不对应任何上级条目，共 {len(orphans)} 项）"
    for task in orphans:
        yield f"{pad(task.id, _ID)}{crop(task.heading.value or task.text.value, _HEADING + _STATUS + _PLAN)}"
    if orphans:
        yield ""


def _change_lines(changes: Sequence[StatusChange] | None) -> Iterator[str]:
    if changes is not None:
        yield changes_summary(changes)
        yield from change_lines(changes)


def _name(trace: TaskTrace | TaskChain) -> str:
    return crop(trace.task.heading.value or trace.task.text.value, _HEADING)


def _paint(text: str, status: Status, colour: bool) -> str:
    return paint(text, _COLOURS[status]) if colour else text
