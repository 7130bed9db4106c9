"""Numbers anew for a plan that lost and won tasks, in the style that it had."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from planforge.model import Section, Task
from planforge.text.numbering import Marker, Style, format_marker, lone_marker, style_of_depth

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
    count = _pointed(due, example) if example and example.stem else _plain(due, style, before)
    numbers = dict(zip(map(id, due), count, strict=True))
    standard = style == style_of_depth(depth) and not before
    return tuple(replace(node, marker="" if standard else numbers.get(id(node), "")) for node in nodes)


def _plain(due: Sequence[_Node], style: Style, before: int) -> Iterator[str]:
    return (format_marker(style, number) for number, _ in enumerate(due, before + 1))


def _pointed(due: Iterable[_Node], first: Marker) -> Iterator[str]:
    """Numbers such as 1.1, 1.2, 2.1: they begin again where the first of them changes; what is new goes on."""
    own, count = first, Counter[str]()
    for node in due:
        own = lone_marker(node.marker) or own
        count[own.stem] += 1
        yield own.numbered(count[own.stem])


def _runs_on(sections: Sequence[Section]) -> bool:
    """Whether the second section with numbered tasks begins behind the first one's last."""
    firsts = [section.tasks[0].number for section in sections if section.tasks and section.tasks[0].number]
    return len(firsts) > 1 and firsts[1] != 1
