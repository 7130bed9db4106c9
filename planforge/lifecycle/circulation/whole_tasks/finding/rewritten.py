"""Sections and tasks that other words were put in place of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.lifecycle.circulation.whole_tasks.finding.comparison import Comparison
from planforge.lifecycle.circulation.whole_tasks.finding.restructured import Restructured
from planforge.lifecycle.fingerprints import plain
from planforge.model import Task
from planforge.model.opinions import TaskChange


def rewritten(
    both: Comparison, change: TaskChange, items: Sequence[Task], heirs: Sequence[Task], new: Sequence[str]
) -> Iterator[Restructured]:
    """A change that puts `heirs`, as `new` words them, in place of `items`; none where lines or reader object."""
    home = both.homes.get(id(items[0]))
    lines = [line for item in items for line in both.lines(item)]
    left = "".join(plain(words) for words in new)
    if not lines or any(plain(each.words) not in left for each in both.remains.left(lines)):
        return
    if not both.reads(home, items[0], heirs, new):
        return
    both.settled |= {id(each) for each in (*items, *heirs)}
    both.told |= set(map(plain, new))
    yield both.change(change, items, lines, new, home)


def replaced(both: Comparison) -> Iterator[Restructured]:
    """Nodes over which another one was written, so that the lines are the same and the tasks are not."""
    come = [node for node in both.edited.document.walk() if both.is_come(node) and not node.tasks]
    said = {frozenset(map(plain, both.edited.paragraphs(node))): node for node in come}
    for node in both.sent.plan.walk():
        if not both.is_missing(node) or node.tasks:
            continue
        left = frozenset(plain(each.words) for each in both.remains.left(both.lines(node)))
        now = said.get(left)
        if now is not None and both.is_at_home(node, now):
            yield from rewritten(both, "rewritten", (node,), [now], both.edited.paragraphs(now))
