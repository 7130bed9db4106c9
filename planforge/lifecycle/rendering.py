"""Renders a document in its office's style, with the office's own templates where it has some."""

from __future__ import annotations

from pathlib import Path

from planforge import renderers, styles
from planforge.lifecycle.office import Office
from planforge.model import Document

#: The folder of a workspace whose files replace the shipped ones of the same name.
TEMPLATES = "templates"


def render(document: Document, office: Office, form: str, style: str = "") -> bytes:
    """The document as a file; `style` names a profile or its file, by default the office's.

    Raises InputError for an unknown format or style, and where a template can't be used.
    """
    module = renderers.renderer(form)
    content: bytes = module.render(document, styles.load(style or office.style()), templates=templates_of(office))
    return content


def templates_of(office: Office) -> Path | None:
    """The office's folder of templates, None where it has none."""
    folder = office.root / TEMPLATES if office.root else None
    return folder if folder and folder.is_dir() else None
