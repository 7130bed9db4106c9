"""What stands in an edited Word file beside its text, where no plan has a place for it: it can only be told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from planforge.ooxml.characters.locate import FALLBACK, visible
from planforge.ooxml.namespaces import MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

    from planforge.importers.word.package import Package

_W, _NS = f"{{{MAIN}}}", {"w": MAIN}
_GRAPHIC = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
#: A picture in the older form, which objects hold as well.
_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
#: Text boxes, whose words are read.
_SHAPES = re.compile("wordprocessing(?:Shape|Group|Canvas)$")
_NOTES = {"word/footnotes.xml": ("footnote", "脚注"), "word/endnotes.xml": ("endnote", "尾注")}
_PAGE_NUMBER = re.compile(r"[\s\d—–\-·第共页/]*")
_OFF = frozenset({"0", "false", "off"})
#: Characters of what is quoted.
_LONGEST = 30


def told(package: Package, root: _Element, known: str) -> Iterator[str]:
    """For people: pictures, notes, struck words, and words in the page's head or foot that aren't among the `known`."""
    pictures = sum(map(_is_picture, root.iter(_GRAPHIC, f"{_W}object", _IMAGE)))
    if pictures:
        yield f"Word 稿里有 {pictures} 处图片、图表或对象，要点里放不下，没有取回。"
    for name, (tag, kind) in _NOTES.items():
        for words in _notes(package.part(name), tag):
            yield f"{kind}{_quoted(words)}：要点里没有地方放，没有取回；要的话请写进正文。"
    for words in _struck(root):
        yield f"{_quoted(words)}：加了删除线，没有当作删去；要删的请在要点里删。"
    for words in dict.fromkeys(_furniture(package)):
        if words not in known:
            yield f"页眉页脚里的{_quoted(words)}：要点里没有地方放，没有取回。"


def _is_picture(element: _Element) -> bool:
    if next(element.iterancestors(FALLBACK), None) is not None:
        return False
    if element.tag == _IMAGE:
        return next(element.iterancestors(f"{_W}object"), None) is None
    return _SHAPES.search(element.get("uri", "")) is None


def _notes(root: _Element | None, tag: str) -> Iterator[str]:
    """The words of each note; those with a type are the rules between notes and text."""
    for note in root.iterfind(f"w:{tag}", _NS) if root is not None else ():
        words = _words(note.iter(f"{_W}p"))
        if words and note.get(f"{_W}type", "normal") == "normal":
            yield words


def _struck(root: _Element) -> Iterator[str]:
    """Words that runs beside each other strike through."""
    for paragraph in root.iter(f"{_W}p"):
        if next(paragraph.iterancestors(FALLBACK), None) is None:
            for struck, runs in groupby(paragraph.iter(f"{_W}r"), _is_struck):
                words = "".join(map(visible, runs)).strip() if struck else ""
                if words:
                    yield words


def _is_struck(run: _Element) -> bool:
    marks = (run.find(f"w:rPr/w:{name}", _NS) for name in ("strike", "dstrike"))
    return any(mark is not None and mark.get(f"{_W}val", "on") not in _OFF for mark in marks)


def _furniture(package: Package) -> Iterator[str]:
    """The words of headers and footers, page numbers left out."""
    for name in package.names:
        root = package.part(name) if re.fullmatch(r"word/(?:header|footer)\d*\.xml", name) else None
        words = _words(root.iter(f"{_W}p")) if root is not None else ""
        if not _PAGE_NUMBER.fullmatch(words):
            yield words


def _words(paragraphs: Iterable[_Element]) -> str:
    return " ".join(filter(None, (visible(paragraph).strip() for paragraph in paragraphs)))


def _quoted(words: str) -> str:
    return f"“{words[:_LONGEST]}{'…' if len(words) > _LONGEST else ''}”"
