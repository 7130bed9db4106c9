"""Who issues a Word file, where that stands outside its text: in the header of a letter's page 1, in its properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planforge.importers.word.relations import MAIN_RELATIONS, target
from planforge.model import InputError, Text
from planforge.ooxml.characters.locate import visible
from planforge.ooxml.namespaces import MAIN, RELATIONS
from planforge.text.units import looks_like_unit

if TYPE_CHECKING:
    from lxml.etree import _Element

    from planforge.importers.word.package import Package

_W, _NS = f"{{{MAIN}}}", {"w": MAIN}
_FIRST = "w:headerReference[@w:type='first']"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"


def mark(package: Package, element: _Element, file: str) -> Text:
    """发文机关标志 of a 信函, which stands in the header of page 1 (GB/T 9704-2012, 10.1); empty where none does.

    `element` is any one of the main part.
    """
    section = next(element.getroottree().iter(f"{_W}sectPr"), None)
    if section is None or section.find("w:titlePg", _NS) is None:
        return Text()
    header = _target(package, section.find(_FIRST, _NS))
    paragraphs = header.iter(f"{_W}p") if header is not None else ()
    lines = (visible(paragraph).replace("\n", "").strip() for paragraph in paragraphs)
    return next((Text.at_place(line, file, 1) for line in lines if looks_like_unit(line)), Text())


def author(package: Package, file: str) -> Text:
    """Who made the file, as its properties say (ECMA-376-2, 11.1): offices, a person, or nobody."""
    properties = _part(package, "docProps/core.xml")
    said = properties.findtext(_CREATOR) if properties is not None else None
    return Text.at_place(said.strip(), file, 1) if said else Text()


def _target(package: Package, reference: _Element | None) -> _Element | None:
    """The part that an element of the main part refers to."""
    if reference is None:
        return None
    path = target(_part(package, MAIN_RELATIONS), reference.get(f"{{{RELATIONS}}}id", ""))
    return _part(package, path) if path else None


def _part(package: Package, name: str) -> _Element | None:
    """A part that the text can do without: a damaged one says nothing."""
    try:
        return package.part(name)
    except InputError:
        return None
