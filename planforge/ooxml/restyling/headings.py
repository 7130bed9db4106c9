"""Heading styles in a Word file that has its own: a list of styles and a navigation pane that show its outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planforge.ooxml.inspect import lists
from planforge.ooxml.inspect.cascade import Cascade, W, value
from planforge.ooxml.inspect.furniture import Part
from planforge.ooxml.inspect.theme import Theme
from planforge.ooxml.parts import paragraphs, runs, stylesheet
from planforge.ooxml.parts.stylesheet import Sheet
from planforge.ooxml.restyling.merging import built, child, first, merge, put
from planforge.styles import Face, Style

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVELS = (1, 2, 3, 4)
#: The outline level of text (17.3.1.20), and the number of a list that is none (17.9.18).
_TEXT, _NO_LIST = "9", "0"
#: What a face leaves unsaid is said, or a style below would say it: black, no space between characters, full width.
_PLAIN = {"color": "auto", "spacing": "0", "w": "100"}


@dataclass(frozen=True, slots=True)
class Headings:
    """The ids of a file's heading styles, level 1 first (none where it has no stylesheet), and what its styles say."""

    ids: Sequence[str]
    cascade: Cascade

    @classmethod
    def given(cls, read: Part, style: Style) -> Headings:
        """Those of the file, set by the profile; what the file lacks is added to its stylesheet."""
        styles = read("word/styles.xml")
        ids = tuple(_given(styles, style)) if styles is not None else ()
        return cls(ids, Cascade(styles, lists.read(read("word/numbering.xml")), Theme()))

    def enter(self, element: _Element, level: int) -> None:
        """Make a paragraph a heading of that level, from 0, with the number that it has."""
        own, number = first(element, "pPr"), self._number(element)
        put(own, _valued(own, "outlineLvl", str(level)))
        if self.ids:
            put(own, _valued(own, "pStyle", self.ids[level]))
            self._keep_number(element, own, number)

    def leave(self, element: _Element) -> None:
        """Make a paragraph that is set as a heading plain text, with the number that it has."""
        own, number = first(element, "pPr"), self._number(element)
        if self._outline(element) == _TEXT:
            return
        for style in own.findall(f"{W}pStyle"):
            own.remove(style)
        self._keep_number(element, own, number)
        if self._outline(element) != _TEXT:
            put(own, _valued(own, "outlineLvl", _TEXT))

    def _outline(self, element: _Element) -> str:
        return self.cascade.paragraph(element)[0].get("outline", _TEXT)

    def _number(self, element: _Element) -> tuple[str, str]:
        """The list and the level that give a paragraph its number."""
        said, _ = self.cascade.paragraph(element)
        listed = said.get("list", _NO_LIST)
        return (listed, said.get("level", "0")) if listed != _NO_LIST else (_NO_LIST, "0")

    def _keep_number(self, element: _Element, own: _Element, number: tuple[str, str]) -> None:
        """Say the number that a paragraph had by its style, where the new one gives another or none."""
        if self._number(element) != number:
            listed, level = number
            put(own, built(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{listed}"/></w:numPr>'))


def face_properties(face: Face) -> str:
    """`w:rPr` of a face in a file with other styles."""
    said = runs.properties(face)
    unsaid = "".join(f'<w:{tag} w:val="{plain}"/>' for tag, plain in _PLAIN.items() if f"<w:{tag} " not in said)
    return said.removesuffix("</w:rPr>") + unsaid + "</w:rPr>"


def _given(styles: _Element, style: Style) -> Iterator[str]:
    own = {value(each, "w:name").lower(): each for each in styles.iter(f"{W}style") if _is_paragraphs(each)}
    standard = next((e.get(f"{W}styleId", "") for e in own.values() if e.get(f"{W}default") in ("1", "true", "on")), "")
    for level in _LEVELS:
        sheet = stylesheet.sheets(style)[stylesheet.heading(level)]
        found = own.get(sheet.name)
        if found is None:
            found = _added(styles, sheet, standard)
        _set(found, sheet)
        yield found.get(f"{W}styleId", "")


def _is_paragraphs(style: _Element) -> bool:
    return style.get(f"{W}type") == "paragraph"


def _added(styles: _Element, sheet: Sheet, standard: str) -> _Element:
    taken = {each.get(f"{W}styleId") for each in styles.iter(f"{W}style")}
    name = next(name for name in (sheet.id, *(f"{sheet.id}_{n}" for n in range(len(taken)))) if name not in taken)
    new = built(stylesheet.paragraph_style(replace(sheet, id=name, base=standard, next=standard, link="")))
    styles.append(new)
    return new


def _set(own: _Element, sheet: Sheet) -> None:
    """Set a heading style by the profile, and show it in the list of styles. Its number stays."""
    merge(child(own, "pPr"), f"<w:pPr>{paragraphs.inner_properties(sheet.layout)}</w:pPr>")
    merge(child(own, "rPr"), face_properties(sheet.face))
    for hidden in ("hidden", "semiHidden", "unhideWhenUsed"):
        for mark in own.findall(f"{W}{hidden}"):
            own.remove(mark)
    put(own, own.makeelement(f"{W}qFormat"))


def _valued(like: _Element, name: str, word: str) -> _Element:
    return like.makeelement(f"{W}{name}", {f"{W}val": word})
