"""Lines into paragraphs: a page or line break can cut a sentence in plain text and PDF; its halves are joined again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from planforge.importers.reader import kinds, parts
from planforge.model import Paragraph, Text
from planforge.text.numbering import leading_marker
from planforge.text.units import looks_like_unit, read_list, split_list
from planforge.text.units.lists import LABEL
from planforge.text.units.names import CLOSE, OPEN, bracketed

_BLANKS = " \t\u3000\xa0\u2002\u2003\ufeff\u200b\r"
_PAGE_NUMBER = re.compile(
    r"[-—–－_\s·]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/／]\s*\d{1,3}|\s*共\s*\d+\s*页)?[-—–－_\s·]*"
)
_STOPS = "。！？；：;:!?…"
#: Behind a list of units in brackets: the sentence that it stands in goes on.
_GOING_ON = "，。；、,;"
_CLOSERS = '”’」』》）)】〕"'
#: A line this long without a stop was cut; shorter ones may be titles, names and dates.
_SENTENCE = 24
_HEADING = 46
#: What begins an item without a number and stands in no sentence, as a dash may.
_BULLET = re.compile(r"[★☆●◆■▪►▶➢➤]")
#: Characters: how far back a bracket that a line leaves open may stand; longer lists of units are seldom met.
_FAR = 400
#: …人民政府关于…: a title, and not the rest of one that a page cut short above it.
_TITLE = re.compile(r"[\u4e00-\u9fff]{2,20}(?:局|委|办|厅|部|政府|办公室|委员会)关于")
#: 咨询电话：…, which stands below the lines that name offices and limits as they do.
_NAMED = re.compile(r"[\u4e00-\u9fff]{2,6}[：:]")
#: 一, whose 、 a copy from a PDF puts on the next line.
_LONE_NUMBER = re.compile(r"[一二三四五六七八九十]{1,3}|\d{1,2}")
_DATE = re.compile(
    r"[\d二〇○零一三四五六七八九十]{4}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日"
)


#: The share of full lines at the very width, or one short of it, that shows a program cut them there.
_EXACT = 0.95
#: （联系人：…）, a line that stands for itself.
_IN_BRACKETS = re.compile(r"[（(][^（()）]*[）)]")
#: Who printed it and when, the last line of a 版记 (GB/T 9704-2012, 7.4.3).
_PRINTED = re.compile(r"日\s*印发$")
#: Behind a stop, blanks as wide as this stand where the lines of a box were put in one.
_WIDE = re.compile(r"(?<=[。）)])[ \u3000\xa0]{6,}(?=\S)")


def join(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Paragraphs without blanks at their ends, empty ones and page numbers out, cut ones joined."""
    stripped = map(_stripped, _apart(paragraphs))
    kept = [p for p in stripped if p.table or (p.text.value and not _PAGE_NUMBER.fullmatch(p.text.value))]
    width = _width(kept)
    result: list[Paragraph] = []
    for index, paragraph in enumerate(kept):
        full = width is not None and _is_full(kept[index - 1].text.value, width)
        if result and _goes_on(result[-1], paragraph, width, full) and not parts.signs(kept, index):
            result[-1] = replace(result[-1], text=_glue(result[-1].text, paragraph.text))
        else:
            result.append(paragraph)
    return tuple(result)


