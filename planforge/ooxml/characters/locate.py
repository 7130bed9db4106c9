"""Where the characters of a Word paragraph stand: readers take its text from here, and writers the way back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planforge.ooxml.characters import symbols
from planforge.ooxml.namespaces import MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_NS = {"w": MAIN}
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
#: The second form of content that is written in two, for programs that can't read the first.
FALLBACK = f"{_MC}Fallback"
#: What is no text of its paragraph: deleted and moved words, field codes, properties, the reading above ruby text.
GONE = frozenset(
    f"{_W}{n}" for n in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "footnoteReference", "sectPr", "rt")
)
#: The words of an equation, and the lower half of a fraction in it (ECMA-376, 22.1.2).
_FORMULA_WORDS, _BELOW_LINE = f"{_M}t", f"{_M}den"
SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a paragraph that one element holds: a `w:t`, or a sign such as `w:tab`; `start` counts from 0."""

    element: _Element
    text: str
    start: int

    @property
    def stop(self) -> int:
        return self.start + len(self.text)


def body_of(root: _Element | None) -> _Element | None:
    """The body of a main part; a background may stand before it (ECMA-376, 17.2.1)."""
    return root.find(f"{_W}body") if root is not None else None


def visible(paragraph: _Element) -> str:
    """The text of a paragraph as it reads once all changes are accepted; text boxes are paragraphs of their own."""
    return "".join(text for _, text in _texts(paragraph))


def words_of(children: Iterable[_Element]) -> str:
    """The text of some children of a paragraph, as `visible` has it."""
    return "".join(text for child in children if not _is_gone(child) for _, text in _texts(alternative(child)))


def stretches(paragraph: _Element) -> tuple[Stretch, ...]:
    """The elements that hold the characters of `visible`, in order; empty ones are left out."""
    found: list[Stretch] = []
    for element, text in _texts(paragraph):
        if text:
            found.append(Stretch(element, text, found[-1].stop if found else 0))
    return tuple(found)


def alternative(element: _Element) -> _Element:
    """Of content in two forms (mc:AlternateContent) the first, so that nothing is read twice."""
    choice = element.find(f"{_MC}Choice")
    return choice if choice is not None else element


def _texts(element: _Element) -> Iterator[tuple[_Element, str]]:
    for child in element:
        tag = child.tag
        if tag in (f"{_W}t", _FORMULA_WORDS):
            yield child, child.text or ""
        elif tag in SIGNS:
            yield child, SIGNS[tag]
        elif tag == symbols.SYMBOL:
            yield child, symbols.read(child)
        elif not _is_gone(child):
            if tag == _BELOW_LINE:
                yield child, "/"
            yield from _texts(alternative(child))


def _is_gone(element: _Element) -> bool:
    """Deleted, moved away or hidden words, properties, comments, and text boxes."""
    if not isinstance(element.tag, str) or element.tag in GONE or element.tag == f"{_W}txbxContent":
        return True
    return element.tag == f"{_W}r" and element.find("w:rPr/w:vanish", _NS) is not None
