"""What reading a file gives: the document, and what the reader has to say about the source."""

from __future__ import annotations

from dataclasses import dataclass

from planforge.model.diagnostic import Diagnostic
from planforge.model.document import Document


@dataclass(frozen=True, slots=True)
class Reading:
    """`document` holds all that could be read, even where `diagnostics` name faults."""

    document: Document
    diagnostics: tuple[Diagnostic, ...] = ()
