"""What stands below the line that the scan is at: as far down as it pays to look."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from planforge.yaml_io.parsing.slips.indents import width_of_blanks
from planforge.yaml_io.parsing.slips.scan import Scan

#: How many lines a quote or bracket may run over, and how far the next words may be.
_MOST_LINES = 200


def lines_below(scan: Scan) -> Iterator[tuple[int, str]]:
    """The lines below, with their numbers."""
    start = scan.line + 1
    return enumerate(islice(scan.source.lines, start, scan.line + _MOST_LINES), start)


def line_below(scan: Scan) -> str:
    """The next line that says something; empty when none comes soon."""
    return next((text for _, text in lines_below(scan) if text.strip() and not text.lstrip().startswith("#")), "")


def lead_below(scan: Scan) -> int:
    """How many blanks that line begins with."""
    return width_of_blanks(line_below(scan))
