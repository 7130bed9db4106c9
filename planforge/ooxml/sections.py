"""Sections of a Word file: the page, its grid and its page numbers (GB/T 9704-2012, 5.1, 5.2 and 7.5)."""

from __future__ import annotations

from planforge.ooxml import runs, stylesheet
from planforge.ooxml.namespaces import part
from planforge.ooxml.paragraphs import Layout, paragraph
from planforge.styles import Style

#: Parts that every file has, by the relation that names them.
FOOTERS = {"default": "rIdFooterOdd", "even": "rIdFooterEven"}

#: The foot of the page number's line, above the paper's edge, where the 版心 ends 35 mm above it (twips).
_FOOTER_DISTANCE = 1415
_HEADER_DISTANCE = 851


def section(style: Style) -> str:
    """`w:sectPr` of an upright section: 22 lines of 28 characters, page numbers in the footers."""
    page = style.page
    references = "".join(
        f'<w:footerReference w:type="{kind}" r:id="{relation}"/>' for kind, relation in FOOTERS.items()
    )
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz w:w="{page.width}" w:h="{page.height}"/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}" '
        f'w:header="{_HEADER_DISTANCE}" w:footer="{_FOOTER_DISTANCE}" w:gutter="0"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{style.line}"/></w:sectPr>'
    )


def footers(style: Style) -> dict[str, str]:
    """The two footers by part name: — 1 — on the right of odd pages, on the left of even ones, one character in."""
    blank = style.page_number.size * 10
    return {
        "word/footer1.xml": _footer(style, Layout(align="right", right=blank)),
        "word/footer2.xml": _footer(style, Layout(align="left", left=blank)),
    }


def _footer(style: Style, layout: Layout) -> str:
    face = style.page_number
    number = runs.run("— ", face) + runs.field("PAGE", "1", face) + runs.run(" —", face)
    return part("w:ftr", paragraph(stylesheet.FOOTER, number, layout))
