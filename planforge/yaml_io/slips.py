"""Slips of the keyboard that YAML reads as something else: found and mended in memory, line by line, before parsing.

The parser stops at its first error; this scan goes on, in time linear in the file. What it doesn't know is left to the
parser and to `recover`.
"""

from __future__ import annotations

import re
from itertools import islice

from planforge.model import Diagnostic, Edit, Fix, Span
from planforge.schemas.names import all_keys
from planforge.text.late import late
from planforge.yaml_io import written
from planforge.yaml_io.faults import diagnostic
from planforge.yaml_io.levels import Kind, Levels
from planforge.yaml_io.source import Source, indentation
from planforge.yaml_io.written import Slip

_LEAD = late(r"[ \t\u3000\xa0\u2000-\u200b\ufeff]*")
_WIDTHS = {"\u3000": 2, "\u200b": 0, "\ufeff": 0}
#: What a tab may stand for; the first that fits the lines above counts.
_TABS = (2, 4, 8)
_DASH = late(r"-[ \t]+(?=\S)|-\s*$")
_TIGHT_DASH = late(r"(?P<mark>[-－•·])\s*")
#: What people number or mark the items of a list with.
_OTHER_DASH = late(r"(?P<mark>[—–●○*＊]|\d{1,3}[.、．)）]|[（(]?[一二三四五六七八九十]+[、)）])\s*")
_KEY = late(r"""(?P<key>"[^"]*"|'[^']*'|[^\s\[\]{}#&*!|>'"%@`,\-?“][^:：]{0,60}?)\s*(?P<colon>[:：])(?P<gap>[ \t]*)""")
_PROPER_KEY = late(r"""(?:"[^"]*"|'[^']*'|[^\s\[\]{}#&*!|>'"%@`,].*?):(?=\s|$)""")
_NAMED = late(r"&[A-Za-z0-9_-]+(?:\s+|$)")
#: Lines that YAML has a reading for though they are neither pairs nor items as clerks write them.
_SPECIAL = late(r"""[&!?\[{"'%*]|.*:(?:\s|$)""")
#: A pair, or the first of an item, in which nothing can be wrong but where it begins: most lines of a plan. A # behind
#: a character (省意见#3.2) begins no comment.
_STRAIGHT = late(r"(?P<lead> *)(?P<dash>- )?\w{1,20}: (?:\w[^#:]*(?:(?<=\S)#[^#:]*)*|(?P<flow>\[[\w、, ]*\]))")
_ALIASES = ("上级文件", "依据文件", "against")
#: How far a quote or bracket may run: over how many lines, and characters.
_MOST_LINES, _MOST_CHARACTERS = 200, 20_000


def mend(source: Source, keys: frozenset[str] | None = None) -> tuple[Diagnostic, ...]:
    """The slips of a file; its lines are mended in place. `keys` are those it may have (default: a document's)."""
    scan = _Scan(source, all_keys() if keys is None else keys)
    scan.run()
    return tuple(scan.found)


