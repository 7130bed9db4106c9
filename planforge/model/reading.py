"""What reading a file gives: the document, and what the reader has to say about the source."""

from __future__ import annotations

from dataclasses import dataclass, field

from planforge.model.diagnostic import Diagnostic
from planforge.model.document import Document


@dataclass(frozen=True, slots=True)
class Reading:
    """`document` holds all that could be read, even where `diagnostics` name faults.

    `source` is the text that positions count in: line by line what stands in the file (a paragraph a line for DOCX and
    PDF).
    """

    document: Document
    diagnostics: tuple[Diagnostic, ...] = ()
    source: str = field(default="", compare=False)
