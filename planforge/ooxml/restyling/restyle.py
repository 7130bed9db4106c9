"""Sets a Word file anew by a style profile: paper, grid, fonts, indents, heading styles.

Words, tables, pictures, headers and footers stay as they are; `numbering` sets the page numbers.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planforge.model import Document
from planforge.model.pages import SetParagraph, is_red
from planforge.ooxml.characters.cutting import cut, is_plain
from planforge.ooxml.characters.locate import body_of
from planforge.ooxml.inspect import Part, inspect
from planforge.ooxml.inspect.cascade import NS
from planforge.ooxml.inspect.flow import walk
from planforge.ooxml.inspect.sheets import sections_of, sheet, switched
from planforge.ooxml.namespaces import MAIN
from planforge.ooxml.parts import paragraphs
from planforge.ooxml.parts.paragraphs import Layout
from planforge.ooxml.parts.sections import section as page_of
from planforge.ooxml.restyling.headings import Headings, face_properties
from planforge.ooxml.restyling.language import speak_chinese
from planforge.ooxml.restyling.merging import built, child, first, merge, put
from planforge.ooxml.restyling.signatures import signature_places
from planforge.styles import Face, Style

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
#: In running text the author's emphasis (一是…) stays.
_BOLD = frozenset({"b", "bCs"})
#: A mark keeps its size, so it keeps what makes a long name fit its line, too.
_NARROWED = frozenset({"w", "spacing"})
#: Lines as high as what stands in them, without blanks above and below: for paragraphs with pictures.
_NATURAL = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
#: As Word does by default; unless a file says so, LibreOffice 7.4 leaves out marks at the end of full lines.
_FLAGS = '<w:overflowPunct w:val="1"/><w:snapToGrid w:val="0"/>'
#: A title has no rule, as the ones of Word's own styles have; a red one is the letterhead's.
_NO_RULE = '<w:pBdr><w:top w:val="nil"/><w:bottom w:val="nil"/></w:pBdr>'
_PICTURES = (f"{_W}drawing", f"{_W}pict", f"{_W}object")


def restyle(root: _Element, read: Part, document: Document, style: Style) -> None:
    """Set `root`, the main part that `document` was read from, by the profile.

    `read` gives the file's other parts, the same element each time: the stylesheet gets the profile's heading styles.
    """
    pages = inspect(lambda name: root if name == "word/document.xml" else read(name), document)
    body = body_of(root)
    elements = [element for element, _ in walk(body)] if body is not None else []
    told = [p for p in pages.paragraphs if p.stand != "header"]
    places = signature_places(told, style)
    headings = Headings.given(read, style)
    _keep_off_the_grid(read("word/styles.xml"))
    for turn, (element, paragraph) in enumerate(zip(elements, told, strict=True)):
        wanted = _Wanted(style.body, style.body, places.get(turn)) if turn in places else _wanted(paragraph, style)
        if wanted:
            _set(element, paragraph, wanted, style.body)
            _enter(element, paragraph, wanted, headings)
    for each in sections_of(root):
        _set_page(each, style)


def _set_page(section: _Element, style: Style) -> None:
    """The paper; upright pages get margins and grid as well. A letterhead stays as far from the edges as it is."""
    lying = sheet(section).lying
    page, old = built(page_of(style, lying)), section.find("w:pgMar", NS)
    for name in ("pgSz",) if lying else ("pgSz", "pgMar", "docGrid"):
        put(section, child(page, name))
    new = section.find("w:pgMar", NS)
    if new is not None and old is not None and switched(section, "titlePg") and not lying:
        kept = {f"{_W}{side}": old.get(f"{_W}{side}") for side in ("header", "footer")}
        new.attrib.update({name: value for name, value in kept.items() if value is not None})


def _keep_off_the_grid(styles: _Element | None) -> None:
    """What isn't set anew, tables above all, keeps the height of its lines: the page's grid would pull them apart."""
    if styles is not None:
        usual = child(child(child(styles, "docDefaults"), "pPrDefault"), "pPr")
        put(usual, usual.makeelement(f"{_W}snapToGrid", {f"{_W}val": "0"}))


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The faces of a paragraph's heading and of what follows it, its layout (None for these two: as it is), and a
    heading's level from 0 (None: no heading).
    """

    head: Face
    rest: Face | None
    layout: Layout | None
    level: int | None = None


