"""附件说明 below the text, and the attachments on pages of their own (GB/T 9704-2012, 7.3.4 and 7.3.7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.model import Attachment
from planforge.ooxml import stylesheet
from planforge.ooxml.paragraphs import Layout, paragraph
from planforge.ooxml.runs import run
from planforge.ooxml.sections import closed
from planforge.renderers.docx import grid
from planforge.renderers.docx.body import Body
from planforge.renderers.docx.title import on_new_page
from planforge.renderers.docx.widths import width
from planforge.styles import Style

_LABEL = "附件："
#: A table with as many columns is set on lying paper.
_MANY_COLUMNS = 7


def note(parts: Sequence[Attachment], style: Style) -> list[str]:
    """One blank line, then `附件：1.…`, two characters in; turned-over lines align with the name."""
    if not parts:
        return []
    lines = [_note_line(part, place if len(parts) > 1 else None, style) for place, part in enumerate(parts, 1)]
    return [paragraph(stylesheet.SPACER), *lines]


def _note_line(part: Attachment, place: int | None, style: Style) -> str:
    """The first line, or the only one (`place` None), has the label; the others start where its number does."""
    head = (_LABEL if place in (None, 1) else "") + (f"{place}." if place else "")
    left = 2 + width(_LABEL) + (width(f"{place}.") if place else 0)
    unit = style.body.width
    layout = Layout(left=round(left * unit), hanging=round(width(head) * unit))
    return paragraph(stylesheet.ATTACHMENT_NOTE, run(head + part.title.value.rstrip("。；"), style.body), layout)


def pages(parts: Sequence[Attachment], setter: Body) -> Iterator[str]:
    """Each attachment on a new page: 附件1 on line 1, the title centred on line 3, then its text and tables.

    Attachments with a table of many columns lie across, in sections of their own.
    """
    before = False  # whether the part before this one lies, and so ended its section
    for place, part in enumerate(parts, 1):
        lying = _lies(part, setter.style)
        if lying and not before:
            yield closed(setter.style)
        yield from _page(part, f"附件{place}" if len(parts) > 1 else "附件", setter, new=not (lying or before))
        if lying:
            yield closed(setter.style, lying=True)
        before = lying


def _page(part: Attachment, mark: str, setter: Body, new: bool) -> Iterator[str]:
    style = setter.style
    across = style.page.depth if _lies(part, style) else style.page.measure
    yield paragraph(stylesheet.ATTACHMENT, run(mark, style.attachment), Layout(page_break=new))
    yield paragraph(stylesheet.SPACER)
    yield from on_new_page(part.title, style)
    yield from setter.nodes(part.sections)
    yield from (grid.table_of(rows, style, across) for rows in part.tables)


def ends_lying(parts: Sequence[Attachment], style: Style) -> bool:
    """Whether the last attachment lies across and so ended its section."""
    return bool(parts) and _lies(parts[-1], style)


def ends_ruled(parts: Sequence[Attachment]) -> bool:
    """Whether the last thing above the 版记 is a table, whose rules would be taken for its own."""
    return bool(parts) and bool(parts[-1].tables)


def _lies(part: Attachment, style: Style) -> bool:
    return style.form == "文件" and any(len(row) >= _MANY_COLUMNS for table in part.tables for row in table)
