"""How many lines a text takes: what Word and LibreOffice do with Chinese at the end of a line (kinsoku, 17.3.1.16).

Widths are those of the 公文 fonts, where digits and Latin letters are half as wide as Chinese characters, and of Times
New Roman. docs/notes/docx.md has the measurement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planforge.renderers.docx.measuring.widths import advance
from planforge.styles import Face

#: What doesn't begin a line, and what doesn't end one.
_NOT_FIRST = frozenset("!%),.:;>?]}¢°·’”†‡℃、。〃》」』】〕〗〞！＂％＇），．：；？］｀｜｝～")
_NOT_LAST = frozenset("$([{£¥‘“〈《「『【〔〖〝＄（［｛￡￥")
#: A run of digits and Latin letters stays in one piece, an address up to a slash; every other character is one.
_PIECE = re.compile(r"(?:[!-.0-~]|/+(?=\d))*/+(?!\d)|[!-~]+|.", re.DOTALL)


def count(text: str, face: Face, room: int, first: int = 0) -> int:
    """How many lines `text` takes in lines of `room` twips, the first one `first` twips shorter; at least one."""
    return len(broken(text, face, room, first))


def broken(text: str, face: Face, room: int, first: int = 0) -> list[str]:
    """`text` in the lines that `count` counts; the author's own line breaks are kept."""
    return [line for part in text.split("\n") for line in _filled(part, face, room, first)]


def _filled(text: str, face: Face, room: int, first: int) -> list[str]:
    pieces = [(part, advance(part, face)) for piece in _PIECE.findall(text) for part in _fitting(piece, face, room)]
    start = 0
    found: list[str] = []
    while start < len(pieces):
        end = start + _taken(pieces, start, room - (0 if found else first))
        found.append("".join(piece for piece, _ in pieces[start:end]))
        start = end
    return found or [""]


def _fitting(piece: str, face: Face, room: int) -> Iterator[str]:
    """A piece as it is, or one that no line holds in parts that each fill one."""
    if advance(piece, face) <= room:
        yield piece
        return
    part, used = "", 0.0
    for character in piece:
        taken = advance(character, face)
        if part and used + taken > room:
            yield part
            part, used = "", 0.0
        part, used = part + character, used + taken
    yield part


def _taken(pieces: Sequence[tuple[str, float]], start: int, room: float) -> int:
    """How many pieces go into the line that begins with piece `start`: one at the least."""
    end = start
    while end < len(pieces) and pieces[end][1] <= room:
        room -= pieces[end][1]
        end += 1
    if end == len(pieces):
        return end - start
    breaks = (place for place in range(end, start, -1) if _may_break(pieces[place - 1][0], pieces[place][0]))
    return next(breaks, max(end, start + 1)) - start


def _may_break(before: str, after: str) -> bool:
    return after[0] not in _NOT_FIRST and before[-1] not in _NOT_LAST
