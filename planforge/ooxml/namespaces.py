"""The XML namespaces of a Word file, and the head of its parts."""

from __future__ import annotations

from planforge.ooxml.xml import DECLARATION

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_DECLARED = {
    "w": MAIN,
    "r": RELATIONS,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
}
_ATTRIBUTES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _DECLARED.items())


def part(root: str, content: str) -> str:
    """A part whose root element is `root` (`w:document`), with all namespaces declared."""
    return f"{DECLARATION}<{root} {_ATTRIBUTES}>{content}</{root}>"
