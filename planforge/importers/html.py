"""Web pages: paragraphs with headings, centring and tables; the page's own words are the reader's to cut."""

from __future__ import annotations

import re

from planforge.model import InputError, Layout

_MARK = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|div|p|table|meta|span|article)\b", re.I)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.I)
_NO_TEXT = {
    False: "若正文由脚本加载，请在浏览器里另存为完整网页，或复制文字另存。",
    True: "正文在框架指向的另一个文件里，请在浏览器里单独打开正文，另存为网页再导入。",
}
_COPY = "请在浏览器里打开，把正文复制到 Word 里再导入。"
_LARGEST = 40_000_000
_CHINESE = frozenset({"gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80"})


def recognises(data: bytes, file: str) -> bool:
    """Whether a page's elements begin the file, after blanks, comments or an XML declaration."""
    head = data[:4096].replace(b"\x00", b"")
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith(b"<") and bool(_MARK.search(head))


def layout(data: bytes, file: str) -> Layout:
    """The paragraphs of a page with their places in its source. Raises InputError where it holds no text."""
    from selectolax.lexbor import LexborHTMLParser

    from planforge.importers.web.bounds import is_excessive
    from planforge.importers.web.flow import Flow
    from planforge.importers.web.hidden import Hidden
    from planforge.importers.web.source import Source

    if len(data) > _LARGEST:
        raise InputError(f"{file}：网页有 {len(data) // 2**20} MB，不像是公文页面；请确认文件没有选错。")
    value = _decode(data, file)
    if is_excessive(value):
        raise InputError(f"{file}：网页里标签套了太多层，或者一个标签有太多属性，不像是公文页面。{_COPY}")
    tree = LexborHTMLParser(value)
    flow = Flow(Source(value, file))
    if tree.body is not None:
        flow.hidden = Hidden.of(tree.body)
        flow.walk(tree.body)
    if not flow.paragraphs:
        raise InputError(f"{file}：网页里没有文字。{_NO_TEXT[b'<frame' in data.lower() or b'<iframe' in data.lower()]}")
    title = tree.css_first("title")
    return Layout(file, tuple(flow.paragraphs), title.text().strip() if title is not None else "")


def _decode(data: bytes, file: str) -> str:
    from planforge.importers.txt import decode

    declared = _CHARSET.search(data[:4096])
    name = declared[1].decode("ascii").lower() if declared else ""
    for encoding in ("utf-8-sig", "gb18030") if name in _CHINESE else ():  # pages in UTF-8 often say gb2312
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return decode(data, file)[0]
