"""Coverage as Markdown: a summary and the 对照表, for a merge request or a wiki."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from planforge.model import Chain, StatusChange, Task, Trace
from planforge.reporters.changes import DIRECTIONS, change_words, changes_summary, sorted_changes
from planforge.reporters.coverage._broken import BROKEN, broken_words
from planforge.reporters.coverage._chains import chain_title, ends_of
from planforge.reporters.coverage._rows import COLUMNS, Row, rows
from planforge.reporters.coverage._shortfalls import apart
from planforge.reporters.summary import STATUS_NAMES, share_words, status_words, titled, words_of_statuses

#: What Markdown, or HTML within it, would take for more than words.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#])")


def report(trace: Trace, *, colour: bool = False) -> str:
    """Headings and tables of GitHub's Markdown; words of documents are escaped."""
    lines = [f"# {_plain(trace.plan_title)}：落实上级文件情况", "", f"{share_words(trace)}。", "", *_broken(trace)]
    for directive, found in rows(trace):
        name = directive.alias or directive.title
        lines += [f"## {_plain(name)}：{titled(_plain(directive.title))}", "", status_words(directive), ""]
        short = [f"- {_plain(each.words)}" for each in apart(directive)]
        lines += [*short, ""] if short else []
        lines += [*_table(COLUMNS, map(_cells, found)), ""]
    for chain in trace.chains:
        lines += [*_chain(chain), ""]
    lines += [*_orphans(trace.orphans), *_changes(trace.changes)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _broken(trace: Trace) -> list[str]:
    words = [f"- {_plain(each)}" for each in broken_words(trace)]
    return [f"## {BROKEN}", "", *words, ""] if words else []


def _cells(row: Row) -> Iterator[str]:
    yield from (f"{row.id} {row.name}", row.answers, row.leads, row.deadlines, STATUS_NAMES[row.status], row.proof)


def _chain(chain: Chain) -> Iterator[str]:
    yield f"## 多级落实：{_plain(chain_title(chain))}"
    yield from ("", words_of_statuses([task.status for task in chain.tasks]), "")
    cells = (
        (f"{each.task.id} {each.task.heading}", STATUS_NAMES[each.status], "\n".join(ends_of(each, chain.titles)))
        for each in chain.tasks
    )
    yield from _table(("最上级条目", "结论", "去向"), cells)


def _orphans(orphans: Sequence[Task]) -> Iterator[str]:
    if orphans:
        yield from ("## 本级自有任务", "", "不对应任何上级条目，不是差错。", "")
        yield from (f"- {_plain(f'{task.id} {task.heading.value or task.text.value}')}" for task in orphans)
        yield ""


def _changes(changes: Sequence[StatusChange] | None) -> Iterator[str]:
    if changes is None:
        return
    yield from ("## 与上次相比", "", changes_summary(changes), "")
    for way, group in sorted_changes(changes):
        for change in group:
            item = _plain(f"{change.directive}#{change.id} {change.words}")
            yield f"- {DIRECTIONS[way]}：{item}（{change_words(change)}）"


def _table(heads: Sequence[str], content: Iterable[Iterable[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for cells in content:
        yield f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(words: str) -> str:
    return "<br>".join(_plain(line) for line in words.split("\n")) or "—"


def _plain(words: str) -> str:
    """Words on one line without any meaning to Markdown."""
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))
