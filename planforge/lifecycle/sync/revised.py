"""A plan's file after a revision, read again to see that no node lost what no Word file shows."""

from __future__ import annotations

from collections.abc import Iterable

from planforge.lifecycle.loading import load_bytes
from planforge.lifecycle.sync.branches import shaped
from planforge.model import Link, Task
from planforge.yaml_io.editing import Editable, Revision, add_links, rewrite, unsafe

#: Links of nodes that were merged, for the node of the plan that took them in.
Inherited = Iterable[tuple[Task, tuple[Link, ...]]]


def revised(plan: Editable, revision: Revision, inherited: Inherited = ()) -> bytes:
    """The bytes of the file after a revision, with inherited links in 落实 of their heirs.

    Raises InputError for a way of writing that can't be edited, and where a node would lose its id or its results.
    """
    after = rewrite(plan, revision)
    shape = shaped(revision.lists.get("sections"), plan.document.sections)
    wanted = [branch.plan for top in shape for branch in top.walk()]
    nodes = list(load_bytes(after, plan.file).document.walk())
    if len(nodes) != len(wanted):
        raise unsafe(plan.file)
    links: dict[str, list[Link]] = {}
    for node, old in zip(nodes, wanted, strict=True):
        if old is not None and _private(node) != _private(old):
            raise unsafe(plan.file)
        for heir, its in inherited:
            if heir is old:
                own = {(link.directive, link.item) for link in (*heir.implements, *links.get(node.id, ()))}
                links.setdefault(node.id, []).extend(link for link in its if (link.directive, link.item) not in own)
    return add_links(after, plan.file, links) if links else after


def _private(node: Task) -> tuple[object, ...]:
    """What no Word file shows of a node. Links may come from a node that was merged."""
    return node.id if node.own_id else "", node.status, node.progress, node.evidence, node.note
