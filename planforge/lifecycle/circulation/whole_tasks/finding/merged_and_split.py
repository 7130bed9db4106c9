"""Tasks that became one, and those that became several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.lifecycle.circulation.whole_tasks.finding.comparison import Comparison
from planforge.lifecycle.circulation.whole_tasks.finding.restructured import Restructured
from planforge.lifecycle.circulation.whole_tasks.finding.rewritten import rewritten
from planforge.lifecycle.fingerprints import plain
from planforge.model import Task


def merged(both: Comparison) -> Iterator[Restructured]:
    """Tasks whose words another one of the plan took in."""
    owners, heirs = _owners(both), dict[int, list[Task]]()
    for node in both.sent.plan.walk():
        into = _heir(both, node, owners)
        if into is not None and not node.tasks:
            heirs.setdefault(id(into), []).append(node)
    for heir in both.sent.plan.walk():
        taken = heirs.get(id(heir), [])
        if not taken or heir.tasks or both.found.edited[id(heir)].tasks:
            continue
        now = both.found.edited[id(heir)]
        yield from rewritten(both, "merged", (heir, *taken), [now], both.edited.paragraphs(now))


def _owners(both: Comparison) -> dict[int, Task]:
    """The node that stands in a line of the plan."""
    return {line: node for node in both.sent.plan.walk() for line in both.lines(node)}


def _heir(both: Comparison, node: Task, owners: dict[int, Task]) -> Task | None:
    """The node of the plan that one without a partner was merged with."""
    if id(node) in both.found.edited or id(node) not in both.found.printed:
        return None
    into = next((into for merged, into in both.found.merged if merged is node), None)
    if into is not None:
        return both.found.plan.get(id(into))
    return _drawn_together(both, node, owners)


def _drawn_together(both: Comparison, node: Task, owners: dict[int, Task]) -> Task | None:
    """The neighbour whose paragraph was made one with that of `node`."""
    lines = both.lines(node)
    near = [owners.get(line + step) for line, step in ((lines[0], -1), (lines[-1], 1))] if lines else []
    borders = (lines[0] - 1, lines[-1]) if lines else ()
    for other, border in zip(near, borders, strict=True):
        if other is not None and border in both.remains.joined and id(other) in both.found.edited:
            return other
    return None


def split(both: Comparison) -> Iterator[Restructured]:
    """Tasks whose words several ones of the file have, side by side."""
    owners, parts = _owners(both), dict[int, list[Task]]()
    for node in both.edited.document.walk():
        source = _source(both, node, owners)
        if source is not None and not node.tasks:
            parts.setdefault(id(source), []).append(node)
    for source in both.sent.plan.walk():
        if id(source) in parts and not source.tasks:
            own = both.found.edited.get(id(source))
            heirs = _side_by_side(both, [*parts[id(source)], *([own] if own else [])])
            new = [words for heir in heirs for words in both.edited.paragraphs(heir)]
            if len(heirs) > 1 and not any(heir.tasks for heir in heirs) and both.is_at_home(source, heirs[0]):
                yield from rewritten(both, "split", (source,), heirs, new)


def _source(both: Comparison, node: Task, owners: dict[int, Task]) -> Task | None:
    """The node of the plan whose words a new one has."""
    if id(node) in both.found.plan or id(node) in both.found.foreign:
        return None
    known = next((source for part, source in both.found.split if part is node), None)
    if known is not None or both.is_fresh(node):
        return known
    own = {plain(words) for words in both.edited.paragraphs(node)}
    lines = {each.line for each in both.remains.written if not each.fresh and plain(each.words) in own}
    sources = {id(each): each for each in map(owners.get, lines) if each is not None}
    return next(iter(sources.values())) if len(sources) == 1 else None


def _side_by_side(both: Comparison, heirs: Sequence[Task]) -> list[Task]:
    """Parts in their order, where they stand side by side; none where they don't."""
    wanted = {id(heir) for heir in heirs}
    there = both.siblings(heirs[0])
    turns = [turn for turn, node in enumerate(there) if id(node) in wanted]
    together = len(turns) == len(wanted) and turns[-1] - turns[0] == len(turns) - 1
    return [there[turn] for turn in turns] if together else []