def _apart(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    for paragraph in paragraphs:
        start = 0
        for gap in _WIDE.finditer(paragraph.text.value):
            yield replace(paragraph, text=paragraph.text.slice(start, gap.start()))
            start = gap.end()
        yield replace(paragraph, text=paragraph.text.slice(start)) if start else paragraph


def ends_sentence(value: str) -> bool:
    """Whether a line ends with a stop, closing quotes and brackets aside."""
    bare = value.rstrip(_CLOSERS)
    return bool(bare) and bare[-1] in _STOPS


def _stripped(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, text=paragraph.text.strip(_BLANKS))


@dataclass(frozen=True, slots=True)
class Width:
    """How many characters full lines have, and how many fewer one may have that a word or stop kept short."""

    characters: int
    slack: int


def _width(paragraphs: Sequence[Paragraph]) -> Width | None:
    """The width at which most lines are cut; None where lines are whole paragraphs."""
    lengths = [len(p.text.value) for p in paragraphs if p.broken and len(p.text.value) > 12]
    if len(lengths) < 8:
        return None
    count = Counter(lengths)
    width = max(length for length, _ in count.most_common(3))
    near = sum(count[length] for length in range(width - 3, width + 2))
    if near <= 0.4 * len(lengths) or width >= 60 or max(lengths) > width + 6:
        return None
    return Width(width, 1 if count[width] + count[width - 1] >= _EXACT * near else 3)


def _is_full(line: str, width: Width) -> bool:
    """Whether a printed line reaches the margin."""
    return len(line.rpartition("\n")[2]) >= width.characters - width.slack


def _goes_on(before: Paragraph, after: Paragraph, width: Width | None, full: bool) -> bool:
    """Whether a paragraph, whose last printed line is `full` or not, goes on in the next."""
    if before.table or after.table or before.level or after.level or before.boxed != after.boxed:
        return False
    one, two = before.text.value, after.text.value
    if before.broken and _LONE_NUMBER.fullmatch(one) and two[0] in "、.．":
        return True
    if LABEL.fullmatch(one):
        return read_list(Text(one + two)) is not None
    if not before.broken or after.indented or _ends(one, two) or _begins(one, two):
        return False
    return _opens(one) or (full if width else _is_cut(one, two))


def _ends(one: str, two: str) -> bool:
    """Whether a line is the last of its paragraph: a sentence, or a list of units behind one, closes it."""
    if _IN_BRACKETS.fullmatch(one) or (ends_sentence(one) and not _breaks_off_in_brackets(one)):
        return True
    return not _opens(one) and one[-1] in ")）】〕" and two[0] not in _GOING_ON and _closes_list(one)


def _begins(one: str, two: str) -> bool:
    """Whether the second line is the first of a paragraph: it has a number or label, or is a date, 文号 or title."""
    if (_DATE.search(two[:14]) and len(two) < 16) or (LABEL.match(two) and not _stands_open(one)):
        return True
    if leading_marker(two) or _BULLET.match(two) or _PRINTED.search(two) or _is_doc_number(two):
        return True
    if _NAMED.match(two) and LABEL.match(one) and not _stands_open(one):
        return True
    return one[0] == "《" and _TITLE.match(two) is not None


def _is_cut(one: str, two: str) -> bool:
    """Whether a line breaks off, in a file whose lines are of any length."""
    marker = leading_marker(one)
    if one[-1] in "，、,":
        return True
    if marker and len(one) <= _HEADING and "。" not in one:
        return False
    if (_is_whole_list(one) and ends_sentence(two)) or (_addresses(two) and not one.startswith("各")):
        return False
    return len(one) >= _SENTENCE and ("，" in one or "。" in one or "、" in one or "," in one) and two[0] not in "《附—"


def _addresses(value: str) -> bool:
    """Whether a line names those to whom the document goes, from the first of them on."""
    return value.startswith("各") and kinds.is_recipients(value)


def _is_doc_number(value: str) -> bool:
    number = kinds.doc_number(Text(value))
    return number is not None and number.value == value


def _closes_list(value: str) -> bool:
    """Whether the brackets that end the line hold units; names in them may have brackets of their own (各县（区）)."""
    start = next((start for start, stop in bracketed(value) if stop == len(value)), None)
    return start is not None and read_list(Text(value[start + 1 : -1])) is not None


def _is_whole_list(value: str) -> bool:
    """Whether a line is a labelled list that ends with the name of an office: 责任单位：市教育局、各区人民政府."""
    names = split_list(Text(re.split("[：:]", value)[-1])) if LABEL.match(value) else ()
    return bool(names) and looks_like_unit(names[-1].value)


def _opens(value: str) -> bool:
    """Whether a bracket or quote opened near the end of the line stands open."""
    tail = value[-120:]
    return any(tail.rfind(left) > tail.rfind(right) for left, right in ("《》", "（）", "“”"))


def _stands_open(value: str) -> bool:
    """Whether a bracket, of whatever kind, is still open at the end of a line."""
    tail = value[-_FAR:]
    return sum(tail.count(mark) for mark in OPEN) > sum(tail.count(mark) for mark in CLOSE)


def _breaks_off_in_brackets(value: str) -> bool:
    """Whether a line ends between the parts of a list in brackets: （牵头单位： or 配合单位：市财政局；"""
    return value[-1:] in "：；:;" and _stands_open(value[-120:])


def _glue(one: Text, two: Text) -> Text:
    words = (
        one.value[-1:].isascii() and two.value[:1].isascii() and one.value[-1:].isalnum() and two.value[:1].isalnum()
    )
    return Text.join([one, two], " " if words and not (one.value[-1].isdigit() and two.value[0].isdigit()) else "")
