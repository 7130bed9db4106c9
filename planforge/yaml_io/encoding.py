"""From bytes to text: UTF-8, UTF-16 and GB18030 are read, files that aren't text are refused."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from planforge.model import Diagnostic, InputError, Position, Span
from planforge.yaml_io.faults import diagnostic

#: A plan of a ministry has some thousand lines; beyond these limits a file is a mistake, or hostile.
MAX_BYTES = 10_000_000
MAX_LINES = 200_000
MAX_LINE = 100_000

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: How a file may be written, in the order in which `decode` tries them.
_ENCODINGS = (*_BOMS, *((b"", encoding) for encoding in ("utf-8", "gb18030", "utf-16-le", "utf-16-be")))
_SIGNATURES = (
    (b"PK\x03\x04", "Word、WPS 或 Excel 文件"),
    (b"%PDF", "PDF 文件"),
    (b"\xd0\xcf\x11\xe0", "旧版 Word 或 WPS 文件"),
)
#: The ends of lines, as every program writes them.
BREAK = re.compile("\r\n?|\n")
#: YAML takes these for line breaks or refuses them; Word and web pages leave them in pasted text.
#: A byte order mark is one behind other characters of its line.
_CONTROL = re.compile(
    "(?m)[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\x85\u2028\u2029\ufffe\uffff\ud800-\udfff\ufeff](?<!^\ufeff)"
)


def decode(source: bytes, file: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of a file, and what is wrong with its characters.

    Raises InputError for an empty or oversized file and for one that isn't text.
    """
    _refuse_unreadable(source, file)
    text, notes = _decode(source, file)
    if not text.strip():
        raise InputError("文件是空的：至少要有一行“标题: ……”。", Span(file))
    _refuse_oversized(lines_of(text), file)
    return text, (*notes, *_controls(text, file))


def written_in(source: bytes, text: str, file: str) -> tuple[bytes, str]:
    """BOM and encoding that give the very bytes of the file again; what was damaged can't be written back."""
    for mark, encoding in _ENCODINGS:
        try:
            if source.startswith(mark) and mark + text.encode(encoding) == source:
                return mark, encoding
        except UnicodeEncodeError:
            continue
    what = "文件里有损坏的字符，或者编码不是 UTF-8、GBK、UTF-16，不能原样写回"
    raise InputError(f"{file}：{what}。请先用记事本另存为 UTF-8。", Span(file))


def reencoded(text: str, source: bytes, file: str) -> bytes:
    """A text as the file `source` is written: with its BOM, in its encoding."""
    mark, encoding = written_in(source, decode(source, file)[0], file)
    return mark + text.encode(encoding)


def readable(text: str) -> str:
    """The text as YAML can read it: control characters become blanks, one for one, so that columns hold."""
    return _CONTROL.sub(" ", text)


def lines_of(text: str) -> list[str]:
    """The lines of a text, without their breaks."""
    return BREAK.split(text) if "\r" in text else text.split("\n")


def _refuse_unreadable(source: bytes, file: str) -> None:
    if len(source) > MAX_BYTES:
        raise InputError(f"文件超过 {MAX_BYTES // 1_000_000} MB，不像一份计划；请拆成几份文件。", Span(file))
    for signature, what in _SIGNATURES:
        if source.startswith(signature):
            raise InputError(f"这是{what}，不是 YAML；请先运行 planforge import 转换。", Span(file))


def _refuse_oversized(lines: list[str], file: str) -> None:
    if len(lines) > MAX_LINES:
        raise InputError(f"文件超过 {MAX_LINES} 行，不像一份计划；请拆成几份文件。", Span(file))
    if longest := next((number for number, line in enumerate(lines, 1) if len(line) > MAX_LINE), None):
        place = Position(longest)
        raise InputError(f"第 {longest} 行超过 {MAX_LINE} 字，不像一份计划。", Span(file, place, place))


def _decode(source: bytes, file: str) -> tuple[str, tuple[Diagnostic, ...]]:
    for bom, encoding in _BOMS:
        if source.startswith(bom):
            text = source[len(bom) :].decode(encoding, "replace")
            return text, () if encoding == "utf-8" else (_foreign(encoding, file),)
    for encoding in _guesses(source):
        try:
            text = source.decode(encoding)
        except UnicodeDecodeError:
            continue
        if (encoding == "utf-8" and "\0" not in text) or _plausible(text):
            return text, () if encoding == "utf-8" else (_foreign(encoding, file),)
    return _damaged(source, file)


def _guesses(source: bytes) -> tuple[str, ...]:
    """Encodings to try, in order. Every second byte of ASCII in UTF-16 is zero; in the others one is by accident."""
    head = source[:4096]
    if b"\0" not in head:
        return "utf-8", "gb18030"
    return "utf-8", "utf-16-be" if head[::2].count(0) > head[1::2].count(0) else "utf-16-le"


def _plausible(text: str) -> bool:
    """Whether decoded text looks like writing: next to no control characters or unassigned private ones."""
    odd = sum(
        1 for character in text if (character < " " and character not in "\t\n\r") or "\ue000" <= character <= "\uf8ff"
    )
    return odd <= max(1, len(text) // 100)


def _damaged(source: bytes, file: str) -> tuple[str, tuple[Diagnostic, ...]]:
    text = source.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    if not 0 < lost <= max(3, len(text) // 50) or not _plausible(text):
        raise InputError("这不是文本文件，或者编码无法识别；请另存为 UTF-8 编码的文本。", Span(file))
    message = f"文件里有 {lost} 处损坏的字符。"
    return text, (
        diagnostic("Y014", message, _place(text, text.index("\ufffd"), file), "在编辑器里补上这些字，存为 UTF-8"),
    )


def _foreign(encoding: str, file: str) -> Diagnostic:
    name = " GBK（GB18030）" if encoding == "gb18030" else f" {encoding.upper()} "
    return diagnostic("Y013", f"文件是{name}编码，已按此读取。", Span(file), "另存为 UTF-8，免得别的程序读成乱码")


def _controls(text: str, file: str) -> Iterator[Diagnostic]:
    """One finding for all control characters of a file, at the first."""
    first = _CONTROL.search(text)
    if first:
        message = f"有 {len(_CONTROL.findall(text))} 个看不见的控制字符，已当作空格。"
        yield diagnostic("Y012", message, _place(text, first.start(), file), "删去它；它多半是从 Word 或网页粘贴来的")


def _place(text: str, offset: int, file: str) -> Span:
    before = lines_of(text[:offset])
    line, column = len(before), len(before[-1]) + 1
    return Span(file, Position(line, column), Position(line, column + 1))
