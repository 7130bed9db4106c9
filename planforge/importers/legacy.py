"""Word 97–2003 (.doc) and WPS (.wps) files, converted by LibreOffice where it is installed."""

from __future__ import annotations

from planforge.model import InputError, Layout
from planforge.ooxml.machine import libreoffice

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
#: Parts of such containers, as their names stand in the file (UTF-16).
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK = "Workbook".encode("utf-16-le")
_WORD = "WordDocument".encode("utf-16-le")


def recognises(data: bytes, file: str) -> bool:
    """Whether a file is an OLE2 container, as .doc and .wps are, or RTF."""
    return data.startswith((_OLE2, _RTF))


def layout(data: bytes, file: str) -> Layout:
    """The paragraphs of the file once converted to DOCX. Raises InputError where that can't be done, saying why."""
    from planforge.importers import docx

    return docx.layout(as_docx(data, file), file)


def as_docx(data: bytes, file: str) -> bytes:
    """The file as a DOCX, comments and tracked changes included. Raises InputError like `layout`."""
    if _ENCRYPTED in data:
        raise InputError(f"{file}：文件设了打开密码。请在 Word 里去掉密码，另存后再导入。")
    if data.startswith(_OLE2) and _WORD not in data:
        if _WORKBOOK in data:
            raise InputError(f"{file}：这是旧版 Excel 工作簿（.xls）。请在 Excel 或 WPS 里另存为 .xlsx 再导入。")
        raise InputError(
            f"{file}：文件里没有 Word 正文，可能已损坏。请在 Word 或 WPS 里打开内容，另存为 .docx 再导入。"
        )
    if libreoffice.program() is None:
        raise InputError(
            f"{file}：这是旧版 Word/WPS 文件（.doc、.wps），要装有 LibreOffice 才能读取。"
            "请用 Word 或 WPS 另存为 .docx 再导入。"
        )
    try:
        return libreoffice.convert(data, ".rtf" if data.startswith(_RTF) else ".doc", "docx")
    except libreoffice.ConversionError as fault:
        raise InputError(f"{file}：{fault}，可能已损坏。请用 Word 或 WPS 另存为 .docx 再导入。") from None
