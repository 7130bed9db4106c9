"""Which part of a Word file refers to which (ECMA-376-2, 6.5): the names of parts are usual, but free."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

MAIN_PART = "word/document.xml"
MAIN_RELATIONS = "word/_rels/document.xml.rels"
_ROOT = "_rels/.rels"


def usual_names(read: Callable[[str], _Element | None]) -> dict[str, str]:
    """For each usual name of a part the name that it has in a file whose main part is called otherwise.

    Word on the web writes word/document2.xml. `read` gives the root of a part of the file by its true name.
    """
    main = next((target for kind, target in _targets(read(_ROOT), "") if kind == "officeDocument"), None)
    if main is None:
        return {}
    folder, name = posixpath.split(main)
    own = posixpath.join(folder, "_rels", f"{name}.rels")
    parts = {f"word/{kind}.xml": target for kind, target in _targets(read(own), folder)}
    return {**parts, MAIN_PART: main, MAIN_RELATIONS: own}


def target(relations: _Element | None, wanted: str) -> str | None:
    """The name of the part that the main part refers to by a relationship's id; None where there is none."""
    found = (each for each in _inner(relations) if each.get("Id") == wanted)
    return next((_name("word", each.get("Target", "")) for each in found), None)


def _targets(relations: _Element | None, folder: str) -> list[tuple[str, str]]:
    """The kinds of relationships, as the last word of their type, and the parts they lead to."""
    inner = _inner(relations)
    return [(each.get("Type", "").rpartition("/")[2], _name(folder, each.get("Target", ""))) for each in inner]


def _inner(relations: _Element | None) -> list[_Element]:
    every = list(relations) if relations is not None else []
    return [each for each in every if isinstance(each.tag, str) and each.get("TargetMode") != "External"]


def _name(folder: str, target: str) -> str:
    return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
