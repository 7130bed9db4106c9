"""Sections and tasks that have a partner in the file, but elsewhere or in quite other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from planforge.lifecycle.circulation.whole_tasks.finding.comparison import Comparison
from planforge.lifecycle.circulation.whole_tasks.finding.restructured import Restructured
from planforge.lifecycle.circulation.whole_tasks.finding.rewritten import rewritten
from planforge.lifecycle.fingerprints import of_tree
from planforge.model import Task


def elsewhere(both: Comparison) -> Iterator[Restructured]:
    """Nodes that changed places, and those none of whose words are left on their lines."""
    for node in both.sent.plan.walk():
        now = both.found.edited.get(id(node))
        if now is None or id(node) in both.settled:
            continue
        lines = both.all_lines(node)
        away = bool(lines) and not both.remains.left(lines)
        same = of_tree(both.found.printed[id(node)]) == of_tree(now)
        new = () if same or not away else both.edited.paragraphs(now)
        if id(node) in both.found.moved:
            yield from _moved(both, node, now, lines if away else (), new)
        elif away and same:
            yield Restructured(None, tuple(lines), both.edited.paragraphs(now))
        elif away and not node.tasks and not now.tasks:
            yield from rewritten(both, "rewritten", (node,), [now], new)


def _moved(both: Comparison, node: Task, now: Task, lines: Sequence[int], new: Sequence[str]) -> Iterator[Restructured]:
    parent = both.new_homes.get(id(now))
    if parent is not None and id(parent) not in both.found.plan:
        return
    home = both.found.plan[id(parent)] if parent is not None else None
    behind = both.behind(now, home)
    if new and (node.tasks or now.tasks or not both.reads(home, behind, [now], new)):
        return
    told = both.change("moved", (node,), lines, new, home, behind)
    yield replace(told, written=both.edited.paragraphs(now) if lines else ())
