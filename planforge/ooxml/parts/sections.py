"""Sections of a Word file: the page, its grid and its page numbers (GB/T 9704-2012, 5.1, 5.2, 7.5 and 8)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from planforge.ooxml.namespaces import part
from planforge.ooxml.parts import runs, stylesheet
from planforge.ooxml.parts.boxes import Box, Place, box
from planforge.ooxml.parts.paragraphs import Layout, paragraph
from planforge.styles import Style

#: Footers by the relation that names them: — 1 — on odd and even pages, upright and lying.
FOOTERS: Final = {
    "rIdFooterOdd": "footer1.xml",
    "rIdFooterEven": "footer2.xml",
    "rIdFooterLyingOdd": "footer3.xml",
    "rIdFooterLyingEven": "footer4.xml",
}
#: The footer of pages that have no number.
NO_FOOTER: Final = {"rIdFooterNone": "footer6.xml"}

#: Parts of a letter, by relation: header and footer of page 1, and the header of the others. That one has no words, but
#: where there is none LibreOffice (25.2) leaves a line's height for it, and 21 lines on the page.
LETTERHEAD: Final = {
    "rIdLetterHeader": "header1.xml",
    "rIdLetterFooter": "footer5.xml",
    "rIdLetterBlank": "header2.xml",
}


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Header and footer that page 1 of a letter has instead of a number, and how far from the paper's edges (twips)."""

    header: str
    footer: str
    top: int
    bottom: int


#: The foot of the page number's line, above the paper's edge, where the 版心 ends 35 mm above it (twips).
FOOTER_DISTANCE: Final = 1415
_HEADER_DISTANCE = 851
#: The height of a paragraph that only closes a section, or a header without words: what 22 lines leave of the 版心 must
#: hold it.
_CLOSING_LINE = 10


def section(style: Style, lying: bool = False, letter: Letterhead | None = None, first: bool = True) -> str:
    """`w:sectPr`: 22 lines of 28 characters, page numbers in the footers; `lying` turns the paper, head to the left.

    With a letterhead the file's `first` section has that on page 1.
    """
    odd, even = list(FOOTERS)[2:] if lying else list(FOOTERS)[:2]
    grid = "" if lying else _grid(style)
    headed = letter if first else None
    return _section(_references(odd, even, headed), _paper(style, lying, letter), grid, headed is not None)


def unnumbered(style: Style) -> str:
    """`w:sectPr` of upright pages that have no number."""
    (none,) = NO_FOOTER
    return _section(_references(none, none, None), _paper(style, False, None), _grid(style), False)


def _references(odd: str, even: str, letter: Letterhead | None) -> str:
    header, footer, blank = LETTERHEAD
    kinds = [("footer", "default", odd), ("footer", "even", even)]
    others = [("header", "default", blank), ("header", "even", blank)]
    first = [("header", "first", header), *others, *kinds, ("footer", "first", footer)]
    return "".join(
        f'<w:{part}Reference w:type="{kind}" r:id="{name}"/>' for part, kind, name in (first if letter else kinds)
    )


def _section(references: str, paper: str, grid: str, own_first: bool) -> str:
    first = "<w:titlePg/>" if own_first else ""
    return f'<w:sectPr>{references}<w:type w:val="nextPage"/>{paper}{first}{grid}</w:sectPr>'


def _grid(style: Style) -> str:
    """The lines that a page holds at the profile's pitch, spread to fill the 版心: every paragraph has its own pitch.

    LibreOffice leaves what the grid doesn't fill half above, half below: 4 mm at 28 pt. So lying pages have none.
    """
    depth = style.page.depth
    return f'<w:docGrid w:type="lines" w:linePitch="{depth // max(1, depth // style.line)}"/>'


def closed(section: str) -> str:
    """A paragraph of no height that closes a section (a `w:sectPr`); what follows begins a page."""
    return paragraph(stylesheet.SPACER, "", Layout(line=_CLOSING_LINE), section)


def _paper(style: Style, lying: bool, letter: Letterhead | None) -> str:
    """Paper and margins. Lying, the 订口 is above: the page's left edge became its top (8: 表头在订口一边)."""
    page = style.page
    upright = (page.width, page.height, page.top, page.right, page.bottom, page.left)
    turned = (page.height, page.width, page.left, page.top, page.right, page.bottom)
    width, height, top, right, bottom, left = turned if lying else upright
    header, footer = (letter.top, letter.bottom) if letter else (_HEADER_DISTANCE, FOOTER_DISTANCE)
    footer = _HEADER_DISTANCE if lying else footer  # its number stands elsewhere, so that it takes none of the 版心
    orientation = ' w:orient="landscape"' if width > height else ""
    return (
        f'<w:pgSz w:w="{width}" w:h="{height}"{orientation}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        f'w:header="{header}" w:footer="{footer}" w:gutter="0"/>'
    )


def letter_parts(letter: Letterhead) -> dict[str, str]:
    """Header and footer of a letter's first page, and the header of the others, by part name."""
    empty = paragraph(stylesheet.SPACER, "", Layout(line=_CLOSING_LINE))
    contents = (part("w:hdr", letter.header), part("w:ftr", letter.footer), part("w:hdr", empty))
    return {f"word/{name}": content for name, content in zip(LETTERHEAD.values(), contents, strict=True)}


def footers(style: Style, letter: Letterhead | None = None) -> dict[str, str]:
    """The footers by part name: — 1 — on the right of odd pages, on the left of even ones, one character in.

    Where a letterhead brings all footers nearer to the edge, a blank line below lifts the numbers to their place.
    """
    odd, even = page_number(style, False), page_number(style, True)
    lift = paragraph(stylesheet.FOOTER, "", Layout(line=FOOTER_DISTANCE - letter.bottom)) if letter else ""
    turned = (page_number(style, even, FOOTER_DISTANCE) for even in (False, True))
    contents = (odd + lift, even + lift, *turned, paragraph(stylesheet.FOOTER))
    names = (FOOTERS | NO_FOOTER).values()
    return {f"word/{name}": part("w:ftr", content) for name, content in zip(names, contents, strict=True)}


def page_number(style: Style, even: bool, across: int | None = None) -> str:
    """The paragraph with — 1 —: on the right, on `even` pages on the left, one character in, whatever a file's styles.

    On a lying page it stands so far `across` from the paper's left edge (twips) and reads downwards: where the bound
    volume has it, at what was the paper's foot before it was turned.
    """
    face, blank = style.page_number, style.page_number.size * 10
    side = Layout("left", left=blank, right=0) if even else Layout("right", left=0, right=blank)
    words = runs.run("— ", face) + runs.field("PAGE", "1", face) + runs.run(" —", face)
    number = paragraph(stylesheet.FOOTER, words, replace(side, line=stylesheet.FOOTER_LINE, first=(0, 0)))
    if across is None:
        return number
    place = Place(across, style.page.left)
    identity = 3 if even else 2
    turned = Box(number, stylesheet.FOOTER_LINE, style.page.measure, "页码", "页码", place, True, identity)
    return paragraph(stylesheet.FOOTER, box(turned))
