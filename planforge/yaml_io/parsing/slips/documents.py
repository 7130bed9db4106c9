"""--- and ...: a file holds one document."""

from __future__ import annotations

import re

from planforge.yaml_io.parsing.slips.scan import Scan
from planforge.yaml_io.parsing.slips.written import Slip


def is_marker(scan: Scan) -> bool:
    """Whether the line is such a marker: what follows a second one is another document, and left out."""
    if not re.match(r"(?:---|\.\.\.)(?:\s|$)", scan.text):
        return False
    lines = scan.source.lines
    if scan.levels.stack and any(line.strip() for line in lines[scan.line + 1 :]):
        advice = "一个文件只写一份；删去“---”，或另存一个文件"
        scan.report(Slip("Y011", "从这一行起是另一份文档，没有读。", advice), 0)
        lines[scan.line :] = [""] * (len(lines) - scan.line)
    return True
