"""A footer with the page's number as the profile has it, and whatever else the footer before it said."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from planforge.model.pages import Sheet
from planforge.ooxml.inspect.cascade import NS
from planforge.ooxml.inspect.flow import walk
from planforge.ooxml.namespaces import part
from planforge.ooxml.parts import paragraphs
from planforge.ooxml.parts.paragraphs import Layout
from planforge.ooxml.parts.sections import FOOTER_DISTANCE, page_number
from planforge.ooxml.restyling.merging import built, first, merge
from planforge.ooxml.restyling.unnumbering import PICTURES, is_blank, strip
from planforge.styles import Style

if TYPE_CHECKING:
    from lxml.etree import _Element

#: A line of what else stands in a footer (up to 4号), how near to the paper's edge printers reach, and the width of a
#: number that reads downwards; in twips.
_LINE, _EDGE, _TURNED = 320, 284, 400


class Place(NamedTuple):
    """Where a number stands, in twips.

    `across`: on a lying page, from its left edge, reading downwards (8); None at the foot. `lift`: how much nearer to
    the edge a letterhead brings the footers.
    """

    across: int | None = None
    lift: int = 0

    @classmethod
    def on(cls, page: Sheet, foot: int | None) -> Place:
        """Where it stands on a page whose footers are so far from the edge for a letterhead, None without one.

        Where a lying page's margin has no room for the number, it stays at the foot.
        """
        room = page.left - _TURNED
        lift = max(0, FOOTER_DISTANCE - foot) if foot is not None and not page.lying else 0
        return cls(min(FOOTER_DISTANCE, room) if page.lying and room >= _EDGE else None, lift)


def footer(before: _Element | None, style: Style, even: bool, place: Place) -> _Element | bytes:
    """The new part: the number above the rest of `before`, which stays as it is."""
    number = page_number(style, even, place.across)
    rest = deepcopy(before) if before is not None else None
    if rest is not None:
        strip(rest)
    if rest is None or is_blank(rest):
        lift = paragraphs.paragraph("", "", Layout(line=place.lift)) if place.lift else ""
        return part("w:ftr", number + lift).encode()
    _close_up(rest)
    rest.insert(0, built(number))
    return rest


def _close_up(rest: _Element) -> None:
    """Lines of words one below the other without blanks: by these the number is lifted to its place."""
    layout = paragraphs.inner_properties(Layout(line=_LINE))
    for each in rest.iterfind("w:p", NS):
        if next(each.iter(*PICTURES), None) is None:
            merge(first(each, "pPr"), f"<w:pPr>{layout}</w:pPr>")


def distance(content: _Element | bytes) -> int:
    """From the paper's foot to the footer, so that the number above all the rest stands where it stands alone."""
    if isinstance(content, bytes):
        return FOOTER_DISTANCE
    rows = [row for table in content.iterfind("w:tbl", NS) for row in table.iterfind("w:tr", NS)]
    lines = sum(stand == "footer" for _, stand in walk(content, "footer")) - 1
    inside = sum(1 for row in rows for _ in walk(row))
    return max(_EDGE, FOOTER_DISTANCE - (lines - inside + len(rows)) * _LINE)
