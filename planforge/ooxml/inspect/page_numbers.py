"""Page numbers: paragraphs of headers and footers that hold a PAGE field, and the pages that they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from planforge.model.pages import PageNumber
from planforge.ooxml.characters.locate import visible
from planforge.ooxml.inspect.cascade import W
from planforge.ooxml.inspect.flow import Setter, walk
from planforge.ooxml.inspect.furniture import Furniture

if TYPE_CHECKING:
    from lxml.etree import _Element

_FIELD = re.compile(r"\bPAGE\b", re.IGNORECASE)
#: — 3 —, 第 3 页, 第3页 共9页.
_TYPED = re.compile(r"[—–―─－-]*\s*(?:第\s*)?\d{1,4}(?:\s*页)?\s*(?:[，,/／]?\s*共?\s*\d{1,4}\s*页?)?\s*[—–―─－-]*")
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def read(furniture: Iterable[Furniture], setter: Setter) -> Iterator[PageNumber]:
    """The page numbers of upright pages; turned pages have theirs elsewhere."""
    for piece in furniture:
        for element, _ in walk(piece.root) if not piece.sheet.lying else ():
            if _has_number(element):
                paragraph = setter.paragraph(element, 1, piece.stand, piece.sheet)
                align = _box_align(element) or paragraph.align
                yield PageNumber(replace(paragraph, element="页码", align=align), piece.pages)


def typed(furniture: Iterable[Furniture]) -> Iterator[str]:
    """What looks like a page number in headers and footers and has no field."""
    for piece in furniture:
        for element, _ in walk(piece.root):
            words = visible(element).strip()
            if _TYPED.fullmatch(words) and not _has_number(element):
                yield words


def _has_number(paragraph: _Element) -> bool:
    """Whether the field stands in the paragraph itself, and not in a text box of it."""
    if paragraph.find(f".//{W}txbxContent") is not None:
        return False
    codes = [code.text or "" for code in paragraph.iter(f"{W}instrText")]
    codes += [field.get(f"{W}instr", "") for field in paragraph.iter(f"{W}fldSimple")]
    return _FIELD.search(" ".join(codes)) is not None


def _box_align(paragraph: _Element) -> str:
    """Where the text box with the number stands across the page; empty where it is in none, or by a distance."""
    anchor = next(paragraph.iterancestors(f"{_WP}anchor"), None)
    return (anchor.findtext(f"{_WP}positionH/{_WP}align") or "") if anchor is not None else ""
