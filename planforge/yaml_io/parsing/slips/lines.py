"""The scan of a file: one line after another, by what stands above it."""

from __future__ import annotations

from planforge.model import Diagnostic
from planforge.schemas.names import all_keys
from planforge.yaml_io.parsing.slips import blocks, comments, documents, indents, keys, pairs, straight
from planforge.yaml_io.parsing.slips.scan import Scan
from planforge.yaml_io.parsing.source import Source


def mend(source: Source, keys: frozenset[str] | None = None) -> tuple[Diagnostic, ...]:
    """The slips of a file; its lines are mended in place. `keys` are those it may have (default: a document's)."""
    scan = Scan(source, all_keys() if keys is None else keys)
    while scan.line < len(source.lines):
        _look_at_line(scan)
        scan.line += 1
    return tuple(scan.found)


def _look_at_line(scan: Scan) -> None:
    if scan.block is None and straight.read(scan):
        return
    if not scan.text.strip("\ufeff\u200b \t\u3000\xa0"):
        scan.replace(0, len(scan.text), "")
    elif scan.block is None:
        _look_closely(scan)
    elif not blocks.goes_on(scan, scan.block):
        scan.block = None
        _look_at_line(scan)


def _look_closely(scan: Scan) -> None:
    indents.mend_blanks(scan)
    comments.mend_mark(scan)
    if not scan.text.lstrip().startswith("#") and not documents.is_marker(scan) and not keys.is_continuation(scan):
        pairs.structure(scan)
