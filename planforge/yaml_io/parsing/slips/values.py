"""What stands behind a key or dash, to the end of the line or of the quote or bracket that begins there."""

from __future__ import annotations

from planforge.text.late import late
from planforge.yaml_io.parsing.slips import blocks, written
from planforge.yaml_io.parsing.slips.below import lines_below
from planforge.yaml_io.parsing.slips.comments import mend_hidden
from planforge.yaml_io.parsing.slips.keys import is_known
from planforge.yaml_io.parsing.slips.scan import Scan
from planforge.yaml_io.parsing.slips.written import Slip
from planforge.yaml_io.parsing.source import indentation

_NAMED = late(r"&[A-Za-z0-9_-]+(?:\s+|$)")
#: How many characters a quote or bracket may run over.
_MOST_CHARACTERS = 20_000


def examine(scan: Scan, start: int, key: str) -> None:
    """Looks at the value from column `start` on, behind a name for aliases (&a) if any; `key`: the value's, or ""."""
    if named := _NAMED.match(scan.text, start):
        start = named.end()
    value = scan.text[start:].rstrip()
    if not value or value.startswith("#"):
        mend_hidden(scan, start)
        scan.plain = None
        return
    if key:
        scan.levels.opened = None
    if written.is_block(value):
        blocks.begin(scan, value)
    else:
        _look_within(scan, start, value, key)


def _look_within(scan: Scan, start: int, value: str, key: str) -> None:
    if value[0] in "\"'[{":
        scan.plain = None
    if written.is_open_quote(value):
        _run_on(scan, start, value, written.unclosed_quote(value))
    elif written.is_open_flow(value):
        _run_on(scan, start, value, written.unclosed_flow(value))
    elif slip := written.examine(value, key):
        scan.mend(slip, start, len(scan.text.rstrip()))


def _run_on(scan: Scan, start: int, value: str, unclosed: Slip) -> None:
    """A quote or bracket that goes on below: to its end, or mended on its own line when none comes."""
    end = _end_of_run(scan, value)
    if end is None:
        scan.mend(unclosed, start, len(scan.text.rstrip()))
    else:
        scan.line = end


def _end_of_run(scan: Scan, value: str) -> int | None:
    """The line that closes a quote or bracket; None when a key or too much stands before it."""
    for line, text in lines_below(scan):
        is_key = value[0] != "{" and is_known(text, indentation(text), scan.keys)
        if is_key or len(value) > _MOST_CHARACTERS:
            return None
        value = f"{value} {text.strip()}"
        if not (written.is_open_quote(value) or written.is_open_flow(value)):
            return line
    return None
