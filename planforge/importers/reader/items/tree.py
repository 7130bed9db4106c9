"""Paragraphs into a tree by their markers: an open style closes what lies below it, a new one opens a level."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from planforge.importers.reader.items import told
from planforge.model import Deadline, Paragraph, Table, Text, Units
from planforge.text.numbering import Marker, Style, format_marker, leading_marker
from planforge.text.units import take_closing

#: Styles that count parts of a sentence, not tasks.
_WITHIN_TEXT: frozenset[Style] = frozenset({"一是", "附件1"})
#: Styles that may count items as well as parts of a sentence.
_COUNTING_PARTS: frozenset[Style] = frozenset({"①", "（1）", "1）"})
_WIDE_BRACKETS = str.maketrans("()", "（）")
#: Paragraphs: an item is no longer than this.
_FAR = 60
#: Ways to print one level; the first stands for all.
_SAME: dict[Style, Style] = {"1、": "1.", "1）": "（1）"}
BOX = "专栏1"
#: Outer styles before inner ones, for a style that no open one precedes.
_ORDER: tuple[str, ...] = (
    "第一部分",
    "第一章",
    "第一节",
    "一、",
    "第一条",
    "（一）",
    "1.",
    "1.1",
    "1.1.1",
    "1.1.1.1",
    "（1）",
    "①",
)


_NOTHING, _NOBODY = Text(), Units()


@dataclass(slots=True, eq=False)
class Node:
    """A node while it is built: `first` stands behind the marker on its line, `more` are the paragraphs after it."""

    marker: str = ""
    style: str = ""
    printed: int | None = None
    place: Text = _NOTHING
    first: Text = _NOTHING
    declared: bool = False
    more: list[Text] = field(default_factory=list)
    after: list[Text] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    heading: Text = _NOTHING
    units: Units = _NOBODY
    deadlines: tuple[Deadline, ...] = ()
    targets: tuple[Text, ...] = ()  # their words, where the file itself tells them
    around: list[Node] = field(default_factory=list)  # of a box: the nodes that were open where it stands
    told: str | None = None  # the words of its heading, where the file itself tells them
    settled: bool = False  # the file itself tells what stands in the node

    def walk(self) -> list[Node]:
        """This node and all below, in reading order."""
        return [self, *(below for node in self.nodes for below in node.walk())]


def grow(paragraphs: Sequence[Paragraph]) -> Node:
    """The root: `more` are the paragraphs before the first marker, `nodes` the sections."""
    root = Node()
    open_nodes: list[Node] = [root]
    counted: dict[str, int | None] = {}
    boxed = False
    for index, whole in enumerate(paragraphs):
        paragraph, targets = told.without_targets(whole)
        if boxed and not paragraph.boxed:
            _leave_frame(open_nodes)
        boxed = paragraph.boxed
        marker = _marker(paragraph, open_nodes, counted)
        if marker is None:
            _take(open_nodes, paragraph)
        else:
            node = _node(paragraph, marker)
            other = _is_next_in_other_style(node, open_nodes, counted)
            _hang(open_nodes, node, paragraph, other and _comes_back(open_nodes[-1], paragraphs[index:]))
            counted[node.style] = node.printed
        open_nodes[-1].targets += targets
    root.more += root.targets  # nobody's, as where all items above were struck out
    return root


def _take(open_nodes: list[Node], paragraph: Paragraph) -> None:
    """What has no number: a table, a heading by the file's word or by its style, or text."""
    if paragraph.table is not None:
        open_nodes[-1].tables.append(paragraph.table)
    elif paragraph.heading is not None:
        _open_at(open_nodes, paragraph.depth, _unnumbered(paragraph))
    elif paragraph.level:
        _open(open_nodes, _headed(paragraph))
    elif paragraph.depth:
        _add_at(open_nodes, paragraph)
    elif _typed_below(open_nodes[-1], paragraph.text):
        _open_at(open_nodes, len(open_nodes) - 1, Node(place=paragraph.text.slice(0, 1), first=paragraph.text))
    else:
        _leave_table(open_nodes, paragraph)
        _add_text(open_nodes[-1], paragraph)


