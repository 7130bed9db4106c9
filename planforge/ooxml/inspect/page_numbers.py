"""Page numbers: paragraphs of headers and footers that hold a PAGE field, and the pages that they stand on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from planforge.model.pages import PageKind, PageNumber, SetParagraph
from planforge.ooxml.characters.locate import visible
from planforge.ooxml.inspect.cascade import NS, W
from planforge.ooxml.inspect.flow import Setter, walk
from planforge.ooxml.inspect.furniture import Furniture

if TYPE_CHECKING:
    from lxml.etree import _Element

_FIELD = re.compile(r"\bPAGE\b", re.IGNORECASE)
#: Dashes and the like that stand around a number.
DASHES = "[—–―─－~～·•-]"
#: — 3 —, 第 3 页, 第3页 共9页, 3/9; a bare number of four digits may be a year.
_LONGEST_TYPED = 40
_TYPED = re.compile(
    rf"{DASHES}*\s*第\s*\d{{1,4}}\s*页(?:\s*[,，/／]?\s*共\s*\d{{1,4}}\s*页)?\s*{DASHES}*"
    rf"|{DASHES}+\s*\d{{1,4}}\s*{DASHES}+|\d{{1,3}}(?:\s*页|\s*[/／]\s*\d{{1,3}})?"
)
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_V = "{urn:schemas-microsoft-com:vml}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def read(furniture: Iterable[Furniture], setter: Setter) -> Iterator[PageNumber]:
    """The page numbers, each once for every kind of page it stands on."""
    for piece in furniture:
        for element in numbered(piece.root):
            paragraph = setter.paragraph(element, 1, piece.stand, piece.sheet)
            align = _box_align(element) or paragraph.align
            told = replace(paragraph, element="页码", align=align)
            yield PageNumber(told, piece.pages, _is_turned(element), None if _floats(element) else _beside(told))


def bare(sections: Iterable[Sequence[Furniture]], kinds: Iterable[Collection[PageKind]]) -> Iterator[PageKind]:
    """The kinds of pages without a number in sections that number others; `kinds` are those that each tells apart."""
    for pieces, told in zip(sections, kinds, strict=True):
        shown = {piece.pages for piece in pieces if has_number(piece.root)}
        yield from (kind for kind in told if shown and kind not in shown)


def typed(furniture: Iterable[Furniture]) -> Iterator[str]:
    """What looks like a page number in headers and footers and has no field."""
    for piece in furniture:
        for element, _ in walk(piece.root):
            words = visible(element).strip()
            if looks_typed(words) and not _holds_number(element):
                yield words


def looks_typed(words: str) -> bool:
    """Whether words look like a page number: one that was typed is the same on every page."""
    return len(words) <= _LONGEST_TYPED and _TYPED.fullmatch(words) is not None


def has_number(root: _Element) -> bool:
    """Whether a header or footer has the page's number."""
    return next(numbered(root), None) is not None


def numbered(root: _Element) -> Iterator[_Element]:
    """The paragraphs of a header or footer that have the page's number."""
    return (element for element, _ in walk(root) if _holds_number(element))


def _holds_number(paragraph: _Element) -> bool:
    """Whether the field stands in the paragraph itself, and not in a text box of it."""
    codes = [code.text or "" for code in paragraph.iter(f"{W}instrText") if is_own(code, paragraph)]
    codes += [f.get(f"{W}instr", "") for f in paragraph.iter(f"{W}fldSimple") if is_own(f, paragraph)]
    return _FIELD.search(" ".join(codes)) is not None


def is_own(element: _Element, paragraph: _Element) -> bool:
    """Whether an element stands in a paragraph itself, and not in a text box of it."""
    return next(element.iterancestors(f"{W}p"), None) is paragraph


def _floats(paragraph: _Element) -> bool:
    """Whether the number stands in a frame or a box, whose own place isn't measured."""
    framed = paragraph.find("w:pPr/w:framePr", NS) is not None
    return framed or next(paragraph.iterancestors(f"{W}txbxContent"), None) is not None


def _beside(paragraph: SetParagraph) -> int | None:
    """The indent at the side where the number stands, and the blanks typed there."""
    words, blank = paragraph.text.value, paragraph.main.size * 10
    if "\t" in words or paragraph.align not in ("left", "both", "right"):
        return None
    if paragraph.align == "right":
        return paragraph.right + round(_typed_blanks(words[len(words.rstrip()) :]) * blank)
    return paragraph.left + round((paragraph.first + _typed_blanks(words[: len(words) - len(words.lstrip())])) * blank)


def _typed_blanks(blanks: str) -> float:
    """How many characters wide blanks are: an ideographic one is a whole one."""
    return sum(1.0 if blank == "\u3000" else 0.5 for blank in blanks)


def _is_turned(paragraph: _Element) -> bool:
    """Whether the text box with the number reads downwards: beside a lying page (GB/T 9704-2012, 8)."""
    shape = next(paragraph.iterancestors(f"{_WPS}wsp"), None)
    turn = shape.find(f"{_WPS}bodyPr") if shape is not None else None
    flow = next(paragraph.iterancestors(f"{_V}textbox"), None)
    return (turn is not None and turn.get("vert", "horz") != "horz") or (
        flow is not None and "vertical" in flow.get("style", "")
    )


def _box_align(paragraph: _Element) -> str:
    """Where the text box with the number stands across the page; empty where it is in none, or by a distance."""
    anchor = next(paragraph.iterancestors(f"{_WP}anchor"), None)
    return (anchor.findtext(f"{_WP}positionH/{_WP}align") or "") if anchor is not None else ""
