"""How Word files tell where the items of a plan begin: bookmarks around a heading, or around the number alone.

The renderer sets them, the reader of Word files honours them (ECMA-376, 17.13.6); they are never seen on a page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from planforge.ooxml.characters.locate import words_of
from planforge.ooxml.namespaces import MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_STARTS, _ENDS = f"{_W}bookmarkStart", f"{_W}bookmarkEnd"
#: How the ids of the paragraph styles begin, in files of this program, of what items say further.
STYLE_ID: Final = "ItemText"
_NAME = re.compile(r"(item|head|text)([1-9])_")
_LONGEST_NAME, _DEEPEST = 40, 9
_NOT_IN_NAMES = re.compile(r"\W")


class Beginning(NamedTuple):
    """That an item begins: how deep it lies (1: a section), its number if it has one, and its heading behind that.

    `heading` is empty for an item that has none; with one, `number` is among its words. `bare`: it has no number,
    whatever its words begin with.
    """

    depth: int
    heading: str
    number: str = ""
    bare: bool = False


def name(depth: int, heading: bool, number: bool, key: str) -> str:
    """The name of the bookmark of an item, with its id as `key`: what Word takes for a name (40 characters).

    `heading` and `number`: whether it has one.
    """
    kind = "text" if not heading else "item" if number else "head"
    return _NOT_IN_NAMES.sub("_", f"{kind}{min(depth, _DEEPEST)}_{key}")[:_LONGEST_NAME]


def beginning(paragraph: _Element) -> Beginning | None:
    """The item that a `w:p` begins; None where none is marked, or words were put before it or taken from it."""
    for start in paragraph.iterfind(_STARTS):
        if found := _NAME.match(start.get(f"{_W}name", "")):
            return _beginning(found[1], int(found[2]), _words(paragraph, start))
    return None


def _beginning(kind: str, depth: int, words: str | None) -> Beginning | None:
    """What a bookmark of a kind says with the words in it, None where it has lost them."""
    if words is not None and kind == "text":
        return Beginning(depth, "", words, bare=not words)
    return Beginning(depth, words, bare=kind == "head") if words else None


def are_told(root: _Element) -> bool:
    """Whether a main part tells where any item begins; what saved it may have lost that."""
    return any(_NAME.match(start.get(f"{_W}name", "")) for start in root.iter(_STARTS))


def forget(root: _Element) -> None:
    """Take from a main part that this program wrote what it tells of its items."""
    marks = [each for each in root.iter(_STARTS) if _NAME.match(each.get(f"{_W}name", ""))]
    styles = [each for each in root.iter(f"{_W}pStyle") if each.get(f"{_W}val", "").startswith(STYLE_ID)]
    for element in (*marks, *styles):
        if (parent := element.getparent()) is not None:
            parent.remove(element)


def _words(paragraph: _Element, start: _Element) -> str | None:
    """What stands in a bookmark that begins the paragraph and ends in it; None for any other."""
    number, children = start.get(f"{_W}id"), list(paragraph)
    begin = children.index(start)
    ends = (end for end in start.itersiblings(_ENDS) if end.get(f"{_W}id") == number)
    stop = next(map(children.index, ends), None)
    if stop is None or words_of(children[:begin]).strip():
        return None
    return words_of(children[begin:stop])
