"""Page numbers of a Word file as the profile has them: — 1 —, odd pages right, even pages left (GB/T 9704-2012, 7.5).

Numbers of every other form and place make way for these; whatever else stands in headers and footers stays. Sections
that have none, such as a cover, keep without.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planforge.model.pages import PageKind, Sheet
from planforge.ooxml.inspect.cascade import NS, W
from planforge.ooxml.inspect.furniture import STANDS, Kind, Part, References, kinds_told, references
from planforge.ooxml.inspect.sheets import number, sections_of, sheet, switched
from planforge.ooxml.namespaces import RELATIONS, part
from planforge.ooxml.parts.paragraphs import paragraph
from planforge.ooxml.parts.sections import FOOTER_DISTANCE
from planforge.ooxml.restyling.footers import Place, distance, footer
from planforge.ooxml.restyling.merging import put
from planforge.ooxml.restyling.shelf import SETTINGS, Shelf
from planforge.ooxml.restyling.unnumbering import is_reckoned, strip
from planforge.styles import Style

if TYPE_CHECKING:
    from lxml.etree import _Element

_FOOTER = "footerReference"


def renumber(root: _Element, read: Part, style: Style, with_first: bool) -> dict[str, _Element | bytes]:
    """Give the sections of `root` that number their pages the profile's numbers; all sections, where none does.

    A first page that is unlike the others and has no number gets none, unless `with_first`. `read` gives the file's
    other parts. Gives the parts that are new or changed. Not for files with a hindrance.
    """
    shelf, sections = Shelf.of(read), sections_of(root)
    if shelf is None:
        return {}
    settings = shelf.settings()
    if not switched(settings, "evenAndOddHeaders"):
        _tell_even_from_odd(sections, settings)
        shelf.changed[SETTINGS] = settings
    papers = [(section, sheet(section)) for section in sections]
    held, kinds = references(sections), kinds_told(lambda name: settings if name == SETTINGS else read(name), papers)
    told = [_Told(*paper, own, kind, shelf) for paper, own, kind in zip(papers, held, kinds, strict=True)]
    _Numbering(shelf, style, with_first).number(told)
    return shelf.changed


def hindrance(root: _Element, read: Part) -> str:
    """Why the page numbers of a file stay as they are, in Chinese; empty where they don't."""
    shelf = Shelf.of(read)
    if shelf is None:
        return "文件里没有各部分的清单，找不到页眉页脚，请在 Word 里另存一次再排"
    if any(map(is_reckoned, shelf.shown(references(sections_of(root))))):
        return "页码是用公式算出来的（如“= PAGE - 1”），改成普通页码，数就变了，请在 Word 里自己改"
    return ""


def _tell_even_from_odd(sections: Sequence[_Element], settings: _Element) -> None:
    """Even pages show what all pages showed."""
    for old in settings.findall("w:evenAndOddHeaders", NS):
        settings.remove(old)
    put(settings, settings.makeelement(f"{W}evenAndOddHeaders", {}))
    for section in sections:
        for tag in STANDS:
            own = _own(section, tag)
            if "even" in own:
                section.remove(own["even"])
            if "default" in own:
                _refer(section, tag, "even", _relation(own["default"]))


def _own(section: _Element, tag: str) -> dict[str, _Element]:
    """A section's references by the pages they are for."""
    return {reference.get(f"{W}type", "default"): reference for reference in section.iterfind(f"w:{tag}", NS)}


def _relation(reference: _Element) -> str:
    return reference.get(f"{{{RELATIONS}}}id", "")


def _refer(section: _Element, tag: str, kind: Kind, relation: str) -> None:
    """Make a section refer to a part, in place of the one it has for these pages."""
    own = _own(section, tag).get(kind)
    if own is None:
        own = section.makeelement(f"{W}{tag}", {f"{W}type": str(kind)})
        section.insert(0, own)
    own.set(f"{{{RELATIONS}}}id", relation)


@dataclass(frozen=True, slots=True)
class _Told:
    """A section, its paper, the parts that hold for it, and the kinds of its pages."""

    section: _Element
    paper: Sheet
    held: References
    kinds: Mapping[Kind, PageKind]
    shelf: Shelf

    def footer(self, kind: Kind) -> str:
        """The part with the footer of these pages; empty for none."""
        return self.shelf.names.get(self.held.get((_FOOTER, kind), ""), "")

    def numbered(self, kind: Kind) -> bool:
        """Whether these pages have a number, in the header or in the footer."""
        return any(self.shelf.was_numbered(relation) for place, relation in self.held.items() if place[1] == kind)


