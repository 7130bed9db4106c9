"""The second document as a Word file whose tracked changes tell what became of the first."""

from __future__ import annotations

from planforge import renderers
from planforge.lifecycle.loading import load
from planforge.lifecycle.office import office_of
from planforge.ooxml.review.redline import redline
from planforge.styles import load as load_style

_AUTHOR = "前后对照"


def tracked(before: str, after: str) -> bytes:
    """The DOCX of the document at `after`, in its office's style, with tracked changes against the one at `before`.

    Raises InputError where a file can't be read.
    """
    style = load_style(office_of(after).style())
    render = renderers.renderer("docx").render
    return redline(render(load(before).document, style), render(load(after).document, style), _AUTHOR)
