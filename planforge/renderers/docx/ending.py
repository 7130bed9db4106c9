"""Where the 版记 goes: to the foot of the last page, and on request to a page with an even number.

Paper printed on both sides wants it on the back of the last sheet. A page that is inserted for that stays blank, and
then neither it nor the page of the 版记 has a number (GB/T 9704-2012, 7.5).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from planforge.ooxml.parts import sections, stylesheet
from planforge.ooxml.parts.paragraphs import paragraph
from planforge.renderers.docx import grid
from planforge.renderers.docx.attachments import Last
from planforge.renderers.docx.imprint import Foot, imprint
from planforge.styles import Style

Place = Literal["none", "in place", "next page", "after a blank"]


@dataclass(frozen=True, slots=True)
class Ending:
    """The last block elements of a file and its last `w:sectPr`; None stands for the profile's own page."""

    content: str = ""
    section: str | None = None


def place(count: Callable[[Place], int], section_open: bool) -> Place:
    """Where the 版记 lies on an even page; `count` tells how many pages the file has with it there.

    Behind a section that is closed the 版记 begins a page wherever it lies.
    """
    if section_open and count("none") % 2:
        return "next page"
    return "after a blank" if count("in place") % 2 else "in place"


def ending(foot: Foot, style: Style, where: Place, above: Last) -> Ending:
    """The 版记 there, below what is `above` it."""
    section_open = above != "section"
    if where in ("none", "in place"):
        said = "" if where == "none" else imprint(foot, style)
        return Ending((grid.gap(style, ends=not said) if above == "table" else "") + said)
    if where == "next page":
        return Ending(imprint(foot, style, new_page=section_open))
    blank = (sections.closed(sections.section(style)) if section_open else "") + paragraph(stylesheet.SPACER)
    return Ending(blank + imprint(foot, style, new_page=True), sections.unnumbered(style))