@dataclass(slots=True)
class _Numbering:
    """Sets the numbers of one file.

    `made` are the footers so far, by the part that each was made of, whether its pages are even, and where the number
    stands: their relation, and their distance from the paper's foot. The first one made of a part takes its place,
    unless that is `taken` by pages without a number. `now` is what the section in hand takes over from the one before.
    """

    shelf: Shelf
    style: Style
    with_first: bool
    made: dict[tuple[str, bool, Place], tuple[str, int]] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    now: dict[str, str] = field(default_factory=dict)

    def number(self, sections: Sequence[_Told]) -> None:
        everywhere = not any(each.numbered(kind) for each in sections for kind in each.kinds)
        wanted = [self._wanted(each, everywhere) for each in sections]
        for each, kinds in zip(sections, wanted, strict=True):
            self.taken |= {each.footer(kind) for kind in each.kinds if kind not in kinds}
        for each, kinds in zip(sections, wanted, strict=True):
            self.now |= {kind: _relation(own) for kind, own in _own(each.section, _FOOTER).items()}
            self._set(each, kinds)

    def _wanted(self, each: _Told, everywhere: bool) -> set[Kind]:
        """The kinds of a section's pages that get a number."""
        has = {kind for kind in each.kinds if each.numbered(kind)}
        if not has and not everywhere:
            return set()
        return {kind for kind in each.kinds if kind != "first" or kind in has or self.with_first}

    def _set(self, each: _Told, kinds: set[Kind]) -> None:
        place = Place.on(each.paper, _letterhead(each, kinds))
        for kind in each.kinds:
            relation = self._footer(each, kind, place)[0] if kind in kinds else self._old_footer(each, kind)
            if self.now.get(kind, "") != relation:
                _refer(each.section, _FOOTER, kind, relation)
                self.now[kind] = relation
        if kinds:
            self._clear_headers(each)
            _count_plainly(each.section)
            if not each.paper.lying and not place.lift:
                _keep_off(each.section, min(self._footer(each, kind, place)[1] for kind in kinds))

    def _footer(self, each: _Told, kind: Kind, place: Place) -> tuple[str, int]:
        """The footer with a number that these pages get."""
        before, even = each.footer(kind), kind == "even"
        if (before, even, place) not in self.made:
            content = footer(self.shelf.read(before) if before else None, self.style, even, place)
            if before and before not in self.taken:
                self.taken.add(before)
                self.shelf.changed[before] = content
                relation = each.held[_FOOTER, kind]
            else:
                relation = self.shelf.add(content, "" if isinstance(content, bytes) else before)
            self.made[before, even, place] = relation, distance(content)
        return self.made[before, even, place]

    def _old_footer(self, each: _Told, kind: Kind) -> str:
        """The footer of pages that get no number: what it was, an empty one where the section before has one now."""
        before = each.held.get((_FOOTER, kind), "")
        return before or (self.shelf.add(part("w:ftr", paragraph("")).encode()) if self.now.get(kind) else "")

    def _clear_headers(self, each: _Told) -> None:
        """Take the numbers out of the headers that a section shows."""
        for (tag, kind), relation in each.held.items():
            name = self.shelf.names.get(relation, "")
            root = self.shelf.read(name) if tag != _FOOTER and kind in each.kinds else None
            if root is not None and name not in self.shelf.changed and self.shelf.was_numbered(relation):
                strip(root)
                self.shelf.changed[name] = root


def _letterhead(each: _Told, numbered: set[Kind]) -> int | None:
    """How far from the paper's foot the footers of a section stand whose first page has a letterhead, and no number."""
    margins = each.section.find("w:pgMar", NS)
    if margins is None or "first" not in each.kinds or "first" in numbered:
        return None
    return number({"footer": margins.get(f"{W}footer", "")}, "footer", FOOTER_DISTANCE)


def _count_plainly(section: _Element) -> None:
    """Arabic digits: a form such as `- 1 -` would come between our own dashes."""
    for count in section.iterfind("w:pgNumType", NS):
        count.attrib.pop(f"{W}fmt", "")


def _keep_off(section: _Element, twips: int) -> None:
    """How far from the paper's foot the footers stand."""
    for margins in section.iterfind("w:pgMar", NS):
        margins.set(f"{W}footer", str(twips))
