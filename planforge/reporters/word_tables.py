"""Tables on lying paper in the faces of a 公文, each with its head on every page: what Word reports are made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from planforge.ooxml.parts import stylesheet, word
from planforge.ooxml.parts.paragraphs import Align, Layout, paragraph
from planforge.ooxml.parts.properties import Properties
from planforge.ooxml.parts.runs import run
from planforge.ooxml.parts.tables import Cell, Row, table
from planforge.styles import Face, Style, load

#: 五号: columns of sentences need a smaller face than the tables of a 公文.
_SIZE = 21
_LINE = 300
_RULED = 4
_PADDING = (40, 80)


def lying_style() -> Style:
    """The shipped profile with its paper turned: margins of a hand's breadth on all sides, page numbers below."""
    style = load()
    page = style.page
    turned = replace(page, width=page.height, height=page.width, top=page.left, left=page.right, right=page.right)
    return replace(style, page=turned)


def file(title: str, parts: Iterable[str], style: Style) -> bytes:
    """The DOCX of a title and what stands below it; the same words give the same bytes."""
    heading = paragraph(stylesheet.TITLE, run(title, style.title)) + paragraph(stylesheet.SPACER)
    return word.file("".join([heading, *parts]), style, Properties(title, ""))


def part(heading: str, words: str, style: Style) -> str:
    """A heading that stays with its table, and a line of figures."""
    above = paragraph(stylesheet.heading(1), run(heading, style.levels[0]), Layout(keep_next=True, first=(0, 0)))
    return above + line(words, style)


def line(words: str, style: Style) -> str:
    """A line of text that stays with the table below it."""
    return paragraph(stylesheet.BODY, run(words, style.body), Layout(keep_next=True, first=(0, 0)))


def ruled(
    heads: Sequence[str],
    shares: Sequence[int],
    content: Iterable[Sequence[str]],
    style: Style,
    centred: Collection[str] = (),
) -> str:
    """A ruled table as wide as the page, its columns by their shares, and a blank line."""
    head, body = replace(style.table_head, size=_SIZE), replace(style.table, size=_SIZE)
    top = Row(tuple(_cell(name, head, "center", stylesheet.TABLE_HEAD) for name in heads), head=True)
    sides: list[Align] = ["center" if name in centred else "left" for name in heads]
    rows = (Row(tuple(_cell(each, body, side) for each, side in zip(cells, sides, strict=True))) for cells in content)
    widths = [style.page.measure * share // sum(shares) for share in shares]
    return table(widths, [top, *rows], ruled=_RULED, padding=_PADDING) + paragraph(stylesheet.SPACER)


def _cell(words: str, face: Face, side: Align, name: str = stylesheet.TABLE) -> Cell:
    layout = Layout(align=side, line=_LINE, first=(0, 0))
    return Cell("".join(paragraph(name, run(each, face), layout) for each in words.split("\n")), middle=True)
