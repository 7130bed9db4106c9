"""The head of a document on one line: title, 文号, recipients and first sentence, where no blank keeps them apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from planforge.importers.reader.kinds import DATE, TITLE_NOUNS, is_title_end
from planforge.model import Text
from planforge.text.citations import DOC_NUMBER

_NUMBER_BEHIND_TITLE = re.compile(
    rf"(?<=[\u4e00-\u9fff）])(?<!关)(?:{TITLE_NOUNS})(?=(?P<number>[\u4e00-\u9fff]{{1,8}}〔\d{{4}}〕\d{{1,4}}号))"
)
_RECIPIENTS = re.compile(r"(?:各|市|省|区|县|本)[^。：:]{2,200}[：:]")
_NOTICE = re.compile(r"的通知(?=各[^。：:]{2,200}[：:])")
#: 第1页共3页, which a site that shows papers page by page puts first.
_PAGE = re.compile(r"第\s?\d{1,3}\s?页\s?共\s?\d{1,3}\s?页")
#: The words that a first sentence begins with, behind a title.
_LEAD = r"(?=为(?!了?民)|根据|按照|依据|为了|现将|以习近平|20\d\d年(?:是|，|,|全|我|的))"
_TITLE_AND_LEAD = re.compile(
    rf"(?!为|根据|按照|依据|现将)(?P<title>[^。；：:，]{{6,60}}?(?:{TITLE_NOUNS})(?:[（(][^（）()]{{1,20}}[）)])?){_LEAD}"
)
_TWICE = re.compile(r"(?P<title>[^。；：:]{8,60}?)(?=(?P=title))")
#: What a title of a paper that is sent out may stand behind: 附件1, 附件：, a sentence, a date.
_BEFORE_TITLE = re.compile(r"(?:附\s?件\s?\d?\s?[：:]?|[。：:）)]|日)?$")
_MARK = re.compile(r"附\s?件\s?\d{0,2}$")


def divide(part: Text, whole: str) -> list[Text]:
    """The lines that a piece of a head makes; `whole` is all that the document says."""
    steps: tuple[Callable[[Text], Sequence[int]], ...] = (
        _behind_page,
        _behind_date,
        lambda piece: _around_announced(piece, whole),
        _behind_mark,
        _between_titles,
        _around_number,
        _behind_notice,
        _behind_recipients,
        _behind_title,
    )
    pieces = [part]
    for step in steps:
        pieces = [cut for piece in pieces for cut in _cut(piece, step(piece))]
    return pieces


def _cut(piece: Text, places: Sequence[int]) -> list[Text]:
    edges = [0, *places, len(piece.value)]
    return [cut for start, stop in pairwise(edges) if (cut := piece.slice(start, stop)).value]


def _behind_page(piece: Text) -> Sequence[int]:
    page = _PAGE.match(piece.value)
    return [page.end()] if page else []


def _behind_date(piece: Text) -> Sequence[int]:
    """The date of a notice, before the title of what it sends out: 2027年3月5日示例市2027年工作方案."""
    date = DATE.match(piece.value)
    return [date.end()] if date and is_title_end(piece.value[date.end() :]) else []


def _around_announced(piece: Text, whole: str) -> Sequence[int]:
    """The title of a document that the notice before it names, where it stands last: …附件2027年工作要点为…"""
    for title in sorted(set(re.findall("《([^《》]{8,60})》", whole)), key=len, reverse=True):
        found = list(re.finditer(rf"(?<![《〈]){re.escape(title)}(?![》〉])", piece.value))
        if found and _BEFORE_TITLE.search(piece.value[: found[-1].start()]):
            return found[-1].span()
    return []


def _behind_mark(piece: Text) -> Sequence[int]:
    """附件 alone, behind the list of attachments: its own line."""
    mark = _MARK.search(piece.value)
    start = mark.start() if mark else 0
    listed = piece.value.rfind("附件：", 0, start), piece.value.rfind("附件:", 0, start)
    return [place for place in (max(listed), start) if place > 0]


def _between_titles(piece: Text) -> Sequence[int]:
    """A title printed twice: as the name of the file, and at the head of the paper."""
    twice = _TWICE.match(piece.value)
    return [twice.end()] if twice and is_title_end(twice["title"]) else []


def _around_number(piece: Text) -> Sequence[int]:
    behind = _NUMBER_BEHIND_TITLE.search(piece.value)
    number = DOC_NUMBER.match(piece.value)
    return behind.span("number") if behind else [number.end()] if number else []


def _behind_notice(piece: Text) -> Sequence[int]:
    notice = _NOTICE.search(piece.value)
    return [notice.end()] if notice else []


def _behind_recipients(piece: Text) -> Sequence[int]:
    recipients = _RECIPIENTS.match(piece.value)
    return [recipients.end()] if recipients else []


def _behind_title(piece: Text) -> Sequence[int]:
    title = _TITLE_AND_LEAD.match(piece.value)
    return [title.end()] if title else []
