"""What each paragraph is in a 公文: told by its words and place, and by what the reader made of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from planforge.model import Document, Text
from planforge.model.pages import Element, SetParagraph, is_red
from planforge.text.numbering import leading_marker

_RANKS: dict[str, Literal["一级", "二级", "三级", "四级"]] = {
    "一、": "一级",
    "（一）": "二级",
    "1.": "三级",
    "1、": "三级",
    "（1）": "四级",
}
_LEVELS: tuple[Element, ...] = ("", "一级", "二级", "三级", "四级")
#: 发文字号, parts of it possibly still open (XX发〔20XX〕XX号), and the 签发人 on its line.
_DOC_NUMBER = re.compile(
    r"[\u4e00-\u9fffXx×Ｘ□○]*[〔\[【(（]\s*[\dXx×Ｘ□○]{4}\s*[〕\]】)）]\s*第?[\dXx×Ｘ*＊□○_＿\s]*号"
)
_SIGNER = re.compile(r"\s+签发人.*|\s*")
#: Organ and date on one line, below the mark of a 纪要.
_DATED = re.compile(r"\S+\s+\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日")
_SECRECY = re.compile(r"(?:绝密|机密|秘密)(?:★\S*)?|特急|加急|平急|特提")
_IMPRINT = re.compile(r"(?:抄送|分送|主送)[:：]|.*\d日\s*印发$|.*年\s*月\s*日\s*印发$")
_ATTACHMENT = re.compile(r"附件\s*\d*[:：]?$")
_HEADING_END = re.compile(r"[。！？：:]")
_RUNNING = re.compile(r"[，。；]")
#: The mark is larger than any title: 26 pt and more.
_MARK_SIZE = 52
#: Paragraphs from the first that a 公文's head may take, and the longest line of it.
_HEAD, _LINE = 24, 60
#: Centred paragraphs from 18 pt on are titles, whatever the reader made of them.
_TITLE_SIZE = 36
#: 附件说明, and its further lines.
_NOTE, _NOTED = re.compile(r"附件\s*[:：]\s*\S"), re.compile(r"\d+\s*[.．]")


def assigned(paragraphs: Sequence[SetParagraph], ranks: Sequence[int], document: Document) -> Iterator[SetParagraph]:
    """The paragraphs with their elements. `ranks` are the heading levels of automatic numbers, 0 for none.

    Entries of a table of contents have a negative one: they repeat headings, and are none.
    """
    known = _Known.of(document)
    before, running, noting = "", False, False
    for place, (paragraph, rank) in enumerate(zip(paragraphs, ranks, strict=True)):
        words = paragraph.text.value.strip()
        if not words or rank < 0:
            yield paragraph
            continue
        noting = bool(_NOTE.match(words)) or (noting and bool(_NOTED.match(words)))
        element = "" if noting or _is_head(paragraph, words) else known.element(paragraph, words, before)
        if not element and not running and place < _HEAD:
            element = _of_head(paragraph, words, known.issuers)
        if not element and not noting:
            element = _by_words(paragraph, words, rank)
        running = running or element in ("标题", "主送机关", "正文")
        before = element
        yield replace(paragraph, element=element, head=_head(element, paragraph.text.value))


@dataclass(frozen=True, slots=True)
class _Known:
    """What the reader of the text knows: the lines of titles and of recipients, and the issuers' names."""

    titles: frozenset[int]
    recipients: frozenset[int]
    issuers: tuple[str, ...]

    @classmethod
    def of(cls, document: Document) -> _Known:
        notice = (document.notice.title,) if document.notice else ()
        addressed = (document.recipients, *((document.notice.recipients,) if document.notice else ()))
        titles = (document.title, *notice, *(attachment.title for attachment in document.attachments))
        issuers = tuple(issuer.value for issuer in document.issuers if issuer.value)
        return cls(_lines_of(titles), _lines_of(addressed), issuers)

    def element(self, paragraph: SetParagraph, words: str, before: str) -> Element:
        """Whether it is a title or the recipients, by the reader or by its looks."""
        line, colon = paragraph.text.at(0).line, words[-1] in "：:"
        centred = paragraph.align == "center" and paragraph.stand == "body"
        large = paragraph.main.size >= _TITLE_SIZE and not paragraph.main.colour
        if line in self.titles or (centred and large):
            return "标题"
        return "主送机关" if colon and (line in self.recipients or before == "标题") else ""


def _lines_of(texts: Sequence[Text]) -> frozenset[int]:
    return frozenset(anchor.line for text in texts if text.value for anchor in text.anchors)


def _is_head(paragraph: SetParagraph, words: str) -> bool:
    """Whether it belongs to a head whatever the reader took it for: a form without a title has no better one."""
    number = _DOC_NUMBER.match(words)
    numbered = number is not None and _SIGNER.fullmatch(words, number.end()) is not None
    marked = is_mark(paragraph) and is_red(paragraph.main.colour)
    return numbered or marked or _DATED.fullmatch(words) is not None


def _of_head(paragraph: SetParagraph, words: str, issuers: tuple[str, ...]) -> Element:
    """What stands above the title: mark, number, 密级."""
    if len(words) > _LINE:
        return ""
    if _DOC_NUMBER.match(words):
        return "发文字号"
    if _SECRECY.fullmatch(words):
        return "密级"
    named = words.removesuffix("文件") in issuers or words == "文件"
    return "机关标志" if is_mark(paragraph) or (named and paragraph.main.size >= _MARK_SIZE) else ""


def is_mark(paragraph: SetParagraph) -> bool:
    """Whether it is set as a mark is: large, and in a colour."""
    return bool(paragraph.text.value.strip() and paragraph.main.colour) and paragraph.main.size >= _MARK_SIZE


def _by_words(paragraph: SetParagraph, words: str, rank: int) -> Element:
    if _IMPRINT.match(words):
        return "版记"
    if paragraph.stand != "body":
        return ""
    if _ATTACHMENT.match(words):
        return "附件字样"
    marker = leading_marker(words)
    level = _LEVELS[rank] or (_RANKS.get(marker.style, "") if marker else "")
    if level:
        return level
    return "正文" if _RUNNING.search(words) and paragraph.align in ("left", "both", "distribute") else ""


def _head(element: Element, value: str) -> int:
    """How many characters are a heading, up to the first stop where text runs on behind it, or the 发文字号 itself,
    which a 签发人 may follow.
    """
    if element == "发文字号":
        number = _DOC_NUMBER.search(value)
        return number.end() if number else len(value)
    end = _HEADING_END.search(value) if element in _LEVELS[1:] else None
    return end.start() if end else len(value)
