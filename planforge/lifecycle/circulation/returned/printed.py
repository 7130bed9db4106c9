"""The plan as it was sent round: the lines of its Word file, and which words of the plan stand where in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from planforge.model import Attachment, Document, Task
from planforge.model.opinions import SpotField
from planforge.renderers._wording import closing_text, outside, own_text, paragraphs
from planforge.text.places import wheres

#: Characters of a table's row that it is called by.
_ROW = 40
#: What printing adds behind the words of a node: further targets, and the units and time limit in brackets.
Ending = Literal["ending"]


@dataclass(frozen=True, slots=True)
class Spot:
    """Words of the plan on a line: characters `[start:stop]` are those of a field of a node from `offset` on.

    An ending's offset says nothing. `item` is empty for the document itself.
    """

    line: int
    start: int
    stop: int
    item: str
    field: SpotField | Ending
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Region:
    """From a line on, everything belongs to a node or a part: where that is, and what it is called."""

    line: int
    place: str
    name: str


@dataclass(frozen=True, slots=True)
class Printed:
    """Lines, spots in their order, regions in theirs, and the texts of all fields that spots are of."""

    lines: tuple[str, ...]
    spots: tuple[Spot, ...]
    regions: tuple[Region, ...]
    texts: Mapping[tuple[str, str], str]
    tasks: Mapping[str, Task]

    def region(self, line: int) -> Region:
        """What a line belongs to."""
        index = bisect_right(self.regions, line, key=lambda each: each.line) - 1
        return self.regions[max(0, index)]

    def on(self, line: int) -> Iterator[Spot]:
        """The spots of a line."""
        yield from (spot for spot in self.spots if spot.line == line)


def locate(plan: Document, lines: Sequence[str]) -> Printed:
    """Where the words of the plan stand in the lines of the file that was rendered from it.

    Words are looked for in reading order; those that printing set in another way are left out, so that changes there
    are for a person to make.
    """
    finder = _Finder(tuple(lines), wheres(plan))
    finder.document(plan)
    return finder.finish(plan)


@dataclass(slots=True)
class _Finder:
    lines: tuple[str, ...]
    places: Mapping[int, str]
    line: int = 0
    column: int = 0
    spots: list[Spot] = field(default_factory=list)
    regions: list[Region] = field(default_factory=lambda: [Region(0, "全文", "")])
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    #: Where each line stands, from the first on.
    standing: dict[str, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.standing = defaultdict(list)
        for number, line in enumerate(self.lines):
            self.standing[line].append(number)

    def document(self, plan: Document) -> None:
        notice = plan.notice
        if notice:
            self._text("", "notice", notice.text.value, paragraphs(notice.text))
            self.regions += [Region(spot.line, "印发通知", notice.title.value) for spot in self.spots[:1]]
        if self._seek_title(plan.title.value):
            self.regions.append(Region(self.line, "标题", plan.title.value))
            self._title(plan.title.value)
        self.regions += [Region(self.line + 1, "导语", "")] if plan.preamble.value else []
        self._text("", "preamble", plan.preamble.value, paragraphs(plan.preamble))
        for section in plan.sections:
            self._node(section)
        own = len(self.spots)
        for part in plan.attachments:
            if self._seek_title(part.title.value):
                self.regions.append(Region(self.line, "附件", part.title.value))
            for section in part.sections:
                self._node(section)
            self.regions += self._rows(part)
        del self.spots[own:]  # where in an attachment something stands is told, and changed by people

    def _rows(self, part: Attachment) -> Iterator[Region]:
        """The rows of an attachment's tables, each called by its words: 60 alone tells nobody which row it is of."""
        line = self.line
        for row in (row for table in part.tables for row in table):
            cells = tuple(words for cell in row if (words := cell.strip()))
            at = self._row(cells, line) if cells else None
            if at is not None:
                name = "，".join(cells)
                yield Region(at, "附件", f"{part.title.value}：{name[:_ROW]}{'…' if len(name) > _ROW else ''}")
                line = at + len(cells)
        if line != self.line:
            yield Region(line, "附件", part.title.value)  # what stands behind the last row

    def _row(self, cells: tuple[str, ...], start: int) -> int | None:
        """The line from `start` on where a row begins, a cell a line; it is looked for by its rarest cell."""
        column = min(range(len(cells)), key=lambda each: len(self.standing.get(cells[each], ())))
        places = self.standing.get(cells[column], [])
        heads = (place - column for place in places[bisect_left(places, start + column) :])
        return next((head for head in heads if self.lines[head : head + len(cells)] == cells), None)

    def finish(self, plan: Document) -> Printed:
        ordered = sorted(self.regions, key=lambda region: region.line)
        tasks = {node.id: node for node in plan.walk()}
        return Printed(self.lines, tuple(self.spots), tuple(ordered), self.texts, tasks)

    def _title(self, title: str) -> None:
        """The title, whose line breaks printing put in; from blanks of its own on, changes are for people to make."""
        self.texts["", "title"] = title
        offset = start = 0
        for piece in self.lines[self.line].split("\n"):
            if not title.startswith(piece, offset):
                return
            self.spots.append(Spot(self.line, start, start + len(piece), "", "title", offset))
            offset, start = offset + len(piece), start + len(piece) + 1

    def _node(self, node: Task) -> None:
        name = node.heading.value or node.text.value.partition("\n")[0]
        head = node.marker + node.heading.value
        if head and self._find(head):
            self.regions.append(Region(self.line, self.places.get(id(node), ""), name))
            self.column += len(node.marker)
            self._spot(node.id, "heading", node.heading.value, 0)
        self._text(node.id, "text", node.text.value, paragraphs(node.text))
        if not node.closing.value:
            self._ending(node, own_text(node))
        for task in node.tasks:
            self._node(task)
        self._text(node.id, "closing", node.closing.value, paragraphs(node.closing))
        if node.closing.value:
            self._ending(node, closing_text(node))

    def _text(self, item: str, name: SpotField, value: str, words: Sequence[str]) -> None:
        offset = 0
        for line in words:
            offset = value.index(line, offset)
            if self._find(line):
                self._spot(item, name, line, offset)
            offset += len(line)
        self.texts[item, name] = value

    def _spot(self, item: str, name: SpotField, words: str, offset: int) -> None:
        if words:
            self.spots.append(Spot(self.line, self.column, self.column + len(words), item, name, offset))
            self.column += len(words)
        if name == "heading":
            self.texts[item, name] = words

    def _ending(self, node: Task, printed: Sequence[str]) -> None:
        """The rest of the line behind a node's text, where printing put something there."""
        apart = [*outside(node.units, node), *outside((d.text for d in node.deadlines), node)]
        apart += outside((target.text for target in node.targets), node)
        if not printed or not apart:
            return
        if not node.text.value and not node.closing.value and not self._find(printed[-1]):
            return
        stop = len(self.lines[self.line])
        if self.column < stop:
            self.spots.append(Spot(self.line, self.column, stop, node.id, "ending"))
            self.column = stop

    def _find(self, words: str) -> bool:
        """Go to where `words` stand: next on this line, behind a full stop that printing put in, or at a later head."""
        here = self.lines[self.line] if self.line < len(self.lines) else ""
        for column in (self.column, self.column + 1):
            between = here[self.column : column]
            if words and here.startswith(words, column) and between in ("", "。"):
                self.column = column
                return True
        for line in range(self.line + 1, len(self.lines)) if words else ():
            if self.lines[line].startswith(words):
                self.line, self.column = line, 0
                return True
        return False

    def _seek_title(self, title: str) -> bool:
        """A title may be broken over lines."""
        wanted = "".join(title.split())
        for line in range(self.line, len(self.lines)) if wanted else ():
            if "".join(self.lines[line].split()) == wanted:
                self.line, self.column = line, len(self.lines[line])
                return True
        return False
