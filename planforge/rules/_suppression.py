"""Which findings a suppression speaks of, and which of its codes have none."""

from __future__ import annotations

from planforge.model import Diagnostic, Document, Suppression
from planforge.rules._context import RuleContext


def covers(suppression: Suppression, found: Diagnostic, document: Document, codes: tuple[str, ...] = ()) -> bool:
    """Whether a finding stands on the suppression's lines of the document and has one of its codes (or prefixes).

    `codes`: ask for these of its codes only.
    """
    here = found.span.file == document.file and suppression.line <= found.span.start.line <= suppression.until
    return here and found.code.startswith(codes or suppression.codes)


def unused_codes(suppression: Suppression, context: RuleContext) -> tuple[str, ...]:
    """Its codes that rules in force look for and haven't found there; for rules that run last."""
    return tuple(
        code
        for code in dict.fromkeys(suppression.codes)
        if context.selection.wants(code)
        and not any(covers(suppression, found, context.document, (code,)) for found in context.found)
    )
