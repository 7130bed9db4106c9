"""Numbers anew for a plan that lost and won tasks, in the style that it had."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from planforge.model import Section, Task
from planforge.text.numbering import format_marker, lone_marker, style_of_depth

_Node = TypeVar("_Node", bound=Task)


def renumber(sections: Sequence[Section], last_year: Sequence[Section]) -> tuple[Section, ...]:
    """The sections with markers in each level's own style; the second level runs on across sections where it did."""
    running = _runs_on(last_year)
    numbered: list[Section] = []
    count = 0
    for section in _marked(sections, 1, 0):
        tasks = _marked(section.tasks, 2, count if running else 0)
        count += sum(not task.unnumbered for task in tasks)
        numbered.append(replace(section, tasks=tuple(_deeper(task, 3) for task in tasks)))
    return tuple(numbered)


def _deeper(node: Task, depth: int) -> Task:
    return replace(node, tasks=tuple(_deeper(task, depth + 1) for task in _marked(node.tasks, depth, 0)))


def _marked(nodes: Sequence[_Node], depth: int, before: int) -> tuple[_Node, ...]:
    """The siblings with new markers, counting from `before` + 1; none where the standard's own would say the same."""
    example = next(filter(None, (lone_marker(node.marker) for node in nodes)), None)
    style = example.style if example else style_of_depth(depth)
    due = [node for node in nodes if not node.unnumbered]
    turns = {id(node): before + turn for turn, node in enumerate(due, 1)}
    numbers = {
        name: example.numbered(number) if example else format_marker(style, number) for name, number in turns.items()
    }
    standard = style == style_of_depth(depth) and not before
    return tuple(replace(node, marker="" if standard else numbers.get(id(node), "")) for node in nodes)


def _runs_on(sections: Sequence[Section]) -> bool:
    """Whether the second section with numbered tasks begins behind the first one's last."""
    firsts = [section.tasks[0].number for section in sections if section.tasks and section.tasks[0].number]
    return len(firsts) > 1 and firsts[1] != 1
