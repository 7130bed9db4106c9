"""The items of a list: their dashes, and what people write in their stead."""

from __future__ import annotations

from planforge.text.late import late
from planforge.yaml_io.parsing.slips.below import lead_below
from planforge.yaml_io.parsing.slips.keys import is_known, key_at
from planforge.yaml_io.parsing.slips.scan import Scan
from planforge.yaml_io.parsing.slips.written import Slip

DASH = late(r"-[ \t]+(?=\S)|-\s*$")
_TIGHT_DASH = late(r"(?P<mark>[-－•·])\s*")
#: What people number or mark the items of a list with.
_OTHER_DASH = late(r"(?P<mark>[—–●○*＊]|\d{1,3}[.、．)）]|[（(]?[一二三四五六七八九十]+[、)）])\s*")


def mend_dash(scan: Scan, start: int) -> None:
    """A dash and a space for what else begins an item in that column."""
    _mend_tight_dash(scan, start)
    _mend_other_dash(scan, start)


def _mend_tight_dash(scan: Scan, start: int) -> None:
    match = _TIGHT_DASH.match(scan.text, start)
    if match and (match["mark"] != "-" or (match[0] == "-" and is_known(scan.text, match.end(), scan.keys))):
        slip = Slip("Y002", "列表的“-”后面要空一格，并用半角。", "写成“- ”", "- ")
        scan.mend(slip, match.start(), match.end())


def _mend_other_dash(scan: Scan, start: int) -> None:
    match = _OTHER_DASH.match(scan.text, start)
    if match and is_known(scan.text, match.end(), scan.keys):
        message = f"列表的每一项以“- ”开头，这里写的是“{match['mark']}”。"
        aligned = lead_below(scan) == match.end()  # the pairs below stand under this one: it keeps its column
        dash = "-".ljust(len(match[0])) if aligned else "- "
        slip = Slip("Y002", message, "写成“- ”；序号由程序编排，不用写", dash)
        scan.mend(slip, match.start(), match.end())


def step_over_dashes(scan: Scan, start: int) -> int:
    """The column behind the dashes of a line; each opens a list, and what follows the last may open a mapping."""
    first = True
    while dash := DASH.match(scan.text, start):
        scan.replace(dash.start() + 1, dash.end(), dash[0][1:].replace("\t", " "))
        if not first:
            scan.levels.push("-", start)
        first = False
        scan.levels.opened = ""
        scan.plain = start
        start = dash.end()
    if not first and key_at(scan, start):
        scan.levels.push(":", start)
    return start
