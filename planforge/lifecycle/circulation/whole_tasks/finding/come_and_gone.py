"""Sections and tasks that went, and those that came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planforge.lifecycle.circulation.whole_tasks.finding.comparison import Comparison
from planforge.lifecycle.circulation.whole_tasks.finding.restructured import Restructured
from planforge.model import Task


def removed(both: Comparison) -> Iterator[Restructured]:
    """Nodes that went with all below them, told at the topmost."""
    whole: set[int] = set()
    for node in reversed(list(both.sent.plan.walk())):
        if both.is_missing(node) and both.is_gone(node) and _all_in(node.tasks, whole):
            whole.add(id(node))
    for node in both.sent.plan.walk():
        if id(node) in whole and id(both.homes.get(id(node))) not in whole:
            both.settled |= {id(each) for each in node.walk()}
            yield both.change("removed", (node,), both.all_lines(node), (), both.homes.get(id(node)))


def added(both: Comparison) -> Iterator[Restructured]:
    """Nodes that came with all below them, told at the topmost that stands in a node of the plan."""
    whole: set[int] = set()
    for node in reversed(list(both.edited.document.walk())):
        if both.is_come(node) and both.is_fresh(node) and _all_in(node.tasks, whole):
            whole.add(id(node))
    for node in both.edited.document.walk():
        parent = both.new_homes.get(id(node))
        if id(node) not in whole or (parent is not None and id(parent) not in both.found.plan):
            continue
        home = both.found.plan[id(parent)] if parent is not None else None
        new, behind = both.edited.paragraphs(node), both.behind(node, home)
        if both.reads(home, behind, [node], new):
            yield both.change("added", (), (), new, home, behind)


def _all_in(nodes: Iterable[Task], whole: set[int]) -> bool:
    return all(id(node) in whole for node in nodes)
