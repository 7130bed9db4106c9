"""PDF files with a text layer: lines joined into paragraphs, running heads cut, ruled tables read as such."""

from __future__ import annotations

import io
import logging
from typing import Any

from planforge.model import Diagnostic, InputError, Layout, Span

_MOST_PAGES = 600
#: Fewer characters a page than this, and the pages are pictures.
_FEWEST_CHARACTERS = 8


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
    characters = sum(len(line.text) + sum(len(c or "") for row in line.rows or () for c in row) for line in read)
    if characters < _FEWEST_CHARACTERS * len(pages):
        raise InputError(f"{file}：PDF 里没有可读的文字层，像是扫描件。请先做文字识别（OCR），或找电子版再导入。")
    return Layout(file, tuple(paragraphs.build(read, file)), diagnostics=_too_long(count, file))


def _too_long(count: int, file: str) -> tuple[Diagnostic, ...]:
    if count <= _MOST_PAGES:
        return ()
    message = f"PDF 有 {count} 页，只读了前 {_MOST_PAGES} 页。"
    return (Diagnostic("I302", "warning", message, Span(file), "全文", "请把要导入的公文单独导出为 PDF。"),)
