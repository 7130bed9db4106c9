"""Markers, numbers and ids of a tree of nodes.

An id is the path of numbers: `3.1`, and `4.5` where numbers run on across sections; a 专栏 is `3.专栏1`. A node
without a number goes by its position among its siblings: `1.2.3` where none of them has a number, else `p3`, so that
it takes no other's id. Ids that authors gave stay, and the nodes below go by them. Should two nodes still come to one
id (（一） and 1. side by side), the later one is `3.1~2`; `#` and `/` would mean something else in a link.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from planforge.model import Section, Task
from planforge.text.numbering import Style, format_marker, lone_marker, repair, style_of_depth

_Node = TypeVar("_Node", bound=Task)
#: Styles that count beside the items.
_BESIDE: frozenset[Style] = frozenset({"专栏1", "附件1", "1.1"})
#: Styles of items whose run may go on through a document, whatever level they stand at.
_RUNNING_ON: frozenset[Style] = frozenset({"（一）", "1.", "1、"})


@dataclass(frozen=True, slots=True)
class Identity:
    """What the place of a node gives it: a marker where it has none, the number that it should have, its id."""

    id: str
    marker: str
    number: int | None
    unnumbered: bool


@dataclass(slots=True)
class Count:
    """What is remembered through a document: of each level and style the last number, as it should be and as it is
    printed, and of each style on whatever level; and the ids given."""

    last: dict[tuple[int, Style], tuple[int, int]] = field(default_factory=dict)
    latest: dict[Style, tuple[int, int]] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, sections: Sequence[Section]) -> Count:
        """A count for these sections and all below, which knows the ids that authors gave."""
        return cls(ids={node.id for section in sections for node in section.walk() if node.own_id})


def give(nodes: Sequence[Task], above: str, depth: int, count: Count) -> Iterator[Identity]:
    """The identities of siblings in turn; `above` stands before every id, `depth` is 1 for sections.

    The nodes below one are to be asked for before its next sibling, in reading order.
    """
    styles = _styles(nodes, depth)
    numbers = _numbers(nodes, _counted(nodes, styles), depth, count)
    numbered = any(number is not None for number in numbers)
    for position, (node, style, number) in enumerate(zip(nodes, styles, numbers, strict=True), 1):
        name = node.id if node.own_id else _unique(above + _segment(style, number, position, numbered), count)
        marker = node.marker or (format_marker(style, number) if number is not None else "")
        bare = node.unnumbered and not marker  # a dash is a marker, though it has no number
        yield Identity(name, marker, number, bare)


def take(nodes: Sequence[_Node], depth: int = 1) -> tuple[_Node, ...]:
    """The nodes without the markers, numbers and ids that `give` gives again.

    Where one marker of a level differs from what would be given, it and its siblings keep theirs.
    """
    style = style_of_depth(depth)
    due = [node for node in nodes if not node.unnumbered]
    same = all(node.marker == format_marker(style, turn) for turn, node in enumerate(due, 1))
    return tuple(
        replace(
            node,
            marker="" if same and not node.unnumbered else node.marker,
            number=None,
            id=node.id if node.own_id else "",
            tasks=take(node.tasks, depth + 1),
        )
        for node in nodes
    )


def _segment(style: Style, number: int | None, position: int, numbered: bool) -> str:
    """The last part of an id; `numbered`: some sibling has a number."""
    if number is None:
        return f"p{position}" if numbered else str(position)
    return f"专栏{number}" if style == "专栏1" else str(number)


def _unique(name: str, count: Count) -> str:
    """The first of name, name~2, name~3 … that no node has yet."""
    candidate, turn = name, 1
    while candidate in count.ids:
        turn += 1
        candidate = f"{name}~{turn}"
    count.ids.add(candidate)
    return candidate


def _styles(nodes: Sequence[Task], depth: int) -> list[Style]:
    """Each sibling's style: its marker's; where that is missing the first sibling's that has one, or the level's.

    Pointed numbers of several sections side by side (1.1, 1.2, 2.1 below headings without numbers) are no run.
    """
    markers = [lone_marker(node.marker) for node in nodes]
    is_run = len({marker.stem for marker in markers if marker and marker.stem}) == 1
    printed = [marker.style if marker and (is_run or not marker.stem) else None for marker in markers]
    usual: Style = next((style for style in printed if style), style_of_depth(depth))
    return [
        style or ("" if node.marker or node.unnumbered else usual) for node, style in zip(nodes, printed, strict=True)
    ]


def _counted(nodes: Sequence[Task], styles: Sequence[Style]) -> Sequence[Style]:
    """The styles that count: all are one where their numbers run on (（一） 2. （三）), else each counts for itself."""
    usual: Style = next((style for style in styles if style), "")
    if set(styles) - {"", usual} == set() or not _BESIDE.isdisjoint(styles):
        return styles
    markers = [lone_marker(node.marker) for node, style in zip(nodes, styles, strict=True) if style]
    # one that isn't printed is given the number of its place
    first = {marker.number - place for place, marker in enumerate(markers) if marker}
    if len(first) != 1 or min(first) < 1:
        return styles
    return [usual if style else style for style in styles]


def _numbers(nodes: Sequence[Task], styles: Sequence[Style], depth: int, count: Count) -> list[int | None]:
    """What each sibling's number should be; None for those without a style. Each style counts for itself."""
    result: list[int | None] = [None] * len(nodes)
    for style in dict.fromkeys(styles):
        if not style:
            continue
        places = [index for index, other in enumerate(styles) if other == style]
        printed = [marker.number if (marker := lone_marker(nodes[index].marker)) else None for index in places]
        run = repair(printed, *_before(printed[0], depth, style, count))
        count.last[depth, style] = count.latest[style] = run[-1], printed[-1] or run[-1]
        for index, number in zip(places, run, strict=True):
            result[index] = number
    return result


def _before(first: int | None, depth: int, style: Style, count: Count) -> tuple[int, int] | tuple[()]:
    """The number that a run of siblings may go on from: that of its level, or of the level where the style counted
    last, which the run takes up again (1. to 9. below sections, 10. below the （一） of the next)."""
    latest = count.latest.get(style)
    if style in _RUNNING_ON and latest is not None and first == latest[1] + 1:
        return latest
    return count.last.get((depth, style), ())
