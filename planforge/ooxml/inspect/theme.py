"""Fonts that a file takes from its theme (ECMA-376, 17.3.2.26 and 20.1.4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_NS = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}


@dataclass(frozen=True, slots=True)
class Theme:
    """The Chinese fonts of a theme: of headings (`major`) and of text (`minor`)."""

    major: str = ""
    minor: str = ""

    def font(self, reference: str) -> str:
        """What `majorEastAsia` or `minorEastAsia` stands for; empty for other references."""
        if not reference.endswith("EastAsia"):
            return ""
        return self.major if reference.startswith("major") else self.minor


def read(root: _Element | None) -> Theme:
    """The theme in a theme part."""
    return Theme(*(_chinese(root, kind) for kind in ("major", "minor"))) if root is not None else Theme()


def _chinese(root: _Element, kind: str) -> str:
    """The East Asian face; where that is left open, the one for simplified Chinese."""
    fonts = root.find(f".//a:{kind}Font", _NS)
    if fonts is None:
        return ""
    general = fonts.find("a:ea", _NS)
    named = general.get("typeface", "") if general is not None else ""
    hans = (f.get("typeface", "") for f in fonts.iterfind("a:font", _NS) if f.get("script") == "Hans")
    return named or next(hans, "")
