"""PDF files with a text layer: lines joined into paragraphs, running heads cut, ruled tables read as such."""

from __future__ import annotations

import io
import logging
from typing import Any

from planforge.model import Diagnostic, InputError, Layout, Span

_MOST_PAGES = 600
#: Fewer characters a page than this, and the pages are pictures.
_FEWEST_CHARACTERS = 8
#: The share of characters that a font may leave unknown.
_MOST_UNKNOWN = 0.1
#: How many pages a message names.
_SHOWN = 10


def recognises(data: bytes, file: str) -> bool:
    """Whether the mark of a PDF stands near the beginning, where readers accept it."""
    return b"%PDF-" in data[:1024]


def layout(data: bytes, file: str) -> Layout:
    """The paragraphs of a PDF; a paragraph's line is its number. Raises InputError for scans and damaged files."""
    document = _open(data, file)
    try:
        pages = document.pages[:_MOST_PAGES]
        return _read(pages, len(document.pages), file)
    except InputError:
        raise
    except Exception as error:  # the parser raises whatever a damaged file makes it stumble over
        raise InputError(
            f"{file}：PDF 已损坏，读到一半出错（{type(error).__name__}）。请重新导出 PDF，或改用 Word 文件。"
        ) from None
    finally:
        document.close()


def _open(data: bytes, file: str) -> Any:
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        return pdfplumber.open(io.BytesIO(data), unicode_norm=None)
    except Exception as error:  # as above: anything may come out of a damaged file
        locked = isinstance(error, PDFPasswordIncorrect) or "PasswordIncorrect" in repr(error)
        reason = "PDF 设了打开密码，请去掉密码后再试。" if locked else "PDF 不完整或已损坏，请重新导出。"
        raise InputError(f"{file}：{reason}") from None


def _read(pages: list[Any], count: int, file: str) -> Layout:
    from planforge.importers.page import lines, paragraphs

    read = list(lines.of_pages(pages))
    built = tuple(paragraphs.build(read, file))
    texts = [text.value for p in built for text in (p.text, *(cell for row in p.table or () for cell in row))]
    characters, unknown = sum(map(len, texts)), sum(text.count(lines.UNKNOWN) for text in texts)
    _refuse_unreadable(characters, unknown, len(pages), file)
    pictures = _pictures(pages, {line.page for line in read})
    return Layout(file, built, diagnostics=_faults(count, pictures, unknown, file))


def _refuse_unreadable(characters: int, unknown: int, pages: int, file: str) -> None:
    """Raises InputError where hardly a word, or too few of the characters, can be read."""
    how = "请找 Word 文件或电子版，或做文字识别（OCR）再导入。"
    if characters < _FEWEST_CHARACTERS * pages:
        raise InputError(f"{file}：PDF 里没有可读的文字层，像是扫描件。{how}")
    if unknown > characters * _MOST_UNKNOWN:
        raise InputError(f"{file}：PDF 没有记下印的是哪些字，复制出来也是乱码。{how}")


def _pictures(pages: list[Any], read: set[int]) -> list[int]:
    """The numbers of the pages without words that show a picture; blank ones aren't among them."""
    bare = (page for number, page in enumerate(pages) if number not in read)
    return [page.page_number for page in bare if page.images]


def _faults(count: int, pictures: list[int], unknown: int, file: str) -> tuple[Diagnostic, ...]:
    found = []
    if count > _MOST_PAGES:
        message = f"PDF 有 {count} 页，只读了前 {_MOST_PAGES} 页。"
        found.append(("I302", message, "请把要导入的公文单独导出为 PDF。"))
    if pictures:
        pages = f"第{'、'.join(map(str, pictures[:_SHOWN]))}页{'等' * (len(pictures) > _SHOWN)}"
        message = f"PDF 的{pages}没有文字层，像是扫描的图片，没有读入。"
        found.append(("I303", message, "请把这几页做文字识别（OCR），或者找电子版再导入。"))
    if unknown:
        message = f"PDF 里有 {unknown} 个字没有记下是哪个字，读不出来。"
        found.append(("I304", message, "请对照原件补上。"))
    return tuple(Diagnostic(code, "warning", message, Span(file), "全文", advice) for code, message, advice in found)
