"""Pages saved as one file (.mht): so browsers save them, Word and WPS too, and office systems under the name .doc."""

from __future__ import annotations

import re

from planforge.model import InputError, Layout

#: A message begins with a field (RFC 5322), here after blank lines; among its first ones is the kind of its content.
_FIELD = re.compile(
    rb"[\xef\xbb\xbf\s]{0,16}(?:From|Subject|Date|To|MIME-Version|Content-[A-Za-z-]+|Snapshot-[A-Za-z-]+):"
)
_KIND = re.compile(rb"^Content-Type:\s*(?:multipart/(?:related|alternative|mixed)|text/html)\b", re.I | re.M)
_HEAD = 4096
_LARGEST = 60_000_000
#: The parser's time grows with the lines times how deep they lie: a mail with a page and pictures has three such parts.
_MOST_LINES, _MOST_NESTS = 1_000_000, 10
_NEST = re.compile(rb"content-type:\s*(?:multipart|message)/", re.I)


def recognises(data: bytes, file: str) -> bool:
    """Whether the file is a message (MIME, RFC 2557) that holds a page."""
    return _FIELD.match(data) is not None and _KIND.search(data[:_HEAD]) is not None


def layout(data: bytes, file: str) -> Layout:
    """The paragraphs of the page within, with their places in its source. Raises InputError where there is none."""
    from planforge.importers import html

    if len(data) > _LARGEST:
        raise InputError(f"{file}：单个文件网页有 {len(data) // 2**20} MB，不像是公文；请确认文件没有选错。")
    if data.count(b"\n") + data.count(b"\r") > 2 * _MOST_LINES or len(_NEST.findall(data)) > _MOST_NESTS:
        raise InputError(f"{file}：单个文件网页里套了太多层，或者有太多行，不像是公文；请确认文件没有选错。")
    pages = _pages(data, file)
    if not pages:
        raise InputError(
            f"{file}：单个文件网页（.mht）里没有正文。请用浏览器或 Word 打开，另存为 .docx 或 .html 再导入。"
        )
    return html.layout(max(pages, key=len), file)


def _pages(data: bytes, file: str) -> list[bytes]:
    """The pages that a message holds: the document, and what stands in its frames, headers and footers."""
    from email import message_from_bytes

    try:
        parts = list(message_from_bytes(data.lstrip()).walk())
    except (RecursionError, ValueError, LookupError):
        raise InputError(f"{file}：单个文件网页（.mht）已损坏，读不出来。请重新保存网页再导入。") from None
    found = (part.get_payload(decode=True) for part in parts if part.get_content_type() == "text/html")
    return [page for page in found if isinstance(page, bytes) and page.strip()]
