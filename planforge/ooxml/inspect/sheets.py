"""The paper of a section."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from planforge.model.pages import Sheet
from planforge.ooxml.inspect.cascade import NS, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_LINES = frozenset({"lines", "linesAndChars", "snapToChars"})
_LETTER = (12240, 15840)
#: `w:charSpace` is in 4096ths of a point.
_CHARACTER_SPACE = 4096 / 20


def sheet(section: _Element | None) -> Sheet:
    """The page that a `w:sectPr` describes; what it leaves out is Word's own default, US Letter."""
    size, margins, grid = (_attributes(section, name) for name in ("pgSz", "pgMar", "docGrid"))
    kind = grid.get("type", "")
    gutter = number(margins, "gutter")
    return Sheet(
        number(size, "w", _LETTER[0]),
        number(size, "h", _LETTER[1]),
        abs(number(margins, "top", 1440)),
        abs(number(margins, "bottom", 1440)),
        number(margins, "left", 1800) + gutter,
        number(margins, "right", 1800),
        number(grid, "linePitch") if kind in _LINES else 0,
        round(number(grid, "charSpace") / _CHARACTER_SPACE) if kind in _LINES - {"lines"} else 0,
    )


def sections_of(body: _Element) -> list[_Element]:
    """The `w:sectPr` of a body in order; what tracked changes keep of an older one is none."""
    return [s for s in body.iter(f"{W}sectPr") if (p := s.getparent()) is None or p.tag != f"{W}sectPrChange"]


def _attributes(section: _Element | None, name: str) -> dict[str, str]:
    found = section.find(f"w:{name}", NS) if section is not None else None
    return {str(k).rpartition("}")[2]: str(v) for k, v in found.attrib.items()} if found is not None else {}


def number(said: Mapping[str, str], name: str, otherwise: int = 0) -> int:
    """A length in twips; `otherwise` where there is none, or what is there is no number."""
    try:
        return round(float(said.get(name, otherwise)))
    except (ValueError, OverflowError):
        return otherwise


def switched(settings: _Element | None, name: str) -> bool:
    """Whether word/settings.xml or a section switches something on."""
    found = settings.find(f"w:{name}", NS) if settings is not None else None
    return found is not None and found.get(f"{W}val", "true") not in ("0", "false", "off")
