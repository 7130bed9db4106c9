"""Headers and footers, and the pages that they stand on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from planforge.model.pages import PageKind, Sheet, Stand
from planforge.ooxml.inspect.cascade import NS, W
from planforge.ooxml.inspect.sheets import switched
from planforge.ooxml.namespaces import RELATIONS

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Gives the root of an XML part by its name; None where the file has no such part.
Part = Callable[[str], "_Element | None"]

#: What a reference calls the pages it is for; `even` and `first` hold only where the file and the section say so.
Kind = Literal["default", "even", "first"]
KINDS: tuple[Kind, ...] = ("default", "even", "first")
#: The parts that a section refers to, its own or taken over from the section before: by tag and kind, the relation.
References = Mapping[tuple[str, Kind], str]
STANDS: Mapping[str, Stand] = {"footerReference": "footer", "headerReference": "header"}


@dataclass(frozen=True, slots=True)
class Furniture:
    """A header or footer."""

    root: _Element
    stand: Stand
    pages: PageKind
    sheet: Sheet


def read(part: Part, sections: Iterable[tuple[_Element, Sheet]]) -> tuple[tuple[Furniture, ...], ...]:
    """The headers and footers that each section shows."""
    names, told = dict(targets(part)), list(sections)
    found = references([section for section, _ in told])
    return tuple(
        tuple(_shown(part, names, held, sheet, kinds))
        for (_, sheet), held, kinds in zip(told, found, kinds_told(part, told), strict=True)
    )


def kinds_told(part: Part, sections: Iterable[tuple[_Element, Sheet]]) -> list[Mapping[Kind, PageKind]]:
    """The kinds of pages that each section tells apart."""
    two_sided = switched(part("word/settings.xml"), "evenAndOddHeaders")
    usual: dict[Kind, PageKind] = {"default": "odd", "even": "even"} if two_sided else {"default": "all"}
    return [usual | ({"first": "first"} if switched(section, "titlePg") else {}) for section, _ in sections]


def once(around: Iterable[Iterable[Furniture]]) -> Iterator[Furniture]:
    """Each header and footer once for each kind of page, and for upright and lying ones."""
    seen: set[tuple[int, PageKind, bool]] = set()
    for piece in (piece for section in around for piece in section):
        place = id(piece.root), piece.pages, piece.sheet.lying
        if place not in seen:
            seen.add(place)
            yield piece


def references(sections: Iterable[_Element]) -> list[References]:
    """What holds for each `w:sectPr`: what it doesn't say, the one before it says (ECMA-376, 17.10.5)."""
    found: list[References] = []
    for section in sections:
        own = {
            (tag, kind): identity
            for tag in STANDS
            for reference in section.iterfind(f"w:{tag}", NS)
            for kind in KINDS
            if reference.get(f"{W}type", "default") == kind and (identity := reference.get(f"{{{RELATIONS}}}id"))
        }
        found.append({**(found[-1] if found else {}), **own})
    return found


def targets(part: Part) -> Iterator[tuple[str, str]]:
    """What the main part's relations name: their ids and the names of parts."""
    root = part("word/_rels/document.xml.rels")
    for relation in root if root is not None else ():
        target = relation.get("Target", "")
        yield relation.get("Id", ""), target[1:] if target.startswith("/") else f"word/{target}"


def _shown(
    part: Part, names: Mapping[str, str], found: References, sheet: Sheet, kinds: Mapping[Kind, PageKind]
) -> Iterator[Furniture]:
    for (tag, kind), identity in found.items():
        root = part(names.get(identity, "")) if kind in kinds else None
        if root is not None:
            yield Furniture(root, STANDS[tag], kinds[kind], sheet)
