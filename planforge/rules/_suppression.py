"""Which findings a suppression speaks of."""

from __future__ import annotations

from planforge.model import Diagnostic, Document, Suppression


def covers(suppression: Suppression, found: Diagnostic, document: Document, codes: tuple[str, ...] = ()) -> bool:
    """Whether a finding stands on the suppression's lines of the document and has one of its codes (or prefixes).

    `codes`: ask for these of its codes only.
    """
    here = found.span.file == document.file and suppression.line <= found.span.start.line <= suppression.until
    return here and found.code.startswith(codes or suppression.codes)
