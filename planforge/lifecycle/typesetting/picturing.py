"""The pages of a plan as they come out of the printer: set by LibreOffice, painted by PDFium."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from planforge.files import read_bytes
from planforge.lifecycle.office import office_of
from planforge.lifecycle.typesetting.rendering import render
from planforge.model import Document, InputError
from planforge.model.pictures import PagePicture, PagePictures
from planforge.ooxml.machine import libreoffice

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

#: Pages and bytes that a report has room for; a page takes some 50 kB.
_MOST_PAGES, _MOST_BYTES = 40, 6_000_000
#: Pixels for a point: 96 dots an inch, as a browser shows a page at its own size.
_SCALE = 96 / 72
#: Black on white with a red head needs few colours.
_COLOURS = 24
_CONVERTED = frozenset({".docx", ".doc", ".wps"})


def pictures(path: str, document: Document, style: str = "") -> PagePictures:
    """The pages of the file at `path`, which `document` was read from: its own where it has pages, else as rendered.

    Raises InputError where LibreOffice is needed and isn't there, or makes nothing of the file.
    """
    return _painted(_pdf(path, document, style))


def _pdf(path: str, document: Document, style: str) -> bytes:
    suffix = PurePath(path).suffix.lower()
    if suffix == ".pdf":
        return read_bytes(path)
    if libreoffice.program() is None:
        raise InputError("版面图片要用 LibreOffice 排版，本机没有安装；报告里没有图片，其余照常。")
    if suffix not in _CONVERTED:
        return render(document, office_of(path), "pdf", style)
    try:
        return libreoffice.convert(read_bytes(path), suffix, "pdf")
    except libreoffice.ConversionError as fault:
        raise InputError(f"没能排出版面图片：{fault}；报告里没有图片，其余照常。") from None


def _painted(pdf: bytes) -> PagePictures:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        raise InputError("PDF 打不开，报告里没有版面图片，其余照常。") from None
    try:
        return PagePictures(tuple(_pages(document)), len(document))
    finally:
        document.close()


def _pages(document: PdfDocument) -> Iterator[PagePicture]:
    room = _MOST_BYTES
    for number, page in enumerate(document, 1):
        picture = _picture(number, page)
        room -= len(picture.png)
        if number > _MOST_PAGES or room < 0:
            return
        yield picture


def _picture(number: int, page: PdfPage) -> PagePicture:
    image = page.render(scale=_SCALE).to_pil().convert("RGB").quantize(_COLOURS)
    stream = io.BytesIO()
    image.save(stream, "PNG", optimize=True)
    words = page.get_textpage().get_text_range()
    return PagePicture(number, stream.getvalue(), image.width, image.height, words)
