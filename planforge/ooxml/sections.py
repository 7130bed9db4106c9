"""Sections of a Word file: the page, its grid and its page numbers (GB/T 9704-2012, 5.1, 5.2, 7.5 and 8)."""

from __future__ import annotations

from typing import Final

from planforge.ooxml import runs, stylesheet
from planforge.ooxml.boxes import Box, Place, box
from planforge.ooxml.namespaces import part
from planforge.ooxml.paragraphs import Layout, paragraph
from planforge.styles import Style

#: Footers by the relation that names them: — 1 — on odd and even pages, upright and lying.
FOOTERS: Final = {
    "rIdFooterOdd": "footer1.xml",
    "rIdFooterEven": "footer2.xml",
    "rIdFooterLyingOdd": "footer3.xml",
    "rIdFooterLyingEven": "footer4.xml",
}

#: The foot of the page number's line, above the paper's edge, where the 版心 ends 35 mm above it (twips).
_FOOTER_DISTANCE = 1415
_HEADER_DISTANCE = 851
#: The height of a paragraph that only closes a section: what 22 lines leave of the 版心 must hold it.
_CLOSING_LINE = 10


def section(style: Style, lying: bool = False) -> str:
    """`w:sectPr`: 22 lines of 28 characters, page numbers in the footers; `lying` turns the paper, head to the left."""
    odd, even = list(FOOTERS)[2:] if lying else list(FOOTERS)[:2]
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="{odd}"/><w:footerReference w:type="even" r:id="{even}"/>'
        f'<w:type w:val="nextPage"/>{_paper(style, lying)}'
        f'<w:docGrid w:type="lines" w:linePitch="{style.line}"/></w:sectPr>'
    )


def closed(style: Style, lying: bool = False) -> str:
    """A paragraph of no height that closes a section; what follows begins a page."""
    return paragraph(stylesheet.SPACER, "", Layout(line=_CLOSING_LINE), section(style, lying))


def _paper(style: Style, lying: bool) -> str:
    """Paper and margins. Lying, the 订口 is above: the page's left edge became its top (8: 表头在订口一边)."""
    page = style.page
    upright = (page.width, page.height, page.top, page.right, page.bottom, page.left)
    turned = (page.height, page.width, page.left, page.top, page.right, page.bottom)
    width, height, top, right, bottom, left = turned if lying else upright
    orientation = ' w:orient="landscape"' if lying else ""
    return (
        f'<w:pgSz w:w="{width}" w:h="{height}"{orientation}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        f'w:header="{_HEADER_DISTANCE}" w:footer="{_FOOTER_DISTANCE}" w:gutter="0"/>'
    )


def footers(style: Style) -> dict[str, str]:
    """The footers by part name: — 1 — on the right of odd pages, on the left of even ones, one character in."""
    blank = style.page_number.size * 10
    odd, even = (_number(style, layout) for layout in (Layout("right", right=blank), Layout("left", left=blank)))
    contents = (odd, even, _turned(odd, style, 2), _turned(even, style, 3))
    return {f"word/{name}": part("w:ftr", content) for name, content in zip(FOOTERS.values(), contents, strict=True)}


def _number(style: Style, layout: Layout) -> str:
    face = style.page_number
    return paragraph(
        stylesheet.FOOTER, runs.run("— ", face) + runs.field("PAGE", "1", face) + runs.run(" —", face), layout
    )


def _turned(number: str, style: Style, identity: int) -> str:
    """The number where the bound volume has it: at what was the paper's foot before it was turned."""
    place = Place(_FOOTER_DISTANCE, style.page.left)
    turned = Box(number, stylesheet.FOOTER_LINE, style.page.measure, "页码", "页码", place, True, identity)
    return paragraph(stylesheet.FOOTER, box(turned))
