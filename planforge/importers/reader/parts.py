"""The parts of a file: the notice around a document, the document itself, its foot, its attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from planforge.importers.reader import kinds
from planforge.model import Citation, Paragraph, Text
from planforge.text import citations
from planforge.text.numbering import leading_marker

_SENDS = re.compile(r"印发(?:给|你|各)?|发给你|下发|转发|公布|遵照执行|认真(?:贯彻|组织|抓好)")
_SENT_BY_TITLE = re.compile(r"(?:印发|转发|下发|公布)(?P<title>[^《》。]{6,60}?)的?\s?通\s?知$")
_ATTACHMENT = re.compile(
    r"附\s?件\s?(?P<number>[一二三四五六七八九十\d]{0,2})\s?(?P<colon>[：:.．、]?)\s*(?P<title>.*)"
)
#: How an attachment is marked on its own page; what is listed before it stands in the 附件说明.
_ATTACHMENT_MARK = re.compile(r"附\s?件\s?\d{0,2}")
_NOTE = 14
#: 名词解释, behind the report whose words it explains.
_GLOSSARY = re.compile(r"(?:名词|术语|名词术语|有关名词|相关名词)(?:解释|注释|说明)[：:]?")
#: With a date that is still to be filled in: 　年　月　日印发.
_IMPRINT = re.compile(
    r"(?:抄\s?送|主\s?送|主题词|印发机关|分\s?送|报\s?送)\s*[：:]"
    r"|.{2,40}\d日\s*印发$|.*年\s*月\s*日\s*印发$|.*印发日期"
)
_TITLE_LINES = 4
_HEAD = 60
_SIGNERS = 20


@dataclass(frozen=True, slots=True)
class Part:
    """An attachment: its title and what stands in it."""

    title: Text
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands where in a file.

    `front`: letterhead and notice, empty where the document stands alone; `title`: the inner document's, if a notice
    announces it; `body`: the document from its title on, without its foot; `foot`: signature, date and imprint;
    `others`: documents that follow in the same file.
    """

    front: tuple[Paragraph, ...]
    title: Text
    body: tuple[Paragraph, ...]
    foot: tuple[Paragraph, ...]
    attachments: tuple[Part, ...]
    others: tuple[Part, ...] = ()


def divide(paragraphs: Sequence[Paragraph]) -> Parts:
    """Tell the notice, the document and its attachments apart."""
    start, length = _inner(paragraphs)
    title = kinds.compact(Text.join([p.text for p in paragraphs[start : start + length]]))
    if not start:
        start, title = _untitled(paragraphs)
    front = list(paragraphs[:start])
    while front and _ATTACHMENT.fullmatch(front[-1].text.value) and not front[-1].table:
        front.pop()
    rest = paragraphs[start + length :]
    end = _end(rest)
    begin = next((i for i in range(end, len(rest)) if _starts_attachment(rest, i)), len(rest))
    stop = _next_document(rest[:begin], end)
    others = tuple(_others(rest[stop:begin]))
    last = _imprint(rest, begin)
    foot = (*rest[end:stop], *rest[last:])
    return Parts(tuple(front), title, tuple(rest[:end]), foot, tuple(_attachments(rest[begin:last])), others)


def _imprint(paragraphs: Sequence[Paragraph], start: int) -> int:
    """Where the 版记 begins that ends a file, behind the attachments that begin at `start`."""
    place = len(paragraphs)
    while place > start and not paragraphs[place - 1].table and _is_imprint(paragraphs[place - 1].text.value):
        place -= 1
    return place


def _is_imprint(value: str) -> bool:
    return not value.strip() or _IMPRINT.match(value.strip()) is not None


def _inner(paragraphs: Sequence[Paragraph]) -> tuple[int, int]:
    """Where the title of the announced document stands, and its number of lines; (0, 0) where none is announced."""
    plain = [_plain(p.text.value) for p in paragraphs]
    tried: set[str] = set()
    for index, paragraph in enumerate(paragraphs[:_HEAD]):
        for title in dict.fromkeys(_announced(paragraph.text)):
            found = None if title in tried else _find_title(paragraphs, plain, index + 1, title)
            tried.add(title)
            if found:
                return found
    return _behind_notice(paragraphs)


def _behind_notice(paragraphs: Sequence[Paragraph]) -> tuple[int, int]:
    """As `_inner`, for a notice that names its document in other words: a signed text without items, then a title."""
    end = _end(paragraphs)
    if any(leading_marker(p.text.value) for p in paragraphs[:end]):
        return 0, 0
    for index in range(end, min(end + _HEAD, len(paragraphs))):
        if _starts_another(paragraphs[index:]):
            return index, _title_length(paragraphs[index:])
    return 0, 0


