"""What stands around the red mark, and the 附注: 份号, 密级, 紧急程度, 签发人 (GB/T 9704-2012, 7.2 and 7.3.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from planforge.importers.reader import kinds
from planforge.model import Header, Paragraph, Text

#: A head is no longer than this, in paragraphs.
_LINES = 40
_COPY_NUMBER = re.compile(r"\d{6}")
_SECRECY = re.compile(r"(?:绝密|机密|秘密)\s?(?:★\S*)?")
_URGENCY = re.compile(r"特急|加急|特提|平急")
_SIGNERS = re.compile(r"签\s?发\s?人\s*[：:]\s*(?P<names>.+)$")
_NAMES = re.compile(r"[\u4e00-\u9fff·]{2,8}(?:[\s\u3000、，]+[\u4e00-\u9fff·]{2,8})?")
#: 〔　　〕　号, to be filled in.
_OPEN_NUMBER = re.compile(r"^〔\s*〕\s*号\s*")
_BETWEEN = re.compile(r"[\s\u3000、，]+")
_NOTE = re.compile(r"[（(](?P<words>[^（()）]{2,60})[）)]")


def read(front: Sequence[Paragraph], foot: Sequence[Paragraph]) -> Header:
    """The header elements that a head and a foot show; whether there is a seal, words don't tell."""
    lines = list(_above_title(front))
    parts = [part for line in lines for part in re.split(r"\t+", line) if part.strip()]
    return Header(
        copy_number=_first(_COPY_NUMBER, parts),
        secrecy=_first(_SECRECY, parts),
        urgency=_first(_URGENCY, parts),
        signers=tuple(_signers(lines)),
        note=_note(foot),
        posts=tuple(_posts(foot)),
    )


def merged(one: Header, other: Header) -> Header:
    """What one of two says: a notice and the document in it have one header."""
    said = {name: getattr(one, name) or getattr(other, name) for name in ("copy_number", "secrecy", "urgency")}
    return replace(
        one,
        **said,
        signers=one.signers or other.signers,
        note=one.note or other.note,
        posts=one.posts or other.posts,
    )


def _above_title(front: Sequence[Paragraph]) -> Iterator[str]:
    """The lines of a head down to the first sentence."""
    for paragraph in front[:_LINES]:
        if paragraph.table or kinds.is_sentence(paragraph.text.value):
            return
        yield paragraph.text.value.strip()


def _first(pattern: re.Pattern[str], parts: Sequence[str]) -> str:
    return next((part.strip() for part in parts if pattern.fullmatch(part.strip())), "")


def _signers(lines: Sequence[str]) -> Iterator[str]:
    """The names behind 签发人, and those on the lines below it down to the one that has the number (7.2.6)."""
    start = next((turn for turn, line in enumerate(lines) if _SIGNERS.search(line)), None)
    if start is None:
        return
    found = _SIGNERS.search(lines[start])
    yield from _BETWEEN.split(found["names"].strip()) if found else ()
    if kinds.doc_number(Text(lines[start])):
        return
    for line in lines[start + 1 : start + 1 + _LINES]:
        number = kinds.doc_number(Text(line))
        names = _OPEN_NUMBER.sub("", line.replace(number.value, "").strip() if number else line)
        if not _NAMES.fullmatch(names):
            return
        yield from _BETWEEN.split(names)
        if number or names != line:
            return


def _posts(foot: Sequence[Paragraph]) -> Iterator[str]:
    """The posts above the date, where 签名章 stand (7.3.5.3)."""
    dated = next((turn for turn, line in enumerate(foot) if kinds.is_date(line.text.value)), 0)
    posts = takewhile(lambda line: kinds.is_post(line.text.value), reversed(foot[:dated]))
    yield from reversed([line.text.value.strip() for line in posts])


def _note(foot: Sequence[Paragraph]) -> str:
    """（此件公开发布）: in brackets alone on a line, behind the date."""
    dated = False
    for paragraph in foot:
        value = paragraph.text.value.strip()
        dated = dated or kinds.is_date(value)
        match = _NOTE.fullmatch(value) if dated else None
        if match:
            return match["words"]
    return ""
