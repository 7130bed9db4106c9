"""Looks for the words of a plan in the lines of the Word file that was rendered from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.lifecycle.circulation.returned.cursor import Cursor
from planforge.lifecycle.circulation.returned.printed import Printed, Region, Spot
from planforge.lifecycle.circulation.returned.table_rows import TableRows
from planforge.model import Attachment, Document, Notice, Task
from planforge.model.opinions import SpotField
from planforge.renderers._wording import closing_text, outside, own_text, paragraphs
from planforge.text.places import wheres


def locate(plan: Document, lines: Sequence[str]) -> Printed:
    """Where the words of the plan stand in the lines of the file that was rendered from it.

    Words are looked for in reading order; those that printing set in another way are left out, so that changes there
    are for a person to make.
    """
    finder = _Finder(plan, tuple(lines))
    finder.document()
    return finder.found()


class _Finder:
    """Goes through a plan, and through the lines beside it."""

    def __init__(self, plan: Document, lines: tuple[str, ...]) -> None:
        self._plan = plan
        self._lines = lines
        self._cursor = Cursor(lines)
        self._places = wheres(plan)
        self._spots: list[Spot] = []
        self._regions = [Region(0, "全文", "")]
        self._texts: dict[tuple[str, str], str] = {}

    def found(self) -> Printed:
        """All that was found so far."""
        regions = sorted(self._regions, key=lambda region: region.line)
        tasks = {node.id: node for node in self._plan.walk()}
        return Printed(self._lines, tuple(self._spots), tuple(regions), self._texts, tasks)

    def document(self) -> None:
        """Go through the plan in the order of its print."""
        plan = self._plan
        if plan.notice:
            self._notice(plan.notice)
        self._title(plan.title.value)
        if plan.preamble.value:
            self._regions.append(Region(self._cursor.line + 1, "导语", ""))
        self._text("", "preamble", plan.preamble.value, paragraphs(plan.preamble))
        self._nodes(plan.sections)
        own = len(self._spots)
        self._attachments(plan.attachments)
        del self._spots[own:]  # where in an attachment something stands is told, and changed by people

    def _notice(self, notice: Notice) -> None:
        self._text("", "notice", notice.text.value, paragraphs(notice.text))
        self._regions += [Region(spot.line, "印发通知", notice.title.value) for spot in self._spots[:1]]

    def _title(self, title: str) -> None:
        """The title, whose line breaks printing put in; from blanks of its own on, changes are for people to make."""
        if not self._heads("标题", title):
            return
        self._texts["", "title"] = title
        offset = start = 0
        for piece in self._cursor.words.split("\n"):
            if not title.startswith(piece, offset):
                return
            self._spots.append(Spot(self._cursor.line, start, start + len(piece), "", "title", offset))
            offset, start = offset + len(piece), start + len(piece) + 1

    def _heads(self, place: str, title: str) -> bool:
        """Whether a title stands from here on; what follows it belongs to its part."""
        found = self._cursor.seek_title(title)
        if found:
            self._regions.append(Region(self._cursor.line, place, title))
        return found

    def _attachments(self, parts: Sequence[Attachment]) -> None:
        rows = TableRows(self._lines)
        for part in parts:
            self._heads("附件", part.title.value)
            self._nodes(part.sections)
            self._regions += rows.regions(part, self._cursor.line)

    def _nodes(self, nodes: Sequence[Task]) -> None:
        for node in nodes:
            self._node(node)

    def _node(self, node: Task) -> None:
        self._heading(node)
        self._text(node.id, "text", node.text.value, paragraphs(node.text))
        if not node.closing.value:
            self._ending(node, own_text(node))
        self._nodes(node.tasks)
        self._text(node.id, "closing", node.closing.value, paragraphs(node.closing))
        if node.closing.value:
            self._ending(node, closing_text(node))

    def _heading(self, node: Task) -> None:
        name = node.heading.value or node.text.value.partition("\n")[0]
        if self._cursor.find(node.marker + node.heading.value):
            self._regions.append(Region(self._cursor.line, self._places.get(id(node), ""), name))
            self._cursor.column += len(node.marker)
            self._spot(node.id, "heading", node.heading.value, 0)
            self._texts[node.id, "heading"] = node.heading.value

    def _text(self, item: str, name: SpotField, value: str, words: Sequence[str]) -> None:
        offset = 0
        for line in words:
            offset = value.index(line, offset)
            if self._cursor.find(line):
                self._spot(item, name, line, offset)
            offset += len(line)
        self._texts[item, name] = value

    def _spot(self, item: str, name: SpotField, words: str, offset: int) -> None:
        """The words of a field, on which the cursor stands."""
        if words:
            start = self._cursor.column
            self._cursor.column += len(words)
            self._spots.append(Spot(self._cursor.line, start, self._cursor.column, item, name, offset))

    def _ending(self, node: Task, printed: Sequence[str]) -> None:
        """The rest of the line behind a node's text, where printing put something there."""
        if not printed or not any(_added(node)):
            return
        if not node.text.value and not node.closing.value and not self._cursor.find(printed[-1]):
            return
        start, stop = self._cursor.column, len(self._cursor.words)
        if start < stop:
            self._spots.append(Spot(self._cursor.line, start, stop, node.id, "ending"))
            self._cursor.column = stop


def _added(node: Task) -> Iterator[str]:
    """What printing adds to a node's own words: its units, time limits and targets, as far as it doesn't name them."""
    yield from outside(node.units, node)
    yield from outside((deadline.text for deadline in node.deadlines), node)
    yield from outside((target.text for target in node.targets), node)
