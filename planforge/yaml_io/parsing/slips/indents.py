"""Where a line begins: blanks that YAML doesn't take for indentation, and columns that fit no level above."""

from __future__ import annotations

from planforge.text.late import late
from planforge.yaml_io.parsing.slips.levels import Kind
from planforge.yaml_io.parsing.slips.scan import Scan
from planforge.yaml_io.parsing.slips.written import Slip

_BLANKS = late(r"[ \t\u3000\xa0\u2000-\u200b\ufeff]*")
_WIDTHS = {"\u3000": 2, "\u200b": 0, "\ufeff": 0}
#: What a tab may stand for; the first that fits the lines above counts.
_TABS = (2, 4, 8)


def width_of_blanks(text: str) -> int:
    """How many characters a line begins with that look blank, whether YAML takes them for indentation or not."""
    blanks = _BLANKS.match(text)
    return blanks.end() if blanks else 0


def mend_blanks(scan: Scan) -> None:
    """Half-width spaces for the tabs and wide spaces that the line begins with."""
    blanks = scan.text[: width_of_blanks(scan.text)]
    if blanks.strip(" "):
        report_blanks(scan, blanks)
        scan.replace(0, len(blanks), " " * _meant(scan, blanks))


def _meant(scan: Scan, blanks: str) -> int:
    """The column meant by blanks; a tab counts as before in the file if that fits."""
    width, tabs = sum(_WIDTHS.get(blank, 1) for blank in blanks if blank != "\t"), blanks.count("\t")
    usual = scan.tab or next((tab for tab in _TABS if scan.levels.continues(width + tab * tabs)), _TABS[0])
    scan.tab = next((tab for tab in (usual, *_TABS) if scan.levels.fits(width + tab * tabs)), usual)
    return width + scan.tab * tabs


def report_blanks(scan: Scan, blanks: str) -> None:
    """Reports the blanks that the line begins with, once for lines in a row that have the same fault."""
    code = "Y003" if "\t" in blanks else "Y005"
    if scan.lead != (code, scan.line - 1):
        what = "制表符（Tab）" if code == "Y003" else "全角空格等特殊空格"
        message = f"这里用{what}缩进，YAML 只认半角空格。"
        scan.report(Slip(code, message, "改用半角空格缩进，每层两个"), 0, len(blanks))
    scan.lead = (code, scan.line)


def settle(scan: Scan, kind: Kind, start: int) -> int:
    """Moves a line that begins in column `start` to its level; gives the level's column."""
    known = scan.levels.moved(kind, start)
    column = scan.levels.settle(kind, start if known is None else known)
    if column != start and known is None:
        message = f"缩进没有对齐：这一行缩进 {start} 格，同级的是 {column} 格。"
        scan.report(Slip("Y010", message, "与同级的上一行左对齐"), start)
    scan.replace(0, start, " " * column)
    return column