class _Scan:
    def __init__(self, source: Source, keys: frozenset[str]) -> None:
        self.source = source
        self.keys = keys
        self.found: list[Diagnostic] = []
        self.levels = Levels()
        self.block: int | None = None  # the column that the lines of an open block must pass
        self.block_indent: int | None = None  # where those lines begin
        self.plain: int | None = None  # the column that further lines of unquoted words must pass
        self.tab: int | None = None  # how many columns a tab stood for last
        self.lead: tuple[str, int] = ("", -1)  # the last fault of indentation, and its line
        self.stray = -1  # the last line of words that belong to nothing
        self.line = 0

    def run(self) -> None:
        while self.line < len(self.source.lines):
            self._look_at_line()
            self.line += 1

    @property
    def text(self) -> str:
        return self.source.lines[self.line]

    def _look_at_line(self) -> None:
        if self.block is None and self._is_straight():
            return
        if not self.text.strip("\ufeff\u200b \t\u3000\xa0"):
            self._replace(0, len(self.text), "")
        elif self.block is None:
            self._look_closely()
        elif not self._is_block_line(self.block):
            self.block = None
            self._look_at_line()

    def _is_straight(self) -> bool:
        """Whether the line plainly has no slip within; then it is read: as `_look_closely` would, but sooner."""
        match = _STRAIGHT.fullmatch(self.text)
        if match is None or (self.plain is not None and match.end("lead") > self.plain):
            return False
        start = match.end("lead")
        if match["dash"]:
            start = self._settle("-", start) + len("- ")
            self.levels.opened = ""
            self.levels.push(":", start)
        elif not self.levels.is_top(":", start):  # else it goes on where the line above stands
            start = self._settle(":", start)
        self.plain = None if match["flow"] else start
        self.levels.opened = None
        return True

    def _look_closely(self) -> None:
        self._mend_lead()
        self._mend_comment()
        if not self.text.lstrip().startswith("#") and not self._is_marker() and not self._is_continuation():
            self._structure()

    def _report(self, slip: Slip, start: int, stop: int | None = None) -> None:
        stop = len(self.text.rstrip()) if stop is None else stop
        span = self._span(start, stop)
        fix = Fix(slip.advice, slip.safe, (Edit(span, slip.mended),)) if slip.mended is not None else None
        self.found.append(diagnostic(slip.code, slip.message, span, slip.advice, fix))

    def _mend(self, slip: Slip, start: int, stop: int) -> None:
        """Reports a slip in `[start:stop]` and mends it in memory; the user can have it mended in the file."""
        self._report(slip, start, stop)
        if slip.mended is not None:
            self._replace(start, stop, slip.mended)

    def _span(self, start: int, stop: int) -> Span:
        return self.source.span(self.line, start, max(stop, start + 1))

    def _replace(self, start: int, stop: int, text: str) -> None:
        if self.text[start:stop] != text:
            self.source.replace(self.line, start, stop, text)

    # Blocks

    def _is_block_line(self, parent: int) -> bool:
        """Whether the line belongs to the open block; words that are not indented enough are moved into it."""
        spaces = indentation(self.text)
        if spaces > parent:
            return self._align_block_line(spaces)
        lead = _LEAD.match(self.text)
        width = lead.end() if lead else 0
        if spaces == width and self._ends_block(width):
            return False
        if spaces == width:
            self._report(Slip("Y010", "这一行是上面一项的文字，缩进不够。", "用空格缩进到上面一项之下"), 0)
        else:
            self._report_lead(self.text[:width])
        self.block_indent = self.block_indent or parent + 2
        self._replace(0, width, " " * self.block_indent)
        return True

    def _align_block_line(self, spaces: int) -> bool:
        if self.block_indent is None:
            self.block_indent = spaces
        elif spaces < self.block_indent:
            if self._known_key(spaces) or self.text.startswith("- ", spaces):
                return False
            self._report(Slip("Y010", "这一行比这段文字的第一行缩进少。", "与第一行左对齐"), 0)
            self._replace(0, spaces, " " * self.block_indent)
        return True

    def _ends_block(self, start: int) -> bool:
        """Whether a line in or left of the key's column is a key, an item or a comment, and no stray words."""
        rest = self.text[start:]
        return rest.startswith(("#", "- ", "---", "...")) or self._known_key(start) or bool(_PROPER_KEY.match(rest))

    # Indentation

    def _mend_lead(self) -> None:
        lead = _LEAD.match(self.text)
        blanks = lead[0] if lead else ""
        if blanks.strip(" "):
            self._report_lead(blanks)
            self._replace(0, len(blanks), " " * self._width(blanks))

    def _width(self, blanks: str) -> int:
        """The column meant by blanks; a tab counts as before in the file if that fits."""
        width, tabs = sum(_WIDTHS.get(blank, 1) for blank in blanks if blank != "\t"), blanks.count("\t")
        usual = self.tab or next((tab for tab in _TABS if self.levels.continues(width + tab * tabs)), _TABS[0])
        self.tab = next((tab for tab in (usual, *_TABS) if self.levels.fits(width + tab * tabs)), usual)
        return width + self.tab * tabs

    def _report_lead(self, blanks: str) -> None:
        """Reported once for lines in a row that have the same fault."""
        code = "Y003" if "\t" in blanks else "Y005"
        if self.lead != (code, self.line - 1):
            what = "制表符（Tab）" if code == "Y003" else "全角空格等特殊空格"
            message = f"这里用{what}缩进，YAML 只认半角空格。"
            self._report(Slip(code, message, "改用半角空格缩进，每层两个"), 0, len(blanks))
        self.lead = (code, self.line)

    def _mend_comment(self) -> None:
        start = indentation(self.text)
        if self.text.startswith("＃", start) and not self._is_continuation():
            self._mend(Slip("Y001", "注释开头的“＃”是全角的。", "改用半角“#”", "#"), start, start + 1)

    def _is_marker(self) -> bool:
        """--- and ...: what follows a second one is another document, and left out."""
        if not re.match(r"(?:---|\.\.\.)(?:\s|$)", self.text):
            return False
        if self.levels.stack and any(line.strip() for line in self.source.lines[self.line + 1 :]):
            self._report(
                Slip("Y011", "从这一行起是另一份文档，没有读。", "一个文件只写一份；删去“---”，或另存一个文件"), 0
            )
            for rest in range(self.line, len(self.source.lines)):
                self.source.lines[rest] = ""
        return True

    def _is_continuation(self) -> bool:
        """Unquoted words may go on in lines that are indented deeper than their key."""
        indent = indentation(self.text)
        return self.plain is not None and indent > self.plain and not self._known_key(indent)

    # Keys and items

    def _known_key(self, start: int) -> bool:
        match = _KEY.match(self.text, start)
        return match is not None and match["key"] in self.keys

    def _structure(self) -> None:
        """A line of `- ` and `key: value`."""
        before, self.plain = self.plain, None
        start = indentation(self.text)
        self._mend_tight_dash(start)
        dash = _DASH.match(self.text, start)
        key = None if dash else self._key(start)
        if dash is None and key is None:
            self._words(start, before)
            return
        start = self._settle("-" if dash else ":", start)
        start = self._dashes(start)
        self._pair(start)

    def _words(self, start: int, before: int | None) -> None:
        """Words that are neither an item nor a pair: those that a key waits for, or lines that belong to nothing.

        `before`: the column that further lines of the words above must pass; None when no words stand above.
        """
        top = self.levels.top
        if top is None or self.levels.opened is not None or _SPECIAL.match(self.text, start):
            self.plain = top.indent if top and self.levels.opened is not None else None
            self._value(self._below_key(start), "")
            return
        if self.stray != self.line - 1:
            self._report(
                Slip("Y001", "这一行不是“项目: 内容”。", "补上项目名和冒号；是上一项的文字时，缩进到它下面"), start
            )
        self.stray, self.plain = self.line, before
        self._replace(0, len(self.text) if before is None else start, " " * ((before or 0) + 2))

    def _below_key(self, start: int) -> int:
        """Moves words below the key that waits for them, when they don't stand deeper than it; gives their column."""
        if self.plain is None or start > self.plain or _SPECIAL.match(self.text, start):
            return start
        self._report(Slip("Y010", "这一行是上面一项的文字，缩进不够。", "用空格缩进到上面一项之下"), start)
        self._replace(0, start, " " * (self.plain + 2))
        return self.plain + 2

    def _mend_tight_dash(self, start: int) -> None:
        match = _TIGHT_DASH.match(self.text, start)
        if match and (match["mark"] != "-" or (match[0] == "-" and self._known_key(match.end()))):
            slip = Slip("Y002", "列表的“-”后面要空一格，并用半角。", "写成“- ”", "- ")
            self._mend(slip, match.start(), match.end())
        other = _OTHER_DASH.match(self.text, start)
        if other and self._known_key(other.end()):
            message = f"列表的每一项以“- ”开头，这里写的是“{other['mark']}”。"
            aligned = self._lead_below() == other.end()  # the pairs below stand under this one: it keeps its column
            dash = "-".ljust(len(other[0])) if aligned else "- "
            slip = Slip("Y002", message, "写成“- ”；序号由程序编排，不用写", dash)
            self._mend(slip, other.start(), other.end())

    def _settle(self, kind: Kind, start: int) -> int:
        known = self.levels.moved(kind, start)
        column = self.levels.settle(kind, start if known is None else known)
        if column != start and known is None:
            self._report(
                Slip("Y010", f"缩进没有对齐：这一行缩进 {start} 格，同级的是 {column} 格。", "与同级的上一行左对齐"),
                start,
            )
        self._replace(0, start, " " * column)
        return column

    def _dashes(self, start: int) -> int:
        """Steps over the dashes of a line; each opens a list, and what follows the last may open a mapping."""
        first = True
        while dash := _DASH.match(self.text, start):
            self._replace(dash.start() + 1, dash.end(), dash[0][1:].replace("\t", " "))
            if not first:
                self.levels.push("-", start)
            first = False
            self.levels.opened = ""
            self.plain = start
            start = dash.end()
        if not first and self._key(start):
            self.levels.push(":", start)
        return start

    def _key(self, start: int) -> re.Match[str] | None:
        """The key at a column, whether its colon is right or not."""
        match = _KEY.match(self.text, start)
        if match and (self._is_proper(match) or self._is_slipped(match)):
            return match
        return None

    @staticmethod
    def _is_proper(match: re.Match[str]) -> bool:
        return match["colon"] == ":" and (bool(match["gap"]) or match.end() == len(match.string))

    def _is_slipped(self, match: re.Match[str]) -> bool:
        """A known key, or the place of a key: in the column of other keys, or under 上级文件."""
        if match["key"] in self.keys:
            return True
        top = self.levels.top
        if top is None or match["colon"] == ":":
            return False
        among_keys = top.kind == ":" and top.indent == match.start() and self.levels.opened is None
        return len(match["key"]) <= 12 and (among_keys or _ALIASES.count(self.levels.opened or top.under) > 0)

    def _pair(self, start: int) -> None:
        match = self._key(start)
        if match is None:
            self._value(start, "")
            return
        if not self._is_proper(match):
            self._mend_colon(match)
        key = match["key"].strip("\"'")
        value = match.start("colon") + 1
        value += len(self.text[value:]) - len(self.text[value:].lstrip(" \t"))
        self.plain = start
        self.levels.opened = key
        self._value(value, key)

    def _mend_colon(self, match: re.Match[str]) -> None:
        wide = match["colon"] == "："
        what = "后面用了全角冒号" if wide else "的冒号后面没有空格"
        advice = f"写成“{match['key']}: ……”，半角冒号加一个空格"
        mended = ": " if match.end() < len(self.text) else ":"
        slip = Slip("Y002", f"“{match['key']}”{what}，YAML 读不出这一项。", advice, mended)
        self._mend(slip, match.start("colon"), match.end())

    # Values

    def _value(self, start: int, key: str) -> None:
        """What stands behind a key or dash, and a name for aliases (&a), to the end of the line."""
        if named := _NAMED.match(self.text, start):
            start = named.end()
        value = self.text[start:].rstrip()
        if not value or value.startswith("#"):
            if self._is_hidden(value):
                self._mend(written.hidden(value), start, len(self.text.rstrip()))
            self.plain = None
            return
        if key:
            self.levels.opened = None
        if written.is_block(value):
            self._open_block(value)
            return
        if value[0] in "\"'[{":
            self.plain = None
        if written.is_open_quote(value):
            self._run_on(start, value, written.unclosed_quote(value))
        elif written.is_open_flow(value):
            self._run_on(start, value, written.unclosed_flow(value))
        elif slip := written.examine(value, key):
            self._mend(slip, start, len(self.text.rstrip()))

    def _is_hidden(self, value: str) -> bool:
        """Whether a comment holds the words of a key or item (标题: #要点): nothing else is there for it."""
        if not re.match(r"#[^\s#]", value) or self.plain is None:
            return False
        below = self._below()
        indent = self._lead_below()
        return indent < self.plain or (indent == self.plain and not _DASH.match(below, indent))

    def _below(self) -> str:
        """The next line that says something; empty when none comes soon."""
        below = islice(self.source.lines, self.line + 1, self.line + _MOST_LINES)
        return next((text for text in below if text.strip() and not text.lstrip().startswith("#")), "")

    def _lead_below(self) -> int:
        lead = _LEAD.match(self._below())
        return lead.end() if lead else 0

    def _open_block(self, value: str) -> None:
        self.block, self.block_indent = self.plain if self.plain is not None else -1, None
        digit = re.search(r"\d", value.split("#")[0])
        if digit:
            self.block_indent = self.block + int(digit[0])

    def _run_on(self, start: int, value: str, unclosed: Slip) -> None:
        """A quote or bracket that goes on below: to its end, or mended on its own line when none comes."""
        for line, text in enumerate(islice(self.source.lines, self.line + 1, self.line + _MOST_LINES), self.line + 1):
            match = _KEY.match(text, indentation(text))
            if (match and match["key"] in self.keys and value[0] != "{") or len(value) > _MOST_CHARACTERS:
                break
            value = f"{value} {text.strip()}"
            if not (written.is_open_quote(value) or written.is_open_flow(value)):
                self.line = line
                return
        self._mend(unclosed, start, len(self.text.rstrip()))
