"""Text boxes, which Word files hold twice: as DrawingML, and as VML for older programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planforge.ooxml.characters.cutting import holder_of
from planforge.ooxml.characters.locate import FALLBACK, visible
from planforge.ooxml.namespaces import MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_BOX = f"{_W}txbxContent"


def anchor_of(paragraph: _Element) -> _Element | None:
    """The run that the text box around a paragraph hangs on; None outside of text boxes.

    Word takes no comments within text boxes, so that they go there.
    """
    boxes = list(paragraph.iterancestors(_BOX))
    return holder_of(boxes[-1]) if boxes else None


def twin_of(paragraph: _Element) -> _Element | None:
    """The paragraph with the same words in the other form of its text box; None where there is none."""
    both = next(paragraph.iterancestors("{*}AlternateContent"), None)
    other = both.find(FALLBACK) if both is not None else None
    if both is None or other is None:
        return None
    place = next(i for i, p in enumerate(both.iter(f"{_W}p")) if p is paragraph)
    twins = list(other.iter(f"{_W}p"))
    same = place < len(twins) and visible(twins[place]) == visible(paragraph)
    return twins[place] if same else None
