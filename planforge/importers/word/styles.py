"""What a paragraph inherits from its style: numbering, outline level, alignment (ECMA-376, 17.7)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from planforge.ooxml.namespaces import MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_NS = {"w": MAIN}
_DEEPEST = 20
_LEVELS = frozenset("0123456789")
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Look:
    """What matters of a paragraph's properties; None leaves it to the style.

    `list_style` is the style that puts the paragraph into its list; empty where the paragraph itself does.
    """

    list_id: str | None = None
    list_level: int | None = None
    outline: int | None = None
    centred: bool | None = None
    indented: bool | None = None
    name: str = ""
    parent: str = ""
    list_style: str = ""


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles of a document by their id."""

    looks: dict[str, Look] = field(default_factory=dict)
    default: str = ""

    def resolve(self, properties: _Element | None) -> Look:
        """A paragraph's own properties over those of its style and of what that is based on."""
        chain = [look(properties)]
        names = [""]
        style = _value(properties, "w:pStyle") or self.default
        while style in self.looks and len(chain) < _DEEPEST:
            chain.append(self.looks[style])
            names.append(style)
            style = self.looks[style].parent
        return Look(
            _first([c.list_id for c in chain]),
            _first([c.list_level for c in chain]),
            _first([c.outline for c in chain]),
            _first([c.centred for c in chain]),
            _first([c.indented for c in chain]),
            chain[1].name if len(chain) > 1 else "",
            list_style=next((name for name, c in zip(names, chain, strict=True) if c.list_id is not None), ""),
        )


def read(root: _Element | None) -> Styles:
    """The styles that word/styles.xml defines."""
    looks: dict[str, Look] = {}
    default = ""
    for style in root.iterfind("w:style[@w:type='paragraph']", _NS) if root is not None else ():
        name = style.get(f"{_W}styleId", "")
        own = look(style.find("w:pPr", _NS))
        printed = _value(style, "w:name").lower()
        looks[name] = replace(own, name=printed, parent=_value(style, "w:basedOn"))
        default = name if style.get(f"{_W}default") in ("1", "true") else default
    return Styles(looks, default)


def look(properties: _Element | None) -> Look:
    """What a `w:pPr` says itself."""
    outline, level = _value(properties, "w:outlineLvl"), _value(properties, "w:numPr/w:ilvl")
    alignment = _value(properties, "w:jc")
    return Look(
        _value(properties, "w:numPr/w:numId") or None,
        int(level) if level in _LEVELS else None,
        int(outline) if outline in _LEVELS else None,
        alignment == "center" if alignment else None,
        _indented(properties),
    )


def _indented(properties: _Element | None) -> bool | None:
    """Whether the first line begins further in than the others, in characters or else in twips; None where unsaid."""
    indent = properties.find("w:ind", _NS) if properties is not None else None
    said = [indent.get(f"{_W}{name}") for name in ("firstLineChars", "firstLine")] if indent is not None else []
    return next((words not in ("0", "") for words in said if words is not None), None)


def _value(element: _Element | None, path: str) -> str:
    found = element.find(path, _NS) if element is not None else None
    return found.get(f"{_W}val", "") if found is not None else ""


def _first(values: list[_Value | None]) -> _Value | None:
    return next((value for value in values if value is not None), None)
