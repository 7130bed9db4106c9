"""Characters that Word inserts by the code of a symbol font (w:sym, ECMA-376, 17.3.3.30): the ≥ of Symbol, and ticks.

The codes stand in the private area from F000 on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planforge.ooxml.namespaces import MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

SYMBOL = f"{{{MAIN}}}sym"
_PRIVATE, _LAST = 0xF000, 0xF0FF


def _from(first: int, characters: str) -> dict[int, str]:
    """The codes, from the first on, of characters that a font has one after the other."""
    return dict(enumerate(characters, first))


#: By font, in small letters: the code within it and the character that it looks like.
_LOOKS: dict[str, dict[int, str]] = {
    "symbol": {
        **_from(0x28, "()∗+,−./0123456789:;<=>"), **_from(0x41, "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"),
        **_from(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"), 0x25: "%", 0xA3: "≤", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
        0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xD7: "·",
    },
    "wingdings": {
        0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x75: "◆", 0x77: "◆", 0xA1: "○", 0xA7: "■", 0xA8: "□", 0xD8: "➢",
        0xE0: "→", 0xFB: "×", 0xFC: "√", 0xFD: "☒", 0xFE: "☑",
    },
    "wingdings 2": {0x4F: "×", 0x50: "√", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA2: "■", 0xA3: "□"},
}  # fmt: skip


def read(element: _Element) -> str:
    """The character that a `w:sym` shows; empty where nothing tells it."""
    try:
        code = int(element.get(f"{{{MAIN}}}char", ""), 16)
    except ValueError:
        return ""
    font = element.get(f"{{{MAIN}}}font", "").lower()
    if font in _LOOKS or _PRIVATE <= code <= _LAST:
        return _LOOKS.get(font, {}).get(code & 0xFF, "")
    return chr(code) if 0x20 < code < 0xD800 else ""
