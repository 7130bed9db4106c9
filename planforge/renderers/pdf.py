"""The Word file as a PDF, set by LibreOffice where that is installed."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from planforge.model import Document, InputError
from planforge.ooxml.machine import libreoffice
from planforge.renderers import docx
from planforge.styles import Style

FORMAT = "pdf"
SUFFIX = ".pdf"

_DATE = b"19800101000000"


def render(document: Document, style: Style | None = None, templates: Path | None = None) -> bytes:
    """The PDF of the DOCX that `renderers.docx` makes of the same. Raises InputError without LibreOffice."""
    if libreoffice.program() is None:
        raise InputError("生成 PDF 要用 LibreOffice，本机没有安装。可先生成 Word 文件，再用 Word 或 WPS 另存为 PDF。")
    source = docx.render(document, style, templates)
    try:
        return _undated(
            libreoffice.convert(source, ".docx", "pdf"), hashlib.md5(source, usedforsecurity=False).digest()
        )
    except libreoffice.ConversionError as fault:
        raise InputError(f"没能生成 PDF：{fault}。可先生成 Word 文件，再用 Word 或 WPS 另存为 PDF。") from None


def _undated(pdf: bytes, key: bytes) -> bytes:
    """The PDF without the time of its making: the same document gives the same bytes.

    LibreOffice 7.4 has no setting for it. What is put in has the length of what was there, so that offsets stay right.
    """
    name = key.hex().upper().encode()
    pdf = re.sub(rb"(/CreationDate\(D:)\d{14}", rb"\g<1>" + _DATE, pdf)
    return re.sub(rb"(/ID \[ <|>\s<|/DocChecksum /)[0-9A-F]{32}", rb"\g<1>" + name, pdf)
