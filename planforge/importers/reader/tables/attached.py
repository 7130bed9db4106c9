"""The tasks that tables of an attachment list (任务分解表, 重点任务分工表)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planforge.importers.reader.items import build, headings
from planforge.importers.reader.items.build import Customs
from planforge.importers.reader.items.tree import Node
from planforge.importers.reader.tables import columns, tables
from planforge.model import Attachment, Section, Table, Text

#: A timetable has columns of times and units, too, and hands out no work.
_TASKS = re.compile(r"任务|分工|分解|举措|措施|台账|(?:工作|责任|问题|事项|项目)清单|工作(?:内容|事项)|责任(?:表|清单)")


def section_of(attachment: Attachment, year: int | None) -> Section | None:
    """A section with the tasks of the attachment's tables, to be completed; None where they list none.

    `year` is the one that deadlines without a year count from.
    """
    root = Node(tables=[table for table in _tables(attachment) if _is_about_tasks(attachment, table)])
    tables.grow(root, year)
    if not root.nodes:
        return None
    headings.give(root)
    whole = Node(place=attachment.title.slice(0, 1), heading=attachment.title, nodes=root.nodes)
    (section,) = build.sections(Node(nodes=[whole]), Customs(year=year))
    return section


def is_unread(attachment: Attachment) -> bool:
    """Whether a table of the attachment is about tasks by its title or head, and lists none that can be read."""
    return any(_is_about_tasks(attachment, table) and not _can_be_read(table) for table in _tables(attachment))


def _tables(attachment: Attachment) -> Sequence[Table]:
    """The tables with the places of their cells; where the source gives none, all stand at the title.

    What a merged cell repeats in several places is one text there.
    """
    if attachment.cells:
        return attachment.cells
    known: dict[str, Text] = {}
    place = attachment.title.at(0)

    def text(cell: str) -> Text:
        return known.setdefault(cell, Text.at_place(cell, attachment.title.file, place.line, place.column))

    return [tuple(tuple(map(text, row)) for row in table) for table in attachment.tables]


def _is_about_tasks(attachment: Attachment, table: Table) -> bool:
    head = " ".join(cell.value for cell in table[0]) if table else ""
    return _TASKS.search(f"{attachment.title.value} {head}") is not None


def _can_be_read(table: Table) -> bool:
    return columns.tasks(table) is not None or columns.indicators(table) is not None
