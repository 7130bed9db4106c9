"""Plain text and markdown: every line is a paragraph that may go on in the next one."""

from __future__ import annotations

import codecs
import re

from planforge.model import Diagnostic, InputError, Layout, Paragraph, Span, Text

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
LAST_RESORT = True
_LONGEST_FILE = 40_000_000
#: The share of characters that may be damaged in a text of a known encoding; in another encoding a third or more are.
_DAMAGED = 0.01


def recognises(data: bytes, file: str) -> bool:
    """Whatever holds no binary bytes; other importers are asked first."""
    return data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\x00\x00" not in data[:4096]


def layout(data: bytes, file: str) -> Layout:
    """The lines of a text file. Raises InputError for one that is empty, too long or in no known encoding."""
    if len(data) > _LONGEST_FILE:
        raise InputError(f"{file}：文本有 {len(data) // 2**20} MB，不像是公文；请确认文件没有选错。")
    value, diagnostics = decode(data, file)
    if not value.strip():
        raise InputError(f"{file}：文件里没有文字。")
    lines = enumerate(_LINE_END.split(value), 1)
    return Layout(file, tuple(_paragraph(line, number, file) for number, line in lines), diagnostics=diagnostics)


def decode(data: bytes, file: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of bytes in UTF-8, UTF-16 or GB18030; a guess at another encoding is reported."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, errors="replace"), ()
    for encoding in ("utf-8", "gb18030"):
        value = data.decode(encoding, errors="replace")
        damaged = value.count("\ufffd") - data.count("\ufffd".encode(encoding))
        if damaged <= 0:
            return value, ()
        if damaged <= len(value) * _DAMAGED:
            return value, (_odd_encoding(file, f"有 {damaged} 处不是合法的 {encoding} 编码，那里的字读不出来"),)
    return _guess(data, file)


def _guess(data: bytes, file: str) -> tuple[str, tuple[Diagnostic, ...]]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    if best is None:
        raise InputError(f"{file}：看不出文字的编码。请用记事本或 WPS 另存为 UTF-8 文本再试。")
    value = data.decode(best.encoding, errors="replace")
    return value, (_odd_encoding(file, f"文字编码不规范，按 {best.encoding} 读取，个别字可能有误"),)


def _odd_encoding(file: str, what: str) -> Diagnostic:
    return Diagnostic("I301", "warning", f"{what}。", Span(file), "全文", "请另存为 UTF-8 编码的文本。")


def _paragraph(line: str, number: int, file: str) -> Paragraph:
    return Paragraph(Text.at_place(line, file, number), broken=True)
