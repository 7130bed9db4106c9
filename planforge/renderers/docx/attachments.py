"""附件说明 below the text, and the attachments on pages of their own (GB/T 9704-2012, 7.3.4 and 7.3.7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from planforge.model import Attachment
from planforge.ooxml.parts import stylesheet
from planforge.ooxml.parts.paragraphs import Layout, paragraph
from planforge.ooxml.parts.runs import run
from planforge.ooxml.parts.sections import Letterhead, closed, section
from planforge.renderers.docx import grid
from planforge.renderers.docx.body import Body
from planforge.renderers.docx.measuring import lines
from planforge.renderers.docx.title import on_new_page
from planforge.styles import Style
from planforge.text.widths import width

_LABEL = "附件："
Last = Literal["text", "table", "section"]
#: A table with as many columns is set on lying paper.
_MANY_COLUMNS = 7


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the 附件说明: its words, and how far in it begins and hangs, in twips."""

    words: str
    left: int
    hanging: int


def note(parts: Sequence[Attachment], style: Style, line: int | None = None) -> list[str]:
    """One blank line, then `附件：1.…`, two characters in; turned-over lines align with the name.

    `line` is a pitch of its own (twips), by default the profile's.
    """
    if not parts:
        return []
    said = [
        paragraph(
            stylesheet.ATTACHMENT_NOTE,
            run(each.words, style.body),
            Layout(line=line, left=each.left, hanging=each.hanging),
        )
        for each in _lines(parts, style)
    ]
    return [paragraph(stylesheet.SPACER, "", Layout(line=line)), *said]


def note_lines(parts: Sequence[Attachment], style: Style) -> int:
    """How many lines the 附件说明 takes, the blank one before it included."""
    taken = [
        lines.count(each.words, style.body, style.page.measure - each.left, -each.hanging)
        for each in _lines(parts, style)
    ]
    return sum(taken) + bool(taken)


def _lines(parts: Sequence[Attachment], style: Style) -> Iterator[_Line]:
    """The first line, or the only one, has the label; the others start where its number does."""
    for place, part in enumerate(parts, 1):
        number = f"{place}." if len(parts) > 1 else ""
        head = (_LABEL if place == 1 else "") + number
        left, hanging = (round(wide * style.body.width) for wide in (2 + width(_LABEL + number), width(head)))
        yield _Line(head + part.title.value.rstrip("。；"), left, hanging)


@dataclass(frozen=True, slots=True)
class Sheets:
    """The pages of attachments: those with a table of many columns lie across, in sections of their own.

    Page 1 is a letter's where there is a letterhead. `ended` tells whether the 版记 follows.
    """

    parts: Sequence[Attachment]
    style: Style
    letter: Letterhead | None = None
    ended: bool = True

    def pages(self, setter: Body) -> Iterator[str]:
        """Each attachment on a new page: 附件1 on line 1, the title centred on line 3, then its text and tables."""
        lying = [False, *map(_lies, self.parts)]
        for place, part in enumerate(self.parts, 1):
            if lying[place] and not lying[place - 1]:
                yield closed(self._section(place))
            new = not (lying[place] or lying[place - 1])
            yield from _page(part, f"附件{place}" if len(self.parts) > 1 else "附件", setter, new)
            if lying[place] and (self.ended or place < len(self.parts)):
                yield closed(section(self.style, True, self.letter, first=False))

    @property
    def last_section(self) -> str:
        """The `w:sectPr` of what stands last."""
        if last(self.parts) == "section" and not self.ended:
            return section(self.style, True, self.letter, first=False)
        return self._section(len(self.parts) + 1)

    def _section(self, place: int) -> str:
        """The upright section that ends before the attachment at that place; the first one has the letterhead."""
        return section(self.style, False, self.letter, first=not any(map(_lies, self.parts[: place - 1])))


def _page(part: Attachment, mark: str, setter: Body, new: bool) -> Iterator[str]:
    style = setter.style
    across = style.page.depth if _lies(part) else style.page.measure
    yield paragraph(stylesheet.ATTACHMENT, run(mark, style.attachment), Layout(page_break=new))
    yield paragraph(stylesheet.SPACER)
    yield from on_new_page(part.title, style, setter.marks, across)
    yield from setter.nodes(part.sections)
    for place, rows in enumerate(part.tables):
        yield grid.gap(style) if place or part.sections else ""
        yield grid.table_of(rows, style, across)


def last(parts: Sequence[Attachment]) -> Last:
    """What the 版记 has above it: text, a table, or, where the last attachment lies across, the end of its section."""
    if parts and _lies(parts[-1]):
        return "section"
    return "table" if parts and parts[-1].tables else "text"


def _lies(part: Attachment) -> bool:
    return any(len(row) >= _MANY_COLUMNS for table in part.tables for row in table)
