"""Word files (.docx): automatic numbers made visible, changes accepted, headers and comments left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from planforge.model import InputError, Layout, Paragraph, Text

if TYPE_CHECKING:
    from planforge.importers.word.content import Body
    from planforge.importers.word.package import Package


def recognises(data: bytes, file: str) -> bool:
    """Any zip archive but a workbook: what is none of Word's is refused with its true name."""
    from planforge.importers import xlsx

    return data.startswith((b"PK\x03\x04", b"PK\x05\x06")) and not xlsx.recognises(data, file)


def layout(data: bytes, file: str, *, with_chunks: bool = True) -> Layout:
    """The paragraphs of a Word file; a paragraph's line is its place among those read, from 1.

    `with_chunks`: files that it takes in are read as well.

    Raises InputError for a file that is damaged, encrypted, no Word file, or beyond all measure.
    """
    from planforge.importers.word import letterhead, suppressions
    from planforge.importers.word.package import Package

    package = Package(data, file)
    body, paragraphs = read_body(package, file, with_chunks=with_chunks)
    if not any(p.table or p.text.value.strip() for p in paragraphs):
        raise InputError(f"{file}：Word 文件里没有文字；如果正文是图片，请先做文字识别（OCR）。")
    mark = letterhead.mark(package, body.elements[0], file) if body.elements else Text()
    told, author = suppressions.read(package, body.elements), letterhead.author(package, file)
    lost = tuple(body.chunks.diagnostics) if body.chunks else ()
    return Layout(file, paragraphs, "", lost, told, mark, author, body.sealed, body.is_own)


def read_body(package: Package, file: str, *, with_chunks: bool = True) -> tuple[Body, tuple[Paragraph, ...]]:
    """The main part's paragraphs, and the reader that knows which element each line is. Raises InputError.

    The 版记 comes last, whatever was typed below it.
    """
    from planforge.importers.word import chunks, content, numbering, styles
    from planforge.ooxml.characters.locate import body_of

    body = body_of(package.part("word/document.xml"))
    if body is None:
        raise InputError(f"{file}：Word 文件里没有正文。")
    reader = content.Body(
        file,
        styles.read(package.part("word/styles.xml")),
        numbering.read(package.part("word/numbering.xml")),
        chunks.Chunks(package, file, _within) if with_chunks else None,
    )
    paragraphs = tuple(reader.read(body))
    kept = (paragraph for paragraph in paragraphs if not reader.heads_contents(paragraph))
    return reader, tuple(sorted(kept, key=lambda each: each.text.at(0).line in reader.imprint))


def _within(data: bytes, file: str) -> Layout:
    """The paragraphs of a file that stands in a Word file; those that it takes in itself are left out.

    Raises InputError where it can't be read.
    """
    from planforge.importers import importers

    if recognises(data, file):
        return layout(data, file, with_chunks=False)
    for importer in importers():
        if importer.recognises(data, file):
            return cast(Layout, importer.layout(data, file))
    raise InputError(f"{file}：文件里嵌入了读不出的内容。请用 Word 打开，另存为 .docx 再导入。")
