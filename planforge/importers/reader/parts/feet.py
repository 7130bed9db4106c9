"""Which lines make the foot of a document: who signs, the date, the list of attachments, the release."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from planforge.importers.reader import kinds
from planforge.model import Paragraph, Text
from planforge.text.numbering import leading_marker

ATTACHMENT = re.compile(r"附\s?件\s?(?P<number>[一二三四五六七八九十\d]{0,2})\s?(?P<colon>[：:.．、]?)\s*(?P<title>.*)")
#: How an attachment is marked on its own page; what is listed before it stands in the 附件说明.
ATTACHMENT_MARK = re.compile(r"附\s?件\s?\d{0,2}")
#: 名词解释, behind the report whose words it explains.
GLOSSARY = re.compile(r"(?:名词|术语|名词术语|有关名词|相关名词)(?:解释|注释|说明)[：:]?")
#: With a date that is still to be filled in: 　年　月　日印发.
IMPRINT = re.compile(
    r"(?:抄\s?送|主\s?送|主题词|印发机关|分\s?送|报\s?送)\s*[：:]"
    r"|.{2,40}\d日\s*印发$|.*年\s*月\s*日\s*印发$|.*印发日期"
)
_SIGNERS = 20


def is_foot(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a line ends the text: a signature, a date, a list of attachments, a release or an imprint."""
    value = paragraphs[index].text.value
    if not value or (leading_marker(value) and not ATTACHMENT.match(value)):
        return False
    if kinds.is_release(value) or GLOSSARY.fullmatch(value) or IMPRINT.match(value) or signs(paragraphs, index):
        return True
    return kinds.is_date(value) or is_attachment(value)


def signs(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a line names who signs, or the post: with the date behind the name or below it."""
    value = paragraphs[index].text.value
    if kinds.is_post(value):
        further = (p.text.value for p in paragraphs[index + 1 : index + 1 + _SIGNERS])
        return kinds.is_date(next((line for line in further if not kinds.is_post(line)), ""))
    if is_signature_and_date(value):
        return True
    below = paragraphs[index + 1].text.value if index + 1 < len(paragraphs) else ""
    if below and kinds.is_split_name(value, below):
        return _date_follows(paragraphs[index + 2 :])
    return kinds.is_signature(value) and _date_follows(paragraphs[index + 1 :])


def _date_follows(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a date stands below a name, or below those who sign with it."""
    names = takewhile(lambda p: kinds.is_signature(p.text.value), paragraphs[:_SIGNERS])
    start = max(0, sum(1 for _ in names) - 1)
    return any(kinds.is_date(p.text.value) for p in paragraphs[start : start + 3])


def is_signature_and_date(value: str) -> bool:
    """Whether a line holds both who signs and the date."""
    name, date = kinds.split_signature(Text(value))
    return bool(date.value) and len(value) < 60 and bool(name.value) and kinds.is_signature(name.value)


def is_attachment(value: str) -> bool:
    """Whether a line names an attachment, in a list of them or as its mark."""
    match = ATTACHMENT.fullmatch(value.strip())
    if match is None or len(value) > 300 or "。" in value:
        return False
    return not re.match("[的中所和与及]|下载", match["title"])
