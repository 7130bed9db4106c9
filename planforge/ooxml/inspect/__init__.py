"""How any Word file is set: properties resolved, paragraphs named by what they are in a 公文."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from planforge.model import Document
from planforge.model.pages import Pages, SetParagraph, Sheet, Stand
from planforge.ooxml.characters.locate import body_of
from planforge.ooxml.inspect import furniture, lists, page_numbers, strokes, theme
from planforge.ooxml.inspect.cascade import Cascade, W
from planforge.ooxml.inspect.elements import assigned, is_mark
from planforge.ooxml.inspect.flow import Setter, walk
from planforge.ooxml.inspect.furniture import Furniture, Part
from planforge.ooxml.inspect.sheets import sections_of, sheet
from planforge.ooxml.inspect.signatures import signed

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Part", "inspect"]

#: Each `w:sectPr` with its paper.
Sections = Sequence[tuple["_Element", Sheet]]


def inspect(part: Part, document: Document) -> Pages:
    """How the file is set that `document` was read from; `part` gives its XML parts by name, None for a missing one.

    A paragraph's line is that of the document's own texts.
    """
    part = cache(part)  # several sections show the same header
    body = body_of(part("word/document.xml"))
    if body is None:
        return Pages(document.file, ())
    numbering = lists.read(part("word/numbering.xml"))
    setter = Setter(document.file, Cascade(part("word/styles.xml"), numbering, theme.read(_theme(part))))
    sections = [(s, sheet(s)) for s in sections_of(body)] or [(body, sheet(None))]
    return _with_furniture(_of_body(body, sections, setter, document), part, sections, setter)


def _of_body(body: _Element, sections: Sections, setter: Setter, document: Document) -> Pages:
    elements = list(walk(body))
    ranks = [setter.cascade.rank(element) for element, _ in elements]
    paragraphs = signed(tuple(assigned(list(_paragraphs(elements, sections, setter)), ranks, document)))
    imprint = [e for (e, _), p in zip(elements, paragraphs, strict=True) if p.element == "版记"]
    drawn, ruled = tuple(strokes.drawn(body)), tuple(strokes.of_tables(imprint))
    return Pages(document.file, paragraphs, drawn=drawn, cell_strokes=ruled)


def _with_furniture(pages: Pages, part: Part, sections: Sections, setter: Setter) -> Pages:
    """The pages with what their headers and footers tell."""
    around = furniture.read(part, sections)
    pieces = tuple(furniture.once(around))
    kinds = [told.values() for told in furniture.kinds_told(part, sections)]
    return replace(
        pages,
        paragraphs=(*_letterhead(pieces, setter), *pages.paragraphs),
        numbers=tuple(page_numbers.read(pieces, setter)),
        typed=tuple(page_numbers.typed(pieces)),
        bare=tuple(dict.fromkeys(page_numbers.bare(around, kinds))),
    )


def _paragraphs(
    elements: Iterable[tuple[_Element, Stand]], sections: Sections, setter: Setter
) -> Iterator[SetParagraph]:
    """The paragraphs, each on the sheet of its section: the one that a paragraph or the body ends with next."""
    current = 0
    for line, (element, stand) in enumerate(elements, 1):
        yield setter.paragraph(element, line, stand, sections[current][1])
        if element.find(f"{W}pPr/{W}sectPr") is not None:
            current = min(current + 1, len(sections) - 1)


def _letterhead(around: Iterable[Furniture], setter: Setter) -> Iterator[SetParagraph]:
    """The mark and the rules that a letter has in its first page's header (10.1)."""
    for piece in around:
        for element, _ in walk(piece.root) if piece.stand == "header" else ():
            paragraph = setter.paragraph(element, 1, "header", piece.sheet)
            yield replace(paragraph, element="机关标志") if is_mark(paragraph) else paragraph


def _theme(part: Part) -> _Element | None:
    name = next((name for _, name in furniture.targets(part) if "/theme/" in name), "")
    return part(name) if name else None
