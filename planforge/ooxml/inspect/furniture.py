"""Headers and footers, and the pages that they stand on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planforge.model.pages import PageKind, Sheet, Stand
from planforge.ooxml.inspect.cascade import NS, W
from planforge.ooxml.inspect.sheets import switched
from planforge.ooxml.namespaces import RELATIONS

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Gives the root of an XML part by its name; None where the file has no such part.
Part = Callable[[str], "_Element | None"]

_STANDS: Mapping[str, Stand] = {"footerReference": "footer", "headerReference": "header"}


@dataclass(frozen=True, slots=True)
class Furniture:
    """A header or footer."""

    root: _Element
    stand: Stand
    pages: PageKind
    sheet: Sheet


def read(part: Part, sections: Iterable[tuple[_Element, Sheet]]) -> Iterator[Furniture]:
    """Each header and footer that a section shows, once for each kind of page."""
    two_sided = switched(part("word/settings.xml"), "evenAndOddHeaders")
    names = dict(targets(part))
    seen: set[tuple[str, PageKind]] = set()
    for section, sheet in sections:
        for tag, stand in _STANDS.items():
            for reference in section.iterfind(f"w:{tag}", NS):
                name = names.get(reference.get(f"{{{RELATIONS}}}id", ""), "")
                pages = _pages(reference.get(f"{W}type", "default"), two_sided, switched(section, "titlePg"))
                root = part(name) if pages and (name, pages) not in seen else None
                if root is not None and pages:
                    seen.add((name, pages))
                    yield Furniture(root, stand, pages, sheet)


def targets(part: Part) -> Iterator[tuple[str, str]]:
    """What the main part's relations name: their ids and the names of parts."""
    root = part("word/_rels/document.xml.rels")
    for relation in root if root is not None else ():
        target = relation.get("Target", "")
        yield relation.get("Id", ""), target[1:] if target.startswith("/") else f"word/{target}"


def _pages(written: str, two_sided: bool, titled: bool) -> PageKind | None:
    if written == "first":
        return "first" if titled else None
    if written == "even":
        return "even" if two_sided else None
    return "odd" if two_sided else "all"
