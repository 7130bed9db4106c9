"""How Word files tell where the items of a plan begin: bookmarks around a heading, or around the number alone; and
which sentence behind an item's words prints its targets.

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
#: How the ids of the paragraph styles of items begin, in files of this program.
STYLE_ID: Final = "ItemText"
CLOSING_ID: Final = "ItemClosing"
_NAME = re.compile(r"(item|text)([1-9])_")
#: Around first words that mislead, with so many characters as are told.
_OPENING = re.compile(r"(sign|plain)([1-9]\d?)_")
_TARGETS = re.compile(r"targets_\d")
#: At the head of a line that follows a blank: its characters in hexadecimal figures.
_BLANK = re.compile(r"blank((?:[0-9a-f]{4}){1,6})_")
_OURS = re.compile(rf"{_NAME.pattern}|{_OPENING.pattern}|{_TARGETS.pattern}|{_BLANK.pattern}")
_LONGEST_NAME, _DEEPEST = 40, 9
_LONGEST_BLANK = 6
_NOT_IN_NAMES = re.compile(r"\W")


class Beginning(NamedTuple):
    """That an item begins: how deep it lies (1: a section), its number if it has one, and its heading behind that.

    `heading` is empty for an item that has none; with one, `number` is among its words.
    """

    depth: int
    heading: str
    number: str = ""


class Opening(NamedTuple):
    """First words that mislead: a `sign` is a number and doesn't look so, `plain` ones look so and are none."""

    sign: str = ""
    plain: str = ""


def name(depth: int, heading: bool, key: str) -> str:
    """The name of the bookmark of an item, with its id as `key`: what Word takes for a name (40 characters)."""
    return _NOT_IN_NAMES.sub("_", f"{'item' if heading else 'text'}{min(depth, _DEEPEST)}_{key}")[:_LONGEST_NAME]


def opening_name(words: Opening, turn: int) -> str:
    """The name of the bookmark around first words that mislead, with the number that it has in the file."""
    return f"sign{len(words.sign)}_{turn}" if words.sign else f"plain{len(words.plain)}_{turn}"


def targets_name(turn: int) -> str:
    """The name of the bookmark around the sentence of targets, with the number that it has in the file."""
    return f"targets_{turn}"


def blank_name(blank: str, turn: int) -> str:
    """The name of the bookmark where a line break stands for a blank, with the number that it has in the file."""
    return f"blank{''.join(f'{ord(each):04x}' for each in blank[:_LONGEST_BLANK])}_{turn}"


def beginning(paragraph: _Element) -> Beginning | None:
    """The item that a `w:p` begins; None where none is marked, or words were put before it or taken from it."""
    for start in paragraph.iterfind(_STARTS):
        if found := _NAME.match(start.get(f"{_W}name", "")):
            words, depth = _words(paragraph, start), int(found[2])
            if words is None or found[1] == "text":
                return None if words is None else Beginning(depth, "", words)
            return Beginning(depth, words) if words else None
    return None


def opening(paragraph: _Element) -> Opening:
    """What a `w:p` tells of its first words; what was typed behind those lies in the bookmark as well."""
    for start in paragraph.iterfind(_STARTS):
        if found := _OPENING.match(start.get(f"{_W}name", "")):
            words = (_words(paragraph, start) or "")[: int(found[2])]
            return Opening(sign=words) if found[1] == "sign" else Opening(plain=words)
    return Opening()


def targets(paragraph: _Element) -> str:
    """The sentence of a `w:p` that prints targets; empty where none does."""
    marks = (start for start in paragraph.iterfind(_STARTS) if _TARGETS.match(start.get(f"{_W}name", "")))
    return next((found[1] for start in marks if (found := _around(paragraph, start))), "")


def blanks(paragraph: _Element) -> dict[int, str]:
    """The blanks that line breaks of a `w:p` stand for, by the place of the break among its characters."""
    marks = ((start, _BLANK.match(start.get(f"{_W}name", ""))) for start in paragraph.iterfind(_STARTS))
    found = ((_around(paragraph, start), mark) for start, mark in marks if mark)
    told = ((len(place[0]) - 1, bytes.fromhex(mark[1]).decode("utf-16-be", "ignore")) for place, mark in found if place)
    return {place: blank for place, blank in told if blank.isspace()}


def are_told(root: _Element) -> bool:
    """Whether a main part tells where any item begins; what saved it may have lost that."""
    return any(_NAME.match(start.get(f"{_W}name", "")) for start in root.iter(_STARTS))


def forget(root: _Element) -> None:
    """Take from a main part that this program wrote what it tells of its items."""
    marks = [each for each in root.iter(_STARTS) if _OURS.match(each.get(f"{_W}name", ""))]
    ids = (STYLE_ID, CLOSING_ID)
    styles = [each for each in root.iter(f"{_W}pStyle") if each.get(f"{_W}val", "").startswith(ids)]
    for element in (*marks, *styles):
        if (parent := element.getparent()) is not None:
            parent.remove(element)


def _words(paragraph: _Element, start: _Element) -> str | None:
    """What stands in a bookmark that begins the paragraph and ends in it; None for any other."""
    found = _around(paragraph, start)
    return None if found is None or found[0].strip() else found[1]


def _around(paragraph: _Element, start: _Element) -> tuple[str, str] | None:
    """What stands before a bookmark in its paragraph, and what in it; None for one that doesn't end there."""
    number, children = start.get(f"{_W}id"), list(paragraph)
    begin = children.index(start)
    ends = (end for end in start.itersiblings(_ENDS) if end.get(f"{_W}id") == number)
    stop = next(map(children.index, ends), None)
    return None if stop is None else (words_of(children[:begin]), words_of(children[begin:stop]))