def _untitled(paragraphs: Sequence[Paragraph]) -> tuple[int, Text]:
    """Where items without a title of their own begin behind a signed notice, and the title that this announces."""
    end = _end(paragraphs)
    if any(leading_marker(p.text.value) for p in paragraphs[:end]):
        return 0, Text()
    behind = range(end, min(end + _HEAD, len(paragraphs)))
    begin = next((i for i in behind if kinds.is_text(paragraphs[i].text.value) and not _is_foot(paragraphs, i)), None)
    titles = [_title_of(c) for p in paragraphs[:end] if _SENDS.search(p.text.value) for c in citations.find(p.text)]
    if begin is None or not titles or not _has_items(paragraphs[begin:]):
        return 0, Text()
    return begin, titles[-1]


def _title_of(citation: Citation) -> Text:
    words = citation.text
    return words.slice(words.value.find("《") + 1, words.value.rfind("》"))


def _announced(text: Text) -> list[str]:
    """Titles of documents that a line says it sends out, the likeliest first."""
    if not _SENDS.search(text.value):
        return []
    sent = _SENT_BY_TITLE.search(text.value)
    quoted = [c.title for c in reversed(citations.find(text)) if c.title]
    return [*quoted, *([sent["title"]] if sent else [])]


def _find_title(
    paragraphs: Sequence[Paragraph], plain: Sequence[str], start: int, title: str
) -> tuple[int, int] | None:
    """The lines that make the announced title; of several the nearest to it, and of those the first."""
    want = _plain(title)
    found: list[tuple[int, int, int]] = []
    for index in range(start, len(paragraphs)):
        joined = ""
        for length, paragraph in enumerate(paragraphs[index : index + _TITLE_LINES], 1):
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


def _end(paragraphs: Sequence[Paragraph]) -> int:
    """Where the text of the document ends: at its signature, its (list of) attachments or another document."""
    begun = False
    for index, paragraph in enumerate(paragraphs):
        if begun and _starts_issue(paragraphs[index : index + _TITLE_LINES + 2]):
            return index
        begun = begun or bool(paragraph.table) or kinds.is_text(paragraph.text.value)
        if begun and not paragraph.table and _is_foot(paragraphs, index) and not _text_follows(paragraphs, index):
            return index
    return len(paragraphs)


def _is_foot(paragraphs: Sequence[Paragraph], index: int) -> bool:
    value = paragraphs[index].text.value
    if not value or (leading_marker(value) and not _ATTACHMENT.match(value)):
        return False
    if kinds.is_release(value) or _GLOSSARY.fullmatch(value) or _IMPRINT.match(value) or signs(paragraphs, index):
        return True
    return kinds.is_date(value) or _is_attachment(value)