def _wanted(paragraph: SetParagraph, style: Style) -> _Wanted | None:
    body, line = style.body, style.line
    indented = Layout("both", line, first=(0, 0) if paragraph.text.value[:1].isspace() else (2, 2 * body.width), left=0)
    flush = Layout("both", line, first=(0, 0), left=0)
    mark = replace(style.mark, size=paragraph.main.size)
    levels = {
        name: _Wanted(face, body, indented, level)
        for level, (name, face) in enumerate(zip(("一级", "二级", "三级", "四级"), style.levels, strict=True))
    }
    known = levels | {
        "标题": _Wanted(style.title, style.title, Layout("center", style.title_line, first=(0, 0), left=0)),
        "正文": _Wanted(body, body, indented),
        "主送机关": _Wanted(body, body, flush),
        "发文字号": _Wanted(body, None, None),
        "机关标志": _Wanted(mark, mark, None),
        "附件字样": _Wanted(style.attachment, style.attachment, flush),
        "密级": _Wanted(style.secrecy, style.secrecy, flush),
        "版记": _Wanted(style.imprint, style.imprint, None),
    }
    return known.get(paragraph.element)


def _set(element: _Element, paragraph: SetParagraph, wanted: _Wanted, body: Face) -> None:
    """Runs first: where a heading ends within a run, that is cut in two. An exact line would cut a picture off."""
    length = len(paragraph.text.value)
    stop = paragraph.head + 1 if paragraph.head < length else length
    pieces = cut(element, [(0, stop)])
    for piece in pieces.stretches:
        run = piece.element.getparent()
        if run is not None and is_plain(piece):
            face = wanted.head if piece.start < stop else wanted.rest
            if face:
                _dress(first(run, "rPr"), face, _kept(paragraph, face, body))
    if wanted.layout and paragraph.stand == "body":
        pictured = any(True for _ in element.iter(*_PICTURES))
        layout = replace(wanted.layout, line=None) if pictured else wanted.layout
        inner = paragraphs.inner_properties(layout, _NATURAL if pictured else _FLAGS)
        merge(first(element, "pPr"), f"<w:pPr>{_rule(paragraph)}{inner}</w:pPr>")
        if element.find("w:pPr/w:numPr", NS) is not None:  # an automatic number looks as the paragraph's end does
            _dress(child(first(element, "pPr"), "rPr"), wanted.head, ())


def _rule(paragraph: SetParagraph) -> str:
    """What takes a rule away that doesn't belong to a paragraph."""
    stroke = paragraph.stroke if paragraph.element == "标题" else None
    return _NO_RULE if stroke and not is_red(stroke.colour) else ""


def _kept(paragraph: SetParagraph, face: Face, body: Face) -> Collection[str]:
    """The properties of a run that stay the author's."""
    if paragraph.element == "机关标志":
        return _NARROWED
    return _BOLD if face == body else ()


def _enter(element: _Element, paragraph: SetParagraph, wanted: _Wanted, headings: Headings) -> None:
    """Bring headings alone on their line into the navigation pane; text, which would fill it, stays out."""
    if paragraph.stand != "body":
        return
    if wanted.level is not None and paragraph.head >= len(paragraph.text.value):
        headings.enter(element, wanted.level)
    elif wanted.level is not None or paragraph.element == "正文":
        headings.leave(element)


def _dress(own: _Element, face: Face, kept: Collection[str]) -> None:
    """Set a run's properties to a face but for what is `kept`; its language is Chinese."""
    merge(own, face_properties(face), kept)
    speak_chinese(own)
