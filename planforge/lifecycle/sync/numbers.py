"""Numbers that an author wrote out, counted on after sections and tasks came, went or moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from planforge.lifecycle.loading import load_bytes
from planforge.lifecycle.sync.branches import Branch, shaped
from planforge.model import Document, Task
from planforge.text.numbering import Marker, Style, lone_marker
from planforge.text.outline import bare
from planforge.yaml_io.editing import Editable, Item, set_values


def renumbered(plan: Editable, after: bytes, items: tuple[Item, ...]) -> bytes:
    """The bytes `after` of a plan whose sections became these items, with its written-out numbers in order.

    Numbers that were out of order before, or are of no style that counts, are the author's own affair and stay.
    Raises InputError for a way of writing that can't be edited.
    """
    written = _written(plan.document)
    now = load_bytes(after, plan.file).document
    if not written or not in_order(written.values()) or in_order(now.walk()):
        return after
    branches = shaped(items, plan.document.sections)
    wanted = dict(_counted(plan.document.sections, branches, {}))
    changed: dict[str, dict[str, str]] = {}
    order = [branch for top in branches for branch in top.walk()]
    for branch, node in zip(order, now.walk(), strict=True):
        marker = wanted.get(id(branch), "")
        if id(branch.plan) in written and marker and marker != node.marker:
            changed[node.id] = {"marker": marker}
    return set_values(after, plan.file, changed) if changed else after


def written_otherwise(printed: Document, edited: Document) -> list[str]:
    """The numbers of the edited file that are of another style than the same nodes have in the plan's print.

    None where the trees differ: nobody can tell then which are the same.
    """
    pairs = list(zip_longest(printed.walk(), edited.walk()))
    if not all(one and other and len(one.tasks) == len(other.tasks) for one, other in pairs):
        return []
    markers = ((_marker(one), _marker(other)) for one, other in pairs)
    return [other.text for one, other in markers if one and other and one.style != other.style]


def in_order(nodes: Iterable[Task]) -> bool:
    """Whether every number is the one that its place asks for."""
    return all(marker.number == node.number for node in nodes if (marker := _marker(node)))


def _written(document: Document) -> dict[int, Task]:
    """The nodes whose numbers the author wrote out, by identity."""
    pairs = zip(document.walk(), bare(document).walk(), strict=True)
    return {id(node): node for node, short in pairs if short.marker and _marker(node)}


def _marker(node: Task) -> Marker | None:
    return lone_marker(node.marker)


def _counted(
    before: Sequence[Task], branches: Sequence[Branch], last: dict[tuple[int, Style], int], depth: int = 1
) -> Iterator[tuple[int, str]]:
    """The marker of each branch; `before` stood in its place. Runs begin at 1, or where the section before ends."""
    count: dict[Style, int] = {}
    usual = next(filter(None, map(_marker, before)), None)
    for branch in branches:
        own = _marker(branch.plan) if branch.plan else usual
        if own:
            example = next((marker for node in before if (marker := _marker(node)) and marker.style == own.style), own)
            start = last.get((depth, own.style), 0) if _goes_on(before, own.style) else 0
            count[own.style] = count.get(own.style, start) + 1
            last[depth, own.style] = count[own.style]
            yield id(branch), example.numbered(count[own.style])
        yield from _counted(branch.plan.tasks if branch.plan else (), branch.below, last, depth + 1)


def _goes_on(before: Sequence[Task], style: Style) -> bool:
    """Whether numbers of a style went on from the section before: the first of them was not 1."""
    first = next((node for node in before if (marker := _marker(node)) and marker.style == style), None)
    return first is not None and (first.number or 1) > 1
