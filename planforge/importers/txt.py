"""Plain text and markdown: every line is a paragraph that may go on in the next one."""

from __future__ import annotations

import codecs
import re

from planforge.importers.foreign import damaged
from planforge.model import Diagnostic, InputError, Layout, Paragraph, Span, Text

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_INDENT = re.compile("\u3000\u3000(?!\\s)")
LAST_RESORT = True
_LONGEST_FILE = 40_000_000
#: In official Chinese more than a tenth of the characters are these; in Big5 taken for GBK hardly any.
_COMMON = frozenset("的和工作为大市行建设发展加强实施位责任政府推进一二三不年以中人有部门国")
_FEWEST_COMMON = 0.02
#: The share of characters that may be damaged in a text of a known encoding; in another encoding a third or more are.
_DAMAGED = 0.01


def recognises(data: bytes, file: str) -> bool:
    """Whatever holds no binary bytes; other importers are asked first."""
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return marked or b"\x00\x00" not in data[:4096] or _wide(data) is not None


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
    if wide := _wide(data):
        return data.decode(wide), (_odd_encoding(file, f"没有字节顺序标记，按 {wide} 读取"),)
    for encoding in ("utf-8", "gb18030"):
        value = data.decode(encoding, errors="replace")
        damaged = value.count("\ufffd") - data.count("\ufffd".encode(encoding))
        if damaged <= 0 and not _is_jumble(value):
            return value, ()
        if 0 < damaged <= len(value) * _DAMAGED:
            return value, (_odd_encoding(file, f"有 {damaged} 处不是合法的 {encoding} 编码，那里的字读不出来"),)
    return _guess(data, file)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark, by its zero bytes and the Chinese that it makes."""
    if b"\x00" not in data[:4096] or len(data) % 2 or len(data) > _LONGEST_FILE:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        value = data[:4096].decode(encoding, errors="replace")
        if "\x00" not in value and sum("\u4e00" <= c <= "\u9fff" for c in value) * 3 > len(value):
            return encoding
    return None


def _is_jumble(value: str) -> bool:
    """Whether letters of Chinese (or kana) are there, but hardly one of those that every official text is made of."""
    letters = [c for c in value[:20_000] if "\u3041" <= c <= "\u9fff"]
    return len(letters) > 40 and sum(c in _COMMON for c in letters) < len(letters) * _FEWEST_COMMON


def _guess(data: bytes, file: str) -> tuple[str, tuple[Diagnostic, ...]]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    if best is None:
        raise InputError(f"{file}：{damaged(file) or '看不出文字的编码。请用记事本或 WPS 另存为 UTF-8 文本再试。'}")
    traditional = data.decode("big5", errors="replace")
    encoding = best.encoding if "\ufffd" in traditional or _is_jumble(traditional) else "big5"
    value = data.decode(encoding, errors="replace")
    return value, (_odd_encoding(file, f"文字编码不规范，按 {encoding} 读取，个别字可能有误"),)


def _odd_encoding(file: str, what: str) -> Diagnostic:
    return Diagnostic("I301", "warning", f"{what}。", Span(file), "全文", "请另存为 UTF-8 编码的文本。")


def _paragraph(line: str, number: int, file: str) -> Paragraph:
    return Paragraph(Text.at_place(line, file, number), broken=True, indented=_INDENT.match(line) is not None)
