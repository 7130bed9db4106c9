"""The elements of a page as paragraphs and tables; navigation, scripts and hidden parts are left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from planforge.importers.web.hidden import Hidden
from planforge.importers.web.source import Source
from planforge.model import Paragraph, Table, Text

if TYPE_CHECKING:
    Node = Any

_SKIPPED = re.compile(
    "script|style|noscript|iframe|nav|footer|button|select|input|textarea|svg|canvas|object|embed|video|audio"
    "|template|head|link|meta|aside|[-_!].*"
)
_BLOCK = re.compile(
    "p|div|h[1-6]|li|tr|t[dh]|table|section|article|[bh]r|center|[uod]l|d[td]|pre|blockquote|header|main|figure"
    "|figcaption|caption|tbody|thead|address|fieldset"
)
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|menu|navbar|crumbs?|breadcrumbs?|position|share|bdshare\S*|jiathis\S*|footer|foot|copyright|sidebar|related|toolbar|qrcode|"
    r"pagination|weizhi|dqwz|xgjd|xgwj)(?:$|[\s_-])",
    re.I,
)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.I)
_KEPT_LINES = re.compile(r"white-space\s*:\s*pre", re.I)
_INDENT = re.compile("\u3000\u3000(?!\\s)")
_CHINESE = "[\u2014\u2018-\u201d\u2026\u3001-\u9fff\uff00-\uffef]"
#: Between Chinese characters a line break of the source is no blank (CSS Text 3, 4.1.3): Word breaks its pages so.
_SPLIT = re.compile(rf"(?<={_CHINESE})\n(?={_CHINESE})")
_MOST_CELLS = 200_000
_LARGEST_SPAN = 1000
_LONGEST_CELL = 1500
#: Characters: a form with fewer is one to search or to answer with; ASP.NET and JSP sites wrap the whole page in one.
_SHORTEST_PAGE = 300


@dataclass(slots=True)
class Flow:
    """Collects the paragraphs of a page while its tree is walked."""

    source: Source
    hidden: Hidden = field(default_factory=Hidden)
    paragraphs: list[Paragraph] = field(default_factory=list)
    _parts: list[Text] = field(default_factory=list)
    _indented: bool = False
    _kept: int = 0
    _links: int = 0
    _unlinked: bool = False

    def walk(self, root: Node) -> None:
        """All of an element, in reading order, without recursion: pages may nest without end."""
        stack: list[tuple[Node, bool]] = [(root, False)]
        while stack:
            node, leaving = stack.pop()
            if leaving:
                self._leave(node)
            elif node.tag == "-text":
                self._add(node.text_content or "")
            elif not _is_skipped(node, self.hidden):
                self._enter(node, stack)

    def _enter(self, node: Node, stack: list[tuple[Node, bool]]) -> None:
        if node.tag == "table" and _is_data(node):
            self._break(node)
            self._table(node)
            return
        if _BLOCK.fullmatch(node.tag):
            self._break(node.parent)
            self._kept += _keeps_lines(node)
            stack.append((node, True))
        elif node.tag == "a":
            self._links += 1
            stack.append((node, True))
        if node.tag == "li" and (number := _list_number(node)):
            self._parts.append(Text(number))
        stack += [(child, False) for child in reversed(list(node.iter(include_text=True)))]

    def _leave(self, node: Node) -> None:
        if node.tag == "a":
            self._links -= 1
            return
        self._break(node)
        self._kept -= _keeps_lines(node)

    def _add(self, words: str) -> None:
        for turn, line in enumerate(words.split("\n") if self._kept else _SPLIT.split(words)):
            if turn and self._kept:
                self._break(None)
            if line.strip():
                self._indented = self._indented or (not self._parts and _INDENT.match(line) is not None)
                self._parts.append(self.source.text(line))
                self._unlinked = self._unlinked or not self._links

    def _break(self, node: Node | None) -> None:
        """End the paragraph that is being read; `node` is the block it stands in."""
        parts, self._parts = self._parts, []
        indented, self._indented = self._indented, False
        linked, self._unlinked = not self._unlinked, False
        text = Text.join(parts)
        if text.value.strip():
            level = int(node.tag[1]) if node is not None and re.fullmatch("h[1-6]", node.tag or "") else 0
            short = len(text.value) <= 80 and text.value.rstrip()[-1] not in "。；"
            centred = node is not None and _is_centred(node)
            heading = level if short else 0
            broken = not heading and not centred
            paragraph = Paragraph(text, heading, centred, broken=broken, indented=indented, linked=linked)
            self.paragraphs.append(paragraph)

    def _table(self, table: Node) -> None:
        grid = self._grid(table)
        if len(grid) > 1 and max(map(len, grid)) > 1:
            self.paragraphs.append(Paragraph(table=grid))
        else:
            inside = (p for cell in table.css("td, th") for p in self._inside(cell) if p.table is None)
            self.paragraphs += [replace(paragraph, boxed=True) for paragraph in inside]

    def _grid(self, table: Node) -> Table:
        """The cells as a grid; one that spans columns or rows stands in each of its places."""
        placed: dict[tuple[int, int], Text] = {}
        rows = table.css("tr")
        for y, row in enumerate(rows):
            x = 0
            for cell in [c for c in row.iter() if c.tag in ("td", "th")]:
                while (y, x) in placed:
                    x += 1
                across, down = _span(cell, "colspan"), min(_span(cell, "rowspan"), len(rows) - y)
                text = self._cell(cell)
                if len(placed) + across * down <= _MOST_CELLS:
                    placed |= {(y + dy, x + dx): text for dy in range(down) for dx in range(across)}
                x += across
        width = max((x for _, x in placed), default=-1) + 1
        return tuple(tuple(placed.get((y, x), Text()) for x in range(width)) for y in range(len(rows)))

    def _inside(self, cell: Node) -> list[Paragraph]:
        inner = Flow(self.source)
        inner.walk(cell)
        return inner.paragraphs

    def _cell(self, cell: Node) -> Text:
        return Text.join([p.text for p in self._inside(cell) if p.table is None], "\n")


def _span(cell: Node, name: str) -> int:
    value = (cell.attributes.get(name) or "1").strip()
    return max(1, min(int(value), _LARGEST_SPAN)) if value.isdigit() and len(value) < 6 else 1


def _is_skipped(node: Node, hidden: Hidden) -> bool:
    if not node.tag or _SKIPPED.fullmatch(node.tag):
        return True
    if node.tag == "body":  # what hides a whole page is lifted by its script
        return False
    attributes = node.attributes
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if hidden.leaves_out(node) or (node.tag == "form" and len(node.text() or "") < _SHORTEST_PAGE):
        return True
    return bool(_FURNITURE.search(named)) and len(node.text() or "") < 2000


def _keeps_lines(node: Node) -> bool:
    """Whether line breaks of the source are shown within a block."""
    return node.tag == "pre" or bool(_KEPT_LINES.search(node.attributes.get("style") or ""))


def _is_centred(node: Node) -> bool:
    attributes = node.attributes
    return (attributes.get("align") or "").lower() == "center" or bool(_CENTRED.search(attributes.get("style") or ""))


def _is_data(table: Node) -> bool:
    """Whether a table holds rows of data; one that only lays out a page holds other tables or whole articles."""
    if any(inner is not table and inner.mem_id != table.mem_id for inner in table.css("table")):
        return False
    cells = [len(cell.text() or "") for cell in table.css("td, th")]
    return len(cells) > 1 and max(cells) < _LONGEST_CELL


def _list_number(item: Node) -> str:
    """The number that a browser shows before an item of <ol>; empty where the text has its own."""
    parent = item.parent
    words = (item.text() or "").strip()
    if parent is None or parent.tag != "ol" or re.match(r"[\d（(一二三四五六七八九十①-⑳]", words):
        return ""
    place, before = 1, item.prev
    while before is not None:
        place, before = place + (before.tag == "li"), before.prev
    return f"{place}."
