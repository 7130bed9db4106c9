"""附件说明 below the text, and the attachments on pages of their own (GB/T 9704-2012, 7.3.4 and 7.3.7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.model import Attachment, Document, Indicator, Text
from planforge.ooxml import stylesheet
from planforge.ooxml.paragraphs import Layout, paragraph
from planforge.ooxml.runs import run
from planforge.renderers.docx import grid
from planforge.renderers.docx.body import Body
from planforge.renderers.docx.title import title
from planforge.renderers.docx.widths import width
from planforge.styles import Style

_INDICATORS = "主要指标表"
_INDICATOR_HEAD = ("序号", "指标", "单位", "基期值", "目标值", "责任单位")
_LABEL = "附件："


def attachments_of(document: Document) -> tuple[Attachment, ...]:
    """The document's attachments; indicators that none of them shows come as one more, a table."""
    shown = {cell for part in document.attachments for table in part.tables for row in table for cell in row}
    missing = [indicator for indicator in document.indicators if indicator.name.value not in shown]
    if not missing:
        return document.attachments
    return (*document.attachments, Attachment(Text(_INDICATORS), tables=(_indicator_table(missing),)))


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
    """Each attachment on a new page: 附件1 on line 1, the title centred on line 3, then its text and tables."""
    style = setter.style
    for place, part in enumerate(parts, 1):
        mark = f"附件{place}" if len(parts) > 1 else "附件"
        yield paragraph(stylesheet.ATTACHMENT, run(mark, style.attachment), Layout(page_break=True))
        yield paragraph(stylesheet.SPACER)
        yield from title(part.title, style)
        yield paragraph(stylesheet.SPACER)
        yield from setter.nodes(part.sections)
        yield from (grid.table_of(rows, style) for rows in part.tables)


def _indicator_table(indicators: Sequence[Indicator]) -> tuple[tuple[str, ...], ...]:
    rows = [
        (
            str(place),
            indicator.name.value,
            indicator.unit,
            _amount(indicator.baseline),
            _amount(indicator.target) or indicator.text,
            "、".join(unit.value for unit in indicator.units),
        )
        for place, indicator in enumerate(indicators, 1)
    ]
    kept = [column for column, head in enumerate(_INDICATOR_HEAD) if head == "序号" or any(row[column] for row in rows)]
    return tuple(tuple(row[column] for column in kept) for row in (_INDICATOR_HEAD, *rows))


def _amount(value: float | None) -> str:
    return "" if value is None else f"{value:.12g}"