def signs(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a line names who signs: with the date behind the name or below it."""
    value = paragraphs[index].text.value
    if _is_signature_and_date(value):
        return True
    return kinds.is_signature(value) and _date_follows(paragraphs[index + 1 :])


def _date_follows(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a date stands below a name, or below those who sign with it."""
    names = takewhile(lambda p: kinds.is_signature(p.text.value), paragraphs[:_SIGNERS])
    start = max(0, sum(1 for _ in names) - 1)
    return any(kinds.is_date(p.text.value) for p in paragraphs[start : start + 3])


def _is_signature_and_date(value: str) -> bool:
    name, date = kinds.split_signature(Text(value))
    return bool(date.value) and len(value) < 60 and bool(name.value) and kinds.is_signature(name.value)


def _text_follows(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether the body goes on behind a line that only looks like its foot (a date alone, say)."""
    value = paragraphs[index].text.value
    if not kinds.is_date(value):
        return False
    after = paragraphs[index + 1 : index + 4]
    return bool(after) and kinds.is_sentence(after[0].text.value) and not _is_attachment(after[0].text.value)


def _is_attachment(value: str) -> bool:
    match = _ATTACHMENT.fullmatch(value.strip())
    if match is None or len(value) > 300 or "。" in value:
        return False
    return not re.match("[的中所和与及]|下载", match["title"])


def _starts_attachment(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a line begins an attachment; an item of the list of attachments under the text doesn't."""
    value = paragraphs[index].text.value.strip()
    if _GLOSSARY.fullmatch(value):
        return not index or not _is_attachment(paragraphs[index - 1].text.value)  # else it is that one's title
    if paragraphs[index].table or not _is_attachment(value):
        return False
    match = _ATTACHMENT.fullmatch(value)
    if match is None:
        return False
    if not match["colon"] or not match["title"]:
        return True
    later = paragraphs[index + 1 :]
    if any(_ATTACHMENT_MARK.fullmatch(p.text.value.strip()) for p in later[:_NOTE]):
        return False
    signed = any(kinds.is_date(p.text.value) or _is_signature_and_date(p.text.value) for p in later[:14])
    return not signed and any(kinds.is_sentence(p.text.value) or p.table for p in later[:6])


def _starts_issue(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a letterhead or a title with a 文号 or recipients below it stands first: the head of a document."""
    if paragraphs and _is_letterhead(paragraphs):
        return True
    length = _title_length(paragraphs)
    if not length or length == len(paragraphs) or len(paragraphs[0].text.value) < 8:
        return False
    below = paragraphs[length].text
    return kinds.doc_number(below) is not None or (below.value.startswith("各") and kinds.is_recipients(below.value))


def _is_letterhead(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether 发文机关标志 (…文件) stands first with a 文号 alone below it, or a 文号 alone with a title below it."""
    value = paragraphs[0].text.value
    if len(value) > _HEAD or kinds.is_sentence(value) or leading_marker(value):
        return False
    if _is_doc_number(paragraphs[0].text):
        return _title_length(paragraphs[1:]) > 0
    return re.search(r"文\s?件$|文\s?件\s", value) is not None and any(_is_doc_number(p.text) for p in paragraphs[1:3])


def _is_doc_number(line: Text) -> bool:
    """Whether a 文号 stands alone."""
    number = kinds.doc_number(line)
    return number is not None and number.value == line.value.strip()


def _starts_another(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a title with numbered text behind it follows the foot: another document in the same file."""
    length = _title_length(paragraphs)
    return length > 0 and _has_items(paragraphs[length:])


def _has_items(paragraphs: Sequence[Paragraph]) -> bool:
    return sum(not p.table and leading_marker(p.text.value) is not None for p in paragraphs[:_HEAD]) > 1


def _next_document(paragraphs: Sequence[Paragraph], start: int) -> int:
    """Where the next document of the file begins at or behind `start`; the end where there is none."""
    places = range(start, len(paragraphs))
    return next(
        (i for i in places if _starts_issue(paragraphs[i:]) or _starts_another(paragraphs[i:])), len(paragraphs)
    )


def _others(paragraphs: Sequence[Paragraph]) -> Iterator[Part]:
    """The further documents of the file, each without the notice around it."""
    while paragraphs:
        start, length = _inner(paragraphs)
        length = length or _title_length(paragraphs)
        title = kinds.compact(Text.join([p.text for p in paragraphs[start : start + length]]))
        rest = paragraphs[start + length :]
        end = _end(rest)
        yield Part(title, tuple(rest[:end]))
        paragraphs = rest[_next_document(rest, max(end, 1)) :]


def _attachments(paragraphs: Sequence[Paragraph]) -> list[Part]:
    starts = [i for i in range(len(paragraphs)) if _starts_attachment(paragraphs, i)]
    stops = [*starts[1:], len(paragraphs)]
    return [_attachment(paragraphs[start:stop]) for start, stop in zip(starts, stops, strict=False)]


def _attachment(paragraphs: Sequence[Paragraph]) -> Part:
    head = paragraphs[0].text
    if _GLOSSARY.fullmatch(head.value.strip()):
        return Part(head.strip(), tuple(paragraphs[1:]))
    match = _ATTACHMENT.fullmatch(head.value.strip())
    if match and match["title"]:
        return Part(head.slice(head.value.find(match["title"])).strip(), tuple(paragraphs[1:]))
    length = _title_length(paragraphs[1:]) or int(_is_plain_line(paragraphs[1:]))
    title = kinds.compact(Text.join([p.text for p in paragraphs[1 : 1 + length]]))
    return Part(title, tuple(paragraphs[1 + length :]))


def _is_plain_line(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a short line with neither stop nor number comes first."""
    value = paragraphs[0].text.value if paragraphs else ""
    return 0 < len(value) <= 40 and not kinds.is_text(value) and not kinds.is_recipients(value)


def _title_length(paragraphs: Sequence[Paragraph]) -> int:
    """The number of lines that make a title: short ones without a stop, to one that ends as titles do."""
    for index, paragraph in enumerate(paragraphs[:_TITLE_LINES]):
        value = paragraph.text.value
        ruled_out = paragraph.table or kinds.is_sentence(value) or (index == 0 and value[:1] in "（(【[")
        if ruled_out or leading_marker(value) or _is_foot(paragraphs, index):
            return 0
        if kinds.is_title_end(value):
            return index + 1
    return 0
