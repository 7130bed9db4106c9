"""A body as it was before its tracked changes (ECMA-376, 17.13.5): insertions taken out, deletions put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planforge.ooxml.namespaces import MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_NS = {"w": MAIN}
_CAME, _WENT = ("ins", "moveTo"), ("del", "moveFrom")
_TRACKED = tuple(f"{_W}{name}" for name in (*_CAME, *_WENT))


def tracked(root: _Element) -> int:
    """How many tracked changes of words there are."""
    return sum(1 for _ in root.iter(*_TRACKED))


def reject(root: _Element) -> None:
    """Undo all tracked changes of words, paragraphs and rows; those of formats change no words and stay."""
    for row in list(root.iter(f"{_W}tr")):
        if _marked(row, "trPr", _CAME):
            _drop(row)
    for paragraph in list(root.iter(f"{_W}p")):
        if _marked(paragraph, "pPr/w:rPr", _CAME):
            _join_to_next(paragraph)
    for element in list(root.iter(*(f"{_W}{name}" for name in _CAME))):
        _drop(element)
    for element in list(root.iter(*(f"{_W}{name}" for name in _WENT))):
        _unwrap(element)
    for words in root.iter(f"{_W}delText"):
        words.tag = f"{_W}t"


def _marked(element: _Element, path: str, names: tuple[str, ...]) -> bool:
    return any(element.find(f"w:{path}/w:{name}", _NS) is not None for name in names)


def _join_to_next(paragraph: _Element) -> None:
    """The paragraph's end was inserted: what stands in it belongs to the next one."""
    following = paragraph.getnext()
    if following is None or following.tag != f"{_W}p":
        return
    own = [child for child in paragraph if child.tag != f"{_W}pPr"]
    place = 1 if following.find("w:pPr", _NS) is not None else 0
    for turn, child in enumerate(own):
        following.insert(place + turn, child)
    _drop(paragraph)


def _unwrap(element: _Element) -> None:
    """Let what stands in an element stand in its place; a mark in properties just goes."""
    for child in list(element):
        element.addprevious(child)
    _drop(element)


def _drop(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
