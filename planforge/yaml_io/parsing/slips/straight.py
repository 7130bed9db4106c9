"""Lines in which nothing can be wrong but where they begin: read at one glance, for most lines of a plan are such."""

from __future__ import annotations

from planforge.text.late import late
from planforge.yaml_io.parsing.slips.indents import settle
from planforge.yaml_io.parsing.slips.scan import Scan

#: A pair, or the first of an item. A # behind a character (省意见#3.2) begins no comment.
_STRAIGHT = late(r"(?P<lead> *)(?P<dash>- )?\w{1,20}: (?:\w[^#:]*(?:(?<=\S)#[^#:]*)*|(?P<flow>\[[\w、, ]*\]))")


def read(scan: Scan) -> bool:
    """Whether the line plainly has no slip within; then it is read: as by looking closely, but sooner."""
    match = _STRAIGHT.fullmatch(scan.text)
    if match is None or (scan.plain is not None and match.end("lead") > scan.plain):
        return False
    start = match.end("lead")
    if match["dash"]:
        start = settle(scan, "-", start) + len("- ")
        scan.levels.opened = ""
        scan.levels.push(":", start)
    elif not scan.levels.is_top(":", start):  # else it goes on where the line above stands
        start = settle(scan, ":", start)
    scan.plain = None if match["flow"] else start
    scan.levels.opened = None
    return True
