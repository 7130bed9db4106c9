"""Files that are no documents with text, known by their first bytes: each gets a word on what to do instead."""

from __future__ import annotations

import json
import re

from planforge.model import InputError, Layout

_PICTURE = "这是图片，里面的字读不出来。请先做文字识别（OCR），存为 Word 或文本再导入。"
_LOCK = "这是文件打开时留下的临时文件（文件名以“~$”开头），里面没有正文。请导入没有“~$”的那个文件。"
_ARCHIVE = "这是压缩包。请解压后导入里面的文件。"
#: Word and Excel keep the name of who has a file open in one of 162 or 165 bytes.
_LARGEST_LOCK = 512
_WORD_2003 = "这是 Word 2003 的 XML 文档。请用 Word 或 WPS 打开，另存为 .docx 再导入。"
_DATA = "这是 JSON 数据，不是公文。请导入原来的公文（Word、PDF、网页或文本）；要点写成 YAML，再用 check 等命令。"
_SIGNS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"\x1f\x8b\x08", _ARCHIVE),
    (b"\x7fELF", "这是程序，不是公文。请确认文件没有选错。"),
    (b"MZ\x90\x00", "这是程序，不是公文。请确认文件没有选错。"),
)


#: What a file was meant to be, by the end of its name.
_MEANT = {".docx": "Word 文件", ".doc": "Word 文件", ".wps": "WPS 文件", ".xlsx": "Excel 工作簿", ".pdf": "PDF 文件"}


def damaged(file: str) -> str:
    """What to say of a file that is not what its name says it is; empty where the name says nothing."""
    meant = next((kind for suffix, kind in _MEANT.items() if file.lower().endswith(suffix)), "")
    return (
        f"{meant}不完整或已损坏。请用 Word 或 WPS 打开，另存一份再试；打不开的，向来文单位再要一份。" if meant else ""
    )


def recognises(data: bytes, file: str) -> bool:
    """Whether the file begins as one of these kinds does."""
    return bool(_advice(data, file))


def layout(data: bytes, file: str) -> Layout:
    """Raises InputError always, with what the file is and what to do."""
    raise InputError(f"{file}：{_advice(data, file)}")


def _advice(data: bytes, file: str) -> str:
    if len(data) <= _LARGEST_LOCK and re.split(r"[/\\]", file)[-1].startswith("~$"):
        return _LOCK
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"<?xml") and b"office/word/2003/wordml" in head:
        return _WORD_2003
    if head[:1] in (b"{", b"[") and _is_json(data):
        return _DATA
    return next((advice for sign, advice in _SIGNS if data.startswith(sign)), "")


def _is_json(data: bytes) -> bool:
    """Whether a file is an object or list of data, and no text that begins with a bracket."""
    try:
        return isinstance(json.loads(data), (dict, list))
    except (ValueError, RecursionError):
        return False
