"""A Word body as reviewers left it: the words before and after their tracked changes, and what comments speak of.

Read alike from Word, WPS and LibreOffice (ECMA-376, 17.13.4 and 17.13.5): a move is words gone here and new there,
words that were inserted and deleted again are nothing, and a change of looks alone is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from planforge.ooxml.characters.locate import FALLBACK, GONE, SIGNS, alternative
from planforge.ooxml.namespaces import MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_NS = {"w": MAIN}
_NEW, _OLD = (f"{_W}ins", f"{_W}moveTo"), (f"{_W}del", f"{_W}moveFrom")
_START, _END, _CALL = (f"{_W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))
_FIELD = (f"{_W}fldChar", f"{_W}instrText")

#: What became of words: they stayed, went, or came.
State = Literal["same", "gone", "new"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line that share a fate. A tracked change has an author and the moment as the file writes it."""

    text: str
    state: State = "same"
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as it was before all tracked changes; new paragraphs are new words in it, behind or before a break.

    `joined` stands for the deleted end of a paragraph: the next line was drawn up to this one.
    """

    pieces: tuple[Piece, ...] = ()
    joined: Piece | None = None

    @property
    def before(self) -> str:
        return "".join(piece.text for piece in self.pieces if piece.state != "new")

    @property
    def after(self) -> str:
        return "".join(piece.text for piece in self.pieces if piece.state != "gone")


@dataclass(frozen=True, slots=True)
class Range:
    """From the character at `start` of line `first` to that before `stop` of line `last`, in all words of the lines."""

    first: int
    start: int
    last: int
    stop: int


@dataclass(frozen=True, slots=True)
class Reviewed:
    """All lines of a body, text boxes and tables among them, and what each comment (by its id) speaks of."""

    lines: tuple[Line, ...]
    comments: Mapping[str, Range]

    def quoted(self, found: Range) -> str:
        """The words of a range as they read once all changes are accepted, a paragraph a line."""
        parts = []
        for turn in range(found.first, min(found.last, len(self.lines) - 1) + 1):
            start = found.start if turn == found.first else 0
            stop = found.stop if turn == found.last else None
            parts.append(_visible(self.lines[turn], start, stop))
        return "\n".join(parts)


def _visible(line: Line, start: int, stop: int | None) -> str:
    """What is there of `[start:stop]` of all words of a line when those that are gone are left out."""
    shown, begin = "", 0
    for piece in line.pieces:
        if piece.state != "gone":
            shown += piece.text[max(0, start - begin) : None if stop is None else max(0, stop - begin)]
        begin += len(piece.text)
    return shown


def read(body: _Element) -> Reviewed:
    """What reviewers did to a `w:body`. Its table of contents is no text of theirs and left out."""
    reader = _Reader()
    for paragraph in body.iter(f"{_W}p"):
        if not _is_twice_or_made(paragraph):
            reader.paragraph(paragraph)
    return reader.finish()


def _is_twice_or_made(paragraph: _Element) -> bool:
    """Whether words stand in the second form of a text box, or in a table of contents."""
    if next(paragraph.iterancestors(FALLBACK), None) is not None:
        return True
    galleries = (box.find("w:sdtPr/w:docPartObj/w:docPartGallery", _NS) for box in paragraph.iterancestors(f"{_W}sdt"))
    return any(each is not None and "contents" in each.get(f"{_W}val", "").lower() for each in galleries)


class _Reader:
    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._pieces: list[Piece] = []
        self._length = 0
        self._open: dict[str, tuple[int, int]] = {}
        self._ranges: dict[str, Range] = {}
        self._codes: list[str] = []

    def paragraph(self, paragraph: _Element) -> None:
        self._read(paragraph, Piece(""))
        ends = paragraph.find("w:pPr/w:rPr", _NS)
        new, gone = (_mark_of(ends, tags) for tags in (_NEW, _OLD))
        if new is not None and gone is None:
            self._add(Piece("\n", "new", *_by(new)))
        else:
            self._close(Piece("\n", "gone", *_by(gone)) if gone is not None and new is None else None)

    def finish(self) -> Reviewed:
        if self._pieces:
            self._close(None)
        for name in list(self._open):
            self._end(name)
        return Reviewed(tuple(self._lines), self._ranges)

    def _read(self, element: _Element, fate: Piece) -> None:
        for child in element:
            tag = child.tag
            if tag in (f"{_W}t", f"{_W}delText"):
                self._add(Piece(child.text or "", fate.state, fate.author, fate.date))
            elif tag in SIGNS and child.get(f"{_W}type", "textWrapping") == "textWrapping":
                self._add(Piece(SIGNS[tag], fate.state, fate.author, fate.date))
            elif tag in _FIELD:
                self._field(child)
            elif tag in _NEW or tag in _OLD:
                self._change(child, fate)
            elif tag in (_START, _END, _CALL):
                self._comment(tag, child.get(f"{_W}id", ""))
            elif _is_read(child):
                self._read(alternative(child), fate)

    def _field(self, element: _Element) -> None:
        """Fields nest; their codes tell which of them holds a table of contents."""
        kind = element.get(f"{_W}fldCharType", "")
        if kind == "begin":
            self._codes.append("")
        elif kind == "end" and self._codes:
            self._codes.pop()
        elif self._codes:
            self._codes[-1] += element.text or ""

    def _change(self, element: _Element, fate: Piece) -> None:
        state: State = "new" if element.tag in _NEW else "gone"
        if fate.state == "same":
            self._read(element, Piece("", state, *_by(element)))
        elif fate.state == state:
            self._read(element, fate)

    def _comment(self, tag: str, name: str) -> None:
        if tag == _START:
            self._open[name] = len(self._lines), self._length
        elif tag == _END:
            self._end(name)
        elif name not in self._ranges:
            self._open.setdefault(name, (len(self._lines), self._length))
            self._end(name)

    def _end(self, name: str) -> None:
        first, start = self._open.pop(name, (len(self._lines), self._length))
        self._ranges[name] = Range(first, start, len(self._lines), self._length)

    def _add(self, piece: Piece) -> None:
        in_contents = any(code.split()[:1] == ["TOC"] for code in self._codes)
        if piece.text and not in_contents:
            self._pieces.append(piece)
            self._length += len(piece.text)

    def _close(self, joined: Piece | None) -> None:
        self._lines.append(Line(tuple(_merged(self._pieces)), joined))
        self._pieces, self._length = [], 0


def _is_read(element: _Element) -> bool:
    tag = element.tag
    if not isinstance(tag, str) or tag in GONE or tag == f"{_W}txbxContent":
        return False
    return tag != f"{_W}r" or element.find("w:rPr/w:vanish", _NS) is None


def _mark_of(properties: _Element | None, tags: tuple[str, ...]) -> _Element | None:
    return next((child for child in properties if child.tag in tags), None) if properties is not None else None


def _by(element: _Element) -> tuple[str, str]:
    return element.get(f"{_W}author", ""), element.get(f"{_W}date", "")


def _merged(pieces: list[Piece]) -> Iterator[Piece]:
    """Neighbours of one fate and one author as one piece."""
    waiting: Piece | None = None
    for piece in pieces:
        if waiting and (waiting.state, waiting.author) == (piece.state, piece.author):
            waiting = Piece(waiting.text + piece.text, piece.state, piece.author, waiting.date)
            continue
        if waiting:
            yield waiting
        waiting = piece
    if waiting:
        yield waiting
