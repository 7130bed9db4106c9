"""Where a title may turn over: between words (GB/T 9704-2012, 7.3.1: 回行时做到词意完整).

No dictionary of Chinese comes with PlanForge. Titles of official documents are made of few words, so a list of those
(words.txt), place names by their last character, and numbers do; what is left unknown stays in one piece.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

_WORDS = (Path(__file__).parent / "words.txt").read_text(encoding="utf-8").split()

_BY_HEAD: dict[str, list[str]] = {}
for _word in sorted(set(_WORDS), key=len, reverse=True):
    _BY_HEAD.setdefault(_word[0], []).append(_word)

#: Numbers with what counts them, runs of Latin letters: never torn apart.
_ATOM = re.compile(
    r"[0-9０-９]+(?:[.．—-][0-9０-９]+)*(?:年度|年|月|日|号|个|项|件|％|%)?|[A-Za-z]+|第?[〇零一二三四五六七八九十百]+(?:年|届|次|个|批|期)"
)
_BRACKETS = re.compile("（[^（）]*）")
#: Longer words of the list are made of several.
_SHORT = 4
_PLACE_ENDS = "省市县区州盟旗镇乡"
_OPENING = "《〈（(“‘「『【〔"
_CLOSING = "》〉）)”’」』】〕，、。；：！？…—·"


def split(text: str) -> list[str]:
    """`text` in pieces that a line must not tear; joined they give the text. Marks stay with their word."""
    pieces: list[str] = []
    place = 0
    while place < len(text):
        piece = _next(text, place)
        place += len(piece)
        if pieces and _clings(pieces[-1], piece):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


class Seams(NamedTuple):
    """Places in a text: `between` words that are known, and `within` short ones, numbers and brackets.

    Where two words meet in a longer one (社会/保障), it is neither: better than within a word, worse than between.
    """

    between: frozenset[int]
    within: frozenset[int]


def seams(text: str) -> Seams:
    """Where a text may be cut, and where it must not be, as far as the list of words tells."""
    words = [
        (place, place + len(word))
        for place, head in enumerate(text)
        for word in _BY_HEAD.get(head, ())
        if len(word) > 1 and text.startswith(word, place)
    ]
    whole = [match.span() for pattern in (_ATOM, _BRACKETS) for match in pattern.finditer(text)]
    kept = [*whole, *((start, stop) for start, stop in words if stop - start <= _SHORT)]
    within = {place for start, stop in kept for place in range(start + 1, stop)}
    met = within & {start for start, _ in words} & {stop for _, stop in words}
    between = {end for span in (*words, *whole) for end in span}
    return Seams(frozenset(between - met), frozenset(within - met))


def _next(text: str, place: int) -> str:
    known = _known(text, place)
    if known or text[place] in _CLOSING:
        return known or text[place]
    end = place + 1
    while end < len(text) and text[end - 1] not in _PLACE_ENDS and not _known(text, end) and not _is_mark(text[end]):
        end += 1
    return text[place:end]


def _known(text: str, place: int) -> str:
    """A listed word or a number at `place`, the longest; empty where there is none."""
    atom = _ATOM.match(text, place)
    if atom:
        return atom[0]
    return next((word for word in _BY_HEAD.get(text[place], ()) if text.startswith(word, place)), "")


def _is_mark(character: str) -> bool:
    return character in _OPENING or character in _CLOSING or character in "的 \u3000"


def _clings(before: str, piece: str) -> bool:
    """Closing marks, 的 and single-character endings stay behind their word, opening marks before theirs."""
    return piece[0] in _CLOSING or before[-1] in _OPENING or piece in {"的", "局", "厅", "委", "等"}
