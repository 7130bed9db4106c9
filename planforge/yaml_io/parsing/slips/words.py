"""Lines of words that are neither an item nor a pair."""

from __future__ import annotations

from planforge.text.late import late
from planforge.yaml_io.parsing.slips.scan import Scan
from planforge.yaml_io.parsing.slips.values import examine
from planforge.yaml_io.parsing.slips.written import Slip

#: Lines that YAML has a reading for though they are neither pairs nor items as clerks write them.
_SPECIAL = late(r"""[&!?\[{"'%*]|.*:(?:\s|$)""")


def look_at_words(scan: Scan, start: int, before: int | None) -> None:
    """Words from column `start` on: those that a key waits for, or lines that belong to nothing.

    `before`: the column that further lines of the words above must pass; None when no words stand above.
    """
    top = scan.levels.top
    if top is None or scan.levels.opened is not None or _SPECIAL.match(scan.text, start):
        scan.plain = top.indent if top and scan.levels.opened is not None else None
        examine(scan, _moved_below_key(scan, start), "")
        return
    if scan.stray != scan.line - 1:
        advice = "补上项目名和冒号；是上一项的文字时，缩进到它下面"
        scan.report(Slip("Y001", "这一行不是“项目: 内容”。", advice), start)
    scan.stray, scan.plain = scan.line, before
    scan.replace(0, len(scan.text) if before is None else start, " " * ((before or 0) + 2))


def _moved_below_key(scan: Scan, start: int) -> int:
    """Moves words below the key that waits for them, when they don't stand deeper than it; gives their column."""
    if scan.plain is None or start > scan.plain or _SPECIAL.match(scan.text, start):
        return start
    scan.report(Slip("Y010", "这一行是上面一项的文字，缩进不够。", "用空格缩进到上面一项之下"), start)
    scan.replace(0, start, " " * (scan.plain + 2))
    return scan.plain + 2
