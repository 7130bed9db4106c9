"""How the file of a plan is set, where it is a Word file."""

from __future__ import annotations

from pathlib import Path

from planforge.lifecycle.office import Office
from planforge.model import Document
from planforge.rules import Printed


def printed(path: str, document: Document, office: Office, style: str = "") -> Printed | None:
    """How the Word file at `path` is set, and the profile it is held against: `style`, or else the office's.

    None for other files, and for standard input, which can't be read again.
    """
    if not is_word(path):
        return None
    from planforge import styles
    from planforge.files import read_bytes
    from planforge.importers.word.package import Package
    from planforge.ooxml.inspect import inspect

    pages = inspect(Package(read_bytes(path), path).part, document)
    return Printed(pages, styles.load(style or office.style()))


def is_word(path: str) -> bool:
    """Whether there is a Word file at `path`, told by its content."""
    from planforge.files import read_bytes
    from planforge.importers import docx

    return Path(path).is_file() and docx.recognises(read_bytes(path), path)