def _hang(open_nodes: list[Node], node: Node, paragraph: Paragraph, strays: bool) -> None:
    """Open a numbered node where the file tells, or its number; `strays`: it has the style of another level."""
    if paragraph.told and _belongs_at(open_nodes, paragraph.depth, node.style):
        _open_at(open_nodes, paragraph.depth, node)
    elif strays and not paragraph.told:
        _open_at(open_nodes, len(open_nodes) - 1, node)
    else:
        _open(open_nodes, node)


def _marker(paragraph: Paragraph, open_nodes: Sequence[Node], counted: Mapping[str, int | None]) -> Marker | None:
    marker = told.number(paragraph, paragraph.text.value) if paragraph.table is None else None
    if marker is None or (marker.style in _WITHIN_TEXT and not (paragraph.heading or paragraph.number)):
        return None
    if paragraph.told:
        return marker if paragraph.heading or paragraph.number or _counts_on(marker, open_nodes) else None
    goes_on = marker.number == (counted.get(_style(marker)) or 0) + 1
    return marker if _plausible(marker, open_nodes, paragraph.text.value, goes_on) else None


def _counts_on(marker: Marker, open_nodes: Sequence[Node]) -> bool:
    """Whether a number is the next one of its style: somebody added an item where a text went on."""
    last = _last_of_style(_style(marker), open_nodes)
    return last is not None and marker.number == (last.printed or 0) + 1


def _plausible(marker: Marker, open_nodes: Sequence[Node], line: str, goes_on: bool) -> bool:
    """A marker far out of its run is a number at the head of a line, not an item; so is one with nothing behind.

    `goes_on`: it is the next one of its style in the document.
    """
    if len(line) <= marker.length or _goes_on_within(marker, line):
        return False
    last = _last_of_style(_style(marker), open_nodes)
    if last is None or last.printed is None:
        return marker.number <= 60 or goes_on
    return abs(marker.number - last.printed) <= 15


def _goes_on_within(marker: Marker, line: str) -> bool:
    """Whether the next number stands in the same sentence: ①…；②…；③… are parts of it."""
    later = format_marker(marker.style, marker.number + 1)
    return marker.style in _COUNTING_PARTS and later in line.partition("。")[0].translate(_WIDE_BRACKETS)


def _last_of_style(style: str, open_nodes: Sequence[Node]) -> Node | None:
    return next((n for node in reversed(open_nodes) for n in reversed(node.nodes) if n.style == style), None)


def _style(marker: Marker) -> str:
    """The level that a marker shows: 1.1 and 1.1.1 are two."""
    points = len(re.findall(r"[.．]\d", marker.text)) if marker.style == "1.1" else 1
    return f"1.1{'.1' * (points - 1)}" if points > 1 else _SAME.get(marker.style, marker.style)


def _node(paragraph: Paragraph, marker: Marker) -> Node:
    start = paragraph.text.value.find(marker.text)
    place = paragraph.text.slice(max(start, 0), max(start, 0) + len(marker.text))
    style = _style(marker)
    first = paragraph.text.slice(marker.length)
    declared = bool(paragraph.level or paragraph.bold)
    return Node(marker.text, style, marker.number, place, first, declared, told=told.heading(paragraph))


def _headed(paragraph: Paragraph) -> Node:
    """A heading without a marker that the file itself declares."""
    return Node("", f"h{paragraph.level}", None, paragraph.text.slice(0, 1), paragraph.text, declared=True)


def _unnumbered(paragraph: Paragraph) -> Node:
    """An item without a number, which the file itself tells to be one; a sign in the place of that is its marker."""
    words = paragraph.text
    size = told.sign(paragraph, words.value)
    marker = words.value[:size].strip()
    return Node(marker, place=words.slice(0, 1), first=words.slice(size), told=told.heading(paragraph))


def _typed_below(node: Node, words: Text) -> bool:
    """Whether words that the file tells nothing of are an item: they have a unit list, as the item told above has."""
    if node.told is None or node.nodes:
        return False
    rest, closing = take_closing(words)
    above = take_closing(node.more[-1] if node.more else node.first)[1]
    return bool(rest.value.strip() and closing.units and above.units)


def _open_at(open_nodes: list[Node], depth: int, node: Node) -> None:
    """Hang the node at a depth that the file tells (1: a section), or as deep as the open ones go."""
    del open_nodes[depth:]
    open_nodes[-1].nodes.append(node)
    open_nodes.append(node)


