"""Page numbers for a Word file that has none: — 1 — on the right of odd pages, on the left of even ones (7.5)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from planforge.ooxml.namespaces import MAIN, RELATIONS
from planforge.ooxml.parts.sections import footers
from planforge.ooxml.restyling.merging import put
from planforge.styles import Style

if TYPE_CHECKING:
    from lxml.etree import _Element

_W, _R = f"{{{MAIN}}}", f"{{{RELATIONS}}}"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS, _TYPES, _SETTINGS = "word/_rels/document.xml.rels", "[Content_Types].xml", "word/settings.xml"
#: Kind of footer, the relation that names it here, the part, and the part that `sections.footers` has it under. Parts
#: are numbered as Word numbers its own, beyond what a file has.
_NEW = (
    ("default", "rIdPageNumberOdd", "footer901.xml", "word/footer1.xml"),
    ("even", "rIdPageNumberEven", "footer902.xml", "word/footer2.xml"),
)


def add(root: _Element, read: Callable[[str], _Element | None], style: Style) -> dict[str, _Element | bytes]:
    """Give the first section of `root` footers with page numbers, which later ones take over.

    Gives the parts that are new or changed; none where the file has no settings to say that pages differ.
    """
    relations, types, settings = read(_RELATIONS), read(_TYPES), read(_SETTINGS)
    section = next(root.iter(f"{_W}sectPr"), None)
    if relations is None or types is None or settings is None or section is None:
        return {}
    made = footers(style)
    for place, (kind, relation, name, _) in enumerate(_NEW):
        section.insert(place, _element(section, "footerReference", {f"{_W}type": kind, f"{_R}id": relation}))
        attributes = {"Id": relation, "Type": f"{RELATIONS}/footer", "Target": name}
        relations.append(relations.makeelement(f"{{{_PACKAGE}/relationships}}Relationship", attributes))
        attributes = {"PartName": f"/word/{name}", "ContentType": f"{_WORD}.footer+xml"}
        types.append(types.makeelement(f"{{{_PACKAGE}/content-types}}Override", attributes))
    _tell_even_from_odd(settings)
    new: dict[str, _Element | bytes] = {f"word/{name}": made[source].encode() for _, _, name, source in _NEW}
    return new | {_RELATIONS: relations, _TYPES: types, _SETTINGS: settings}


def _tell_even_from_odd(settings: _Element) -> None:
    if settings.find(f"{_W}evenAndOddHeaders") is None:
        put(settings, _element(settings, "evenAndOddHeaders", {}))


def _element(like: _Element, name: str, attributes: dict[str, str]) -> _Element:
    return like.makeelement(f"{_W}{name}", attributes)
