"""A document as a Word file that is issued as it is (GB/T 9704-2012)."""

from __future__ import annotations

from pathlib import Path

from planforge.model import Document
from planforge.renderers.docx.issue import Issue
from planforge.styles import Style, load

FORMAT = "docx"
SUFFIX = ".docx"


def render(document: Document, style: Style | None = None, templates: Path | None = None) -> bytes:
    """The DOCX. `style` defaults to the standard's profile; `templates` is a folder that replaces shipped templates.

    The same document gives the same bytes. Where the profile asks for a table of contents or an even page, LibreOffice
    tells the page numbers, or a count of lines where it isn't installed: then two machines may differ in a number.
    Raises InputError when a template can't be used.
    """
    return Issue.of(document, style or load(), templates).file()
