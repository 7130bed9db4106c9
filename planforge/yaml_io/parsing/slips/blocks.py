"""Blocks of lines below a `|`: words that are not indented enough are moved into theirs."""

from __future__ import annotations

import re

from planforge.text.late import late
from planforge.yaml_io.parsing.slips.indents import report_blanks, width_of_blanks
from planforge.yaml_io.parsing.slips.keys import is_known
from planforge.yaml_io.parsing.slips.scan import Scan
from planforge.yaml_io.parsing.slips.written import Slip
from planforge.yaml_io.parsing.source import indentation

_PROPER_KEY = late(r"""(?:"[^"]*"|'[^']*'|[^\s\[\]{}#&*!|>'"%@`,].*?):(?=\s|$)""")


def begin(scan: Scan, value: str) -> None:
    """Opens the block that `value` announces."""
    scan.block, scan.block_indent = scan.plain if scan.plain is not None else -1, None
    digit = re.search(r"\d", value.split("#")[0])
    if digit:
        scan.block_indent = scan.block + int(digit[0])


def goes_on(scan: Scan, parent: int) -> bool:
    """Whether the line belongs to the open block, whose lines must pass column `parent`; then it is moved into it."""
    spaces = indentation(scan.text)
    if spaces > parent:
        return _is_aligned(scan, spaces)
    width = width_of_blanks(scan.text)
    if spaces == width and _ends(scan, width):
        return False
    if spaces == width:
        scan.report(Slip("Y010", "这一行是上面一项的文字，缩进不够。", "用空格缩进到上面一项之下"), 0)
    else:
        report_blanks(scan, scan.text[:width])
    scan.block_indent = scan.block_indent or parent + 2
    scan.replace(0, width, " " * scan.block_indent)
    return True


def _is_aligned(scan: Scan, spaces: int) -> bool:
    """Whether a line deeper than the block's key belongs to the block; then it begins where the first line does."""
    if scan.block_indent is None:
        scan.block_indent = spaces
    elif spaces < scan.block_indent:
        if is_known(scan.text, spaces, scan.keys) or scan.text.startswith("- ", spaces):
            return False
        scan.report(Slip("Y010", "这一行比这段文字的第一行缩进少。", "与第一行左对齐"), 0)
        scan.replace(0, spaces, " " * scan.block_indent)
    return True


def _ends(scan: Scan, start: int) -> bool:
    """Whether a line in or left of the key's column is a key, an item or a comment, and no stray words."""
    rest = scan.text[start:]
    if rest.startswith(("#", "- ", "---", "...")):
        return True
    return is_known(scan.text, start, scan.keys) or bool(_PROPER_KEY.match(rest))