def _is_next_in_other_style(node: Node, open_nodes: Sequence[Node], counted: Mapping[str, int | None]) -> bool:
    """Whether an item has the next number, in a style that was not counting, of the one above it: （一） 2. （三）."""
    above = open_nodes[-1]
    goes_on = (counted.get(node.style) or 0) + 1 == node.printed
    other = {node.style, above.style} <= set(_ORDER) and all(node.style != each.style for each in open_nodes)
    return other and not goes_on and not above.nodes and above.printed is not None and node.printed == above.printed + 1


def _comes_back(above: Node, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the run of the item above goes on behind the next one: （一） 2. （三）."""
    markers = (leading_marker(p.text.value) for p in paragraphs[1:_FAR] if p.table is None)
    later = next((each for each in markers if each and _style(each) == above.style), None)
    return later is not None and later.number == (above.printed or 0) + 2


def _belongs_at(open_nodes: Sequence[Node], depth: int, style: str) -> bool:
    """Whether a number goes with the depth that the file tells: with another number, somebody moved the item."""
    styles = {node.style for node in open_nodes[min(depth, len(open_nodes)) - 1].nodes} - {""}
    return style in styles if styles else all(node.style != style for node in open_nodes)


def _open(open_nodes: list[Node], node: Node) -> None:
    """Hang the node below the innermost open one that it belongs to, and leave it open; a box below its section."""
    _close_box(open_nodes, node)
    if node.style == BOX:
        node.around = list(open_nodes)
        del open_nodes[2:]
    styles = [other.style for other in open_nodes]
    if node.style in styles:
        del open_nodes[styles.index(node.style) :]
    else:
        while len(open_nodes) > 1 and _outer(node.style, open_nodes[-1].style):
            open_nodes.pop()
    open_nodes[-1].nodes.append(node)
    open_nodes.append(node)


def _close_box(open_nodes: list[Node], node: Node) -> None:
    """Open again what stood around a box, where the node goes on with that and not with the box."""
    box = next((other for other in open_nodes if other.style == BOX), None)
    if box is not None and (node.style == BOX or not _within_box(box, node)):
        open_nodes[:] = box.around


def _leave_frame(open_nodes: list[Node]) -> None:
    """A box that the file frames ends with its frame, unless that holds its title alone."""
    box = next((other for other in open_nodes if other.style == BOX), None)
    if box is not None and (box.nodes or box.more):
        open_nodes[:] = box.around


def _leave_table(open_nodes: list[Node], paragraph: Paragraph) -> None:
    """A box that is a table ends with it: text below goes on with what stood around it, but for a note."""
    box = open_nodes[-1]
    if box.style == BOX and box.tables and not re.match("注|说明|备注", paragraph.text.value):
        open_nodes[:] = box.around


def _within_box(box: Node, node: Node) -> bool:
    """Whether the node is the next item of a box, or the first of a kind that the box has not."""
    before = _last_of(box, node.style)
    if before is None:
        return node.printed == 1 and not any(_outer(node.style, other.style) for other in box.nodes)
    if node.printed == (before.printed or 0) + 1:
        return before.declared or not node.declared
    return not any(other.style == node.style for other in box.around)


def _last_of(node: Node, style: str) -> Node | None:
    """The last node of a style below the node, on the way to its very last one."""
    while node.nodes:
        node = node.nodes[-1]
        if node.style == style:
            return node
    return None


def _outer(style: str, other: str) -> bool:
    """Whether a style stands outside another by custom."""
    if style[:1] == "h":
        return other[:1] != "h" or other > style
    return style in _ORDER and other in _ORDER and _ORDER.index(style) < _ORDER.index(other)


def _add_at(open_nodes: list[Node], paragraph: Paragraph) -> None:
    """A paragraph of the item at a depth that the file tells."""
    del open_nodes[paragraph.depth + 1 :]
    open_nodes[-1].settled = True
    _add_text(open_nodes[-1], paragraph, closes=paragraph.closes and len(open_nodes) > 1)


def _add_text(node: Node, paragraph: Paragraph, *, closes: bool = False) -> None:
    (node.after if node.nodes or closes else node.more).append(paragraph.text)
