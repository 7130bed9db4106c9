"""The document that a notice sends out: where it begins, by the title that the notice announces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planforge.importers.reader import kinds
from planforge.importers.reader.parts.ends import text_end
from planforge.importers.reader.parts.feet import is_foot
from planforge.importers.reader.parts.openings import (
    HEAD,
    TITLE_LINES,
    Place,
    declared_titles,
    has_items,
    starts_another,
    title_length,
)
from planforge.model import Citation, Paragraph, Text
from planforge.text import citations
from planforge.text.numbering import leading_marker

_SENDS = re.compile(r"印发(?:给|你|各)?|发给你|下发|转发|公布|遵照执行|认真(?:贯彻|组织|抓好)")
#: Between the names of papers that go out with one notice.
_JOINED = re.compile(r"[、，]?(?:和|及|与|以及)?")
#: The title may begin with that of another paper: 《政府工作报告》重点工作分工.
_SENT_BY_TITLE = re.compile(
    r"(?:印发|转发|下发|公布)(?P<title>[^《》。]{6,60}?|《[^《》]{2,40}》[^《》。]{4,40}?)的?\s?通\s?知$"
)


def announced_documents(paragraphs: Sequence[Paragraph]) -> list[Place]:
    """The places of the titles that a notice announces together, in order; empty where none is announced."""
    declared = declared_titles(paragraphs)
    if len(declared) > 1:
        return declared[1:2]  # the first is the notice's own
    plain = [_plain(p.text.value) for p in paragraphs[: _behind_text(paragraphs)]]
    tried: set[str] = set()
    for index, paragraph in enumerate(paragraphs[:HEAD]):
        for together in _announced(paragraph.text):
            new = [title for title in together if title not in tried]
            places = [place for title in new if (place := _find_title(paragraphs, plain, index + 1, title))]
            tried.update(new)
            if places:
                return sorted(places)
    return _behind_notice(paragraphs)


def _behind_text(paragraphs: Sequence[Paragraph]) -> int:
    """How many paragraphs the last text or table leaves above it: no title stands below that, though a list of
    attachments may name one (附件：任务分解表)."""
    texts = (i for i, p in reversed(list(enumerate(paragraphs))) if p.table or kinds.is_text(p.text.value))
    return next(texts, 0)


def _behind_notice(paragraphs: Sequence[Paragraph]) -> list[Place]:
    """As `announced_documents`, where a notice names it in other words: a signed text without items, then a title."""
    end = text_end(paragraphs)
    if any(leading_marker(p.text.value) for p in paragraphs[:end]):
        return []
    for index in range(end, min(end + HEAD, len(paragraphs))):
        if starts_another(paragraphs[index:]):
            return [(index, title_length(paragraphs[index:]))]
    return []


def untitled_document(paragraphs: Sequence[Paragraph]) -> tuple[int, Text]:
    """Where items without a title of their own begin behind a signed notice, and the title that this announces."""
    end = text_end(paragraphs)
    if any(leading_marker(p.text.value) for p in paragraphs[:end]):
        return 0, Text()
    behind = range(end, min(end + HEAD, len(paragraphs)))
    begin = next((i for i in behind if kinds.is_text(paragraphs[i].text.value) and not is_foot(paragraphs, i)), None)
    titles = [_title_of(c) for p in paragraphs[:end] if _SENDS.search(p.text.value) for c in citations.find(p.text)]
    if begin is None or not titles or not has_items(paragraphs[begin:]):
        return 0, Text()
    return begin, titles[-1]


def _title_of(citation: Citation) -> Text:
    words = citation.text
    return words.slice(words.value.find("《") + 1, words.value.rfind("》"))


def _announced(text: Text) -> list[list[str]]:
    """Titles of documents that a line says it sends out, the likeliest first; 《甲》和《乙》 are sent together."""
    if not _SENDS.search(text.value):
        return []
    sent = _SENT_BY_TITLE.search(text.value)
    return [*reversed(_quoted(text)), *([[sent["title"]]] if sent else [])]


def _quoted(text: Text) -> list[list[str]]:
    """The titles that a line quotes, in order, those side by side in one group."""
    groups: list[list[str]] = []
    stop = 0
    for citation in citations.find(text):
        start = text.value.find(citation.text.value, stop)
        beside = bool(groups) and _JOINED.fullmatch(text.value[stop:start]) is not None
        if citation.title and beside:
            groups[-1].append(citation.title)
        elif citation.title:
            groups.append([citation.title])
        stop = start + len(citation.text.value)
    return groups


def _find_title(paragraphs: Sequence[Paragraph], plain: Sequence[str], start: int, title: str) -> Place | None:
    """The lines that make the announced title; of several the nearest to it, and of those the first."""
    want = _plain(title)
    found: list[tuple[int, int, int]] = []
    for index in range(start, len(plain)):
        joined = ""
        for length, paragraph in enumerate(paragraphs[index : min(index + TITLE_LINES, len(plain))], 1):
            joined += plain[index + length - 1]
            if paragraph.table or kinds.is_date(paragraph.text.value) or len(joined) > len(want) + 30:
                break
            if joined == want or _is_fuller(joined, want):
                found.append((len(joined) - len(want), index, length))
    return min(found)[1:] if found else None


def _is_fuller(joined: str, want: str) -> bool:
    """A title may be announced without its issuer in front or its （试行） behind."""
    return len(want) > 5 and len(joined) <= len(want) + 25 and (joined.endswith(want) or joined.startswith(want + "("))


def _plain(value: str) -> str:
    value = re.sub(r"[\s\"“”‘’'*#]", "", value)
    return value.translate(str.maketrans("（）—–－─〈〉", "()----《》"))
