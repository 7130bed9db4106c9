"""What became better and worse since an earlier report."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from rapidfuzz import fuzz, process

from planforge.files import read_bytes
from planforge.model import STATUSES, DirectiveTrace, InputError, Status, StatusChange, Trace

#: How alike the demands of two versions of a task are at least, in per cent; different tasks of a document hardly
#: reach 35.
SAME = 50
#: Tasks are looked up by their stretches of so many characters, by so many that few others have.
PIECE, RAREST = 3, 12


@dataclass(frozen=True, slots=True)
class _Item:
    """A superior task or clause as a report has it; `task` is the task that it belongs to, empty for a task."""

    words: str
    status: Status
    task: str = ""


_Items = Mapping[str, _Item]


@dataclass(frozen=True, slots=True)
class _Report:
    """What an earlier report says of a superior document."""

    alias: str
    title: str
    items: _Items


def changes_since(held: Trace, path: str) -> tuple[StatusChange, ...]:
    """What differs from the report at `path`, an earlier output of `coverage --format json`; documents go by title, one
    that has another title now by its 简称, and items that were counted otherwise in an earlier version of a document by
    their headings. What was held against a document that is no longer there is gone.

    Raises InputError when that is none.
    """
    earlier = _read(path)
    pairs = [(directive, _earlier(directive, held, earlier)) for directive in held.directives]
    changes = [change for directive, before in pairs for change in _changed(directive, before.items if before else {})]
    for report in earlier:
        if all(report is not before for _, before in pairs):
            changes += _changes(report.alias or report.title, report.items, {})
    return tuple(changes)


def _earlier(directive: DirectiveTrace, held: Trace, earlier: Sequence[_Report]) -> _Report | None:
    """The earlier report on a document."""
    titles = {each.title for each in held.directives}
    same = (report for report in earlier if report.title == directive.title)
    renamed = (r for r in earlier if r.alias and r.alias == directive.alias and r.title not in titles)
    return next(chain(same, renamed), None)


def _changed(directive: DirectiveTrace, earlier: _Items) -> Iterator[StatusChange]:
    now = _items(directive)
    return _changes(directive.alias or directive.title, _counted_as(earlier, now), now)


def _counted_as(earlier: _Items, now: _Items) -> _Items:
    """The earlier items under the numbers that they have now: a document that is issued anew may count otherwise.

    What is gone, and stood where another item has come, is marked as 原.
    """
    moves, taken = _moves(earlier, now), _tasks(now)
    counted = {}
    for name, item in earlier.items():
        task = item.task or name
        here = moves.get(task, f"{task}（原）" if task in taken else task)
        counted[here + name[len(task) :]] = replace(item, task=item.task and here)
    return counted


def _moves(earlier: _Items, now: _Items) -> dict[str, str]:
    """The number that each earlier task has now: by its heading, by its place, or else by its words."""
    places = _tasks_by_heading(now)
    moves = {old: places[words] for words, old in _tasks_by_heading(earlier).items() if words in places}
    before, after = _tasks(earlier), _tasks(now)
    open_now = {name: after[name] for name in after.keys() - moves.values()}
    for old in before.keys() - moves.keys():
        if old in open_now and fuzz.ratio(before[old], open_now[old]) >= SAME:
            moves[old] = old
            del open_now[old]
    alike = _Alike(open_now)
    for old in sorted(before.keys() - moves.keys()):
        if best := alike.take(before[old]):
            moves[old] = best
    return moves


class _Alike:
    """Tasks by their words, each of which can be taken once; looked up by the rarest of these, as a document that is
    issued anew may count hundreds of tasks otherwise."""

    def __init__(self, tasks: Mapping[str, str]) -> None:
        self._tasks = dict(tasks)
        self._having: dict[str, list[str]] = defaultdict(list)
        for name in sorted(tasks):
            for piece in _pieces(tasks[name]):
                self._having[piece].append(name)

    def take(self, words: str) -> str:
        """The task whose words are the most like these, none where all are of something else."""
        having = sorted((self._having[piece] for piece in _pieces(words) & self._having.keys()), key=len)[:RAREST]
        near = {name: self._tasks[name] for name in chain.from_iterable(having) if name in self._tasks}
        found = process.extractOne(words, near, scorer=fuzz.ratio, score_cutoff=SAME)
        if found is None:
            return ""
        del self._tasks[found[2]]
        return found[2]


def _pieces(words: str) -> frozenset[str]:
    """The stretches of `PIECE` characters, at the end of fewer."""
    return frozenset(words[place : place + PIECE] for place in range(len(words)))


def _tasks(items: _Items) -> dict[str, str]:
    """The tasks with what they demand: the words of their measures, or their own where they have none."""
    demands: dict[str, str] = {name: "" for name, item in items.items() if not item.task}
    for item in items.values():
        if item.task:
            demands[item.task] += item.words
    return {name: words or items[name].words for name, words in demands.items()}


def _tasks_by_heading(items: _Items) -> dict[str, str]:
    """The task that has a heading, where one alone has it."""
    headings = Counter(item.words for item in items.values() if not item.task)
    return {item.words: name for name, item in items.items() if not item.task and headings[item.words] == 1}


def changes_between(before: Trace, after: Trace) -> tuple[StatusChange, ...]:
    """What differs between two traces against the same superior documents."""
    return tuple(
        change
        for old, new in zip(before.directives, after.directives, strict=True)
        for change in _changes(new.alias or new.title, _items(old), _items(new))
    )


def _changes(directive: str, before: _Items, after: _Items) -> Iterator[StatusChange]:
    """Tasks that differ, and clauses that differ while their task does not."""
    for name in dict.fromkeys([*after, *before]):
        item = after.get(name) or before.get(name)
        if item is None or _status(before, name) == _status(after, name):
            continue
        if not item.task or _status(before, item.task) == _status(after, item.task):
            yield StatusChange(directive, name, item.words, _status(before, name), _status(after, name))


def _status(items: _Items, name: str) -> Status | None:
    return items[name].status if name in items else None


def _items(directive: DirectiveTrace) -> _Items:
    items: dict[str, _Item] = {}
    for trace in directive.tasks:
        task = trace.task
        items[task.id] = _Item(task.heading.value or task.text.value, trace.status)
        items |= {clause.id: _Item(clause.text.value, clause.status, task.id) for clause in trace.clauses}
    return items


def _read(path: str) -> list[_Report]:
    try:
        content = json.loads(read_bytes(path).decode("utf-8-sig"))
        return [_Report(str(d.get("alias", "")), str(d["title"]), dict(_entries(d))) for d in content["directives"]]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        what = "这不是 planforge coverage --format json 的输出，没有办法比较。"
        raise InputError(f"{path}：{what}") from None


def _entries(directive: Mapping[str, Any]) -> Iterator[tuple[str, _Item]]:
    for task in directive["tasks"]:
        name = str(task["id"])
        yield name, _Item(str(task["heading"]), _known(task["status"]))
        for clause in task["clauses"]:
            yield str(clause["id"]), _Item(str(clause["text"]), _known(clause["status"]), name)


def _known(word: object) -> Status:
    return STATUSES[STATUSES.index(word)]
