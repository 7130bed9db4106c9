"""What people have to know about a sync, besides the changes that it makes."""

from __future__ import annotations

from dataclasses import dataclass, field

from planforge.model import Link, Task


@dataclass(slots=True)
class Findings:
    """In words for people: `conflicts` were changed on both sides, `kept` in the plan alone, `left` can't go back.

    `unlinked` are removed nodes with the superior items that they answered; `inherited` are links of merged
    nodes, for the node of the plan that took them in.
    """

    conflicts: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    unlinked: list[str] = field(default_factory=list)
    inherited: list[tuple[Task, tuple[Link, ...]]] = field(default_factory=list)


def called(node: Task, place: str = "") -> str:
    """A node as people call it: its place, and its heading or the beginning of its text."""
    name = node.heading.value or node.text.value.partition("\n")[0]
    words = f"“{name[:20]}{'…' if len(name) > 20 else ''}”"
    return f"{place}{words}"
