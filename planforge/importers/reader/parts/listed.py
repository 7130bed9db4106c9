"""The names of attachments that stand below a text: 附件：1.任务分工表⏎2.指标表 (GB/T 9704-2012, 7.3.4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from planforge.model import Paragraph, Text
from planforge.text.numbering import leading_marker

_HEAD = re.compile(r"\s*附\s?件\s*[：:]\s*")
#: The author says himself that it isn't here: 附件：另发.
_ELSEWHERE = re.compile(r"另[附发行]|不公开|^略$|[（(]略[）)]")
#: Several on one line: 1.任务分工表　2.指标表
_NEXT = re.compile(r"[\s；]+(?=\d{1,2}\s?[.．、](?!\d))")


def names(foot: Iterable[Paragraph]) -> tuple[Text, ...]:
    """The attachments that the lines below a text list as its own, in order, without numbers and ends of sentences."""
    lines = (piece for p in foot if not p.table for piece in _pieces(p.text))
    return tuple(name for name in _entries(lines) if name.value and not _ELSEWHERE.search(name.value))


def _pieces(line: Text) -> Iterator[Text]:
    head = _HEAD.match(line.value)
    start = 0
    for found in _NEXT.finditer(line.value, head.end() if head else 0):
        yield line.slice(start, found.start())
        start = found.end()
    yield line.slice(start)


def _entries(lines: Iterable[Text]) -> Iterator[Text]:
    begun = False
    for line in lines:
        head = None if begun else _HEAD.match(line.value)
        entry = line.slice(head.end()) if head else line
        marker = leading_marker(entry.value)
        numbered = marker is not None and marker.style in ("1.", "1、")
        if begun and not numbered:
            return
        if head:
            begun = True
        if begun:
            yield entry.slice(marker.length if marker and numbered else 0).strip(" \u3000。；")
