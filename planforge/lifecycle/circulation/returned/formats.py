"""What a returned file is that is no Word file: such files hold opinions that only a person can register."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from planforge.importers import docx, legacy

_WORD = (".docx", ".docm", ".dotx", ".doc", ".wps", ".rtf", ".wpt", ".dot")
_BY_HAND = "没有批注和修订可读。里面的意见请手工登记，或请对方在送去的 Word 稿上改。"
_NAMES: Mapping[str, tuple[str, ...]] = {
    "文本文件": (".txt", ".md", ".csv"),
    " Excel 表格": (".xlsx", ".xls", ".xlsm", ".et", ".ods"),
    "图片": (".jpg", ".jpeg", ".png", ".bmp", ".gif", ".tif", ".tiff", ".webp", ".heic"),
    "演示文稿": (".ppt", ".pptx", ".dps"),
    "网页": (".html", ".htm", ".mht", ".mhtml"),
    "邮件": (".eml", ".msg"),
}
_PACKED = (".zip", ".rar", ".7z", ".tar", ".gz")


def refusal(data: bytes, file: str) -> str:
    """Why a file with these bytes can't have comments and changes, for people.

    Empty for a Word file, and for what is named as one: that is read, and may turn out to be damaged.
    """
    suffix = Path(file).suffix.lower()
    if data.startswith(b"%PDF"):
        return "这是 PDF，读不出批注和修订。请对方发来 Word 文件，或手工登记。"
    if suffix in _WORD or _is_word(data, file):
        return ""
    if suffix in _PACKED:
        return "这是压缩包。请先解压，再汇总一次。"
    name = next((name for name, suffixes in _NAMES.items() if suffix in suffixes), "")
    return f"这是{name}，{_BY_HAND}" if name else f"这不是 Word 文件，{_BY_HAND}"


def _is_word(data: bytes, file: str) -> bool:
    """Whether the content is Word's, whatever the name: of a zip archive the names of its parts stand in the open."""
    named = docx.recognises(data, file) and b"word/document.xml" in data
    return named or (legacy.recognises(data, file) and "WordDocument".encode("utf-16-le") in data)
