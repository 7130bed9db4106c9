"""Lines of `- ` and `key: value`."""

from __future__ import annotations

from planforge.yaml_io.parsing.slips.indents import settle
from planforge.yaml_io.parsing.slips.items import DASH, mend_dash, step_over_dashes
from planforge.yaml_io.parsing.slips.keys import key_at, mend_colon
from planforge.yaml_io.parsing.slips.scan import Scan
from planforge.yaml_io.parsing.slips.values import examine
from planforge.yaml_io.parsing.slips.words import look_at_words
from planforge.yaml_io.parsing.source import indentation


def structure(scan: Scan) -> None:
    """Takes the line apart: dashes, a key, a value; or words alone."""
    before, scan.plain = scan.plain, None
    start = indentation(scan.text)
    mend_dash(scan, start)
    dash = DASH.match(scan.text, start)
    if dash is None and key_at(scan, start) is None:
        look_at_words(scan, start, before)
        return
    start = settle(scan, "-" if dash else ":", start)
    _pair(scan, step_over_dashes(scan, start))


def _pair(scan: Scan, start: int) -> None:
    match = key_at(scan, start)
    if match is None:
        examine(scan, start, "")
        return
    mend_colon(scan, match)
    key = match["key"].strip("\"'")
    value = match.start("colon") + 1
    value += len(scan.text[value:]) - len(scan.text[value:].lstrip(" \t"))
    scan.plain = start
    scan.levels.opened = key
    examine(scan, value, key)
