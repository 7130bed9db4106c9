"""Keys, whether their colon is as YAML wants it or not."""

from __future__ import annotations

import re

from planforge.text.late import late
from planforge.yaml_io.parsing.slips.scan import Scan
from planforge.yaml_io.parsing.slips.written import Slip
from planforge.yaml_io.parsing.source import indentation

_KEY = late(r"""(?P<key>"[^"]*"|'[^']*'|[^\s\[\]{}#&*!|>'"%@`,\-?“][^:：]{0,60}?)\s*(?P<colon>[:：])(?P<gap>[ \t]*)""")
_ALIASES = ("上级文件", "依据文件", "against")


def is_known(text: str, start: int, keys: frozenset[str]) -> bool:
    """Whether one of `keys` stands in a column of a line."""
    match = _KEY.match(text, start)
    return match is not None and match["key"] in keys


def is_continuation(scan: Scan) -> bool:
    """Unquoted words may go on in lines that are indented deeper than their key."""
    indent = indentation(scan.text)
    return scan.plain is not None and indent > scan.plain and not is_known(scan.text, indent, scan.keys)


def key_at(scan: Scan, start: int) -> re.Match[str] | None:
    """The key in a column of the line, as a match with `key`, `colon` and the `gap` behind it."""
    match = _KEY.match(scan.text, start)
    if match and (_is_proper(match) or _is_slipped(scan, match)):
        return match
    return None


def mend_colon(scan: Scan, match: re.Match[str]) -> None:
    """A half-width colon and a space behind a key that has something else there."""
    if _is_proper(match):
        return
    what = "后面用了全角冒号" if match["colon"] == "：" else "的冒号后面没有空格"
    advice = f"写成“{match['key']}: ……”，半角冒号加一个空格"
    mended = ": " if match.end() < len(scan.text) else ":"
    slip = Slip("Y002", f"“{match['key']}”{what}，YAML 读不出这一项。", advice, mended)
    scan.mend(slip, match.start("colon"), match.end())


def _is_proper(match: re.Match[str]) -> bool:
    return match["colon"] == ":" and (bool(match["gap"]) or match.end() == len(match.string))


def _is_slipped(scan: Scan, match: re.Match[str]) -> bool:
    """A known key, or the place of a key: in the column of other keys, or under 上级文件."""
    if match["key"] in scan.keys:
        return True
    top = scan.levels.top
    if top is None or match["colon"] == ":":
        return False
    among_keys = top.kind == ":" and top.indent == match.start() and scan.levels.opened is None
    return len(match["key"]) <= 12 and (among_keys or _ALIASES.count(scan.levels.opened or top.under) > 0)
