"""On which page everything lies: asked of LibreOffice where it is installed, counted by `flow` where it isn't."""

from __future__ import annotations

import io
from collections.abc import Iterator

from planforge.ooxml.machine import libreoffice
from planforge.renderers.docx.paging import flow
from planforge.renderers.docx.paging.pages import Pages
from planforge.styles import Style

#: Every bookmark becomes a place in the PDF that has a name.
_EXPORT = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
#: LibreOffice spells such a name with letters, digits and the codes of everything else.
_UNDERSCORE = "5F"


def pages(file: bytes, style: Style, taken: int = 0) -> Pages:
    """The pages of a Word file that this package wrote; LibreOffice's are those of the PDF that it makes of the file.

    `taken` twips of page 1 are a letterhead's.
    """
    try:
        return _measured(libreoffice.convert(file, ".docx", _EXPORT))
    except (FileNotFoundError, libreoffice.ConversionError):
        return flow.count(file, style, taken)


def _measured(pdf: bytes) -> Pages:
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser

    document = PDFDocument(PDFParser(io.BytesIO(pdf)))
    numbers = {page.pageid: number for number, page in enumerate(PDFPage.create_pages(document), 1)}
    return Pages(len(numbers), dict(_named(document.catalog, numbers)))


def _named(catalog: dict[str, object], numbers: dict[object, int]) -> Iterator[tuple[str, int]]:
    """The bookmarks that a file names as Word does (`_Toc00000001`), with their pages."""
    from pdfminer.pdftypes import dict_value, list_value

    for name, place in dict_value(catalog.get("Dests", {})).items():
        if name.startswith(_UNDERSCORE):
            yield "_" + name.removeprefix(_UNDERSCORE), numbers[list_value(place)[0].objid]
