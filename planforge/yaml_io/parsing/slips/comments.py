"""The mark of a comment: a full-width one that begins none, and one that hides the words of a key or item."""

from __future__ import annotations

import re

from planforge.yaml_io.parsing.slips import written
from planforge.yaml_io.parsing.slips.below import lead_below, line_below
from planforge.yaml_io.parsing.slips.items import DASH
from planforge.yaml_io.parsing.slips.keys import is_continuation
from planforge.yaml_io.parsing.slips.scan import Scan
from planforge.yaml_io.parsing.slips.written import Slip
from planforge.yaml_io.parsing.source import indentation


def mend_mark(scan: Scan) -> None:
    """A half-width # for a full-width one that the line begins with."""
    start = indentation(scan.text)
    if scan.text.startswith("＃", start) and not is_continuation(scan):
        scan.mend(Slip("Y001", "注释开头的“＃”是全角的。", "改用半角“#”", "#"), start, start + 1)


def mend_hidden(scan: Scan, start: int) -> None:
    """Quotes for words behind a key or dash that begin with #, where they are all that it has."""
    words = scan.text[start:].rstrip()
    if _is_hidden(scan, words):
        scan.mend(written.hidden(words), start, len(scan.text.rstrip()))


def _is_hidden(scan: Scan, words: str) -> bool:
    """Whether a comment holds the words of a key or item (标题: #要点): nothing else is there for it."""
    if not re.match(r"#[^\s#]", words) or scan.plain is None:
        return False
    indent = lead_below(scan)
    return indent < scan.plain or (indent == scan.plain and not DASH.match(line_below(scan), indent))
