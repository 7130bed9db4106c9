"""版记: 抄送, 印发机关 and 印发日期 at the foot of the last page (GB/T 9704-2012, 7.4).

The rules and lines are a table in a text box that is pinned to the foot of the 版心; a paragraph of the box's height
holds its place in the text. docs/notes/docx.md tells why it is not a floating table or a frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planforge.model import Imprint
from planforge.ooxml.parts import runs, stylesheet
from planforge.ooxml.parts.boxes import Box, box
from planforge.ooxml.parts.paragraphs import Layout, Tab, paragraph
from planforge.ooxml.parts.runs import run
from planforge.ooxml.parts.tables import Cell, Row, table
from planforge.renderers._wording import BLANK_NAME, date
from planforge.renderers.docx.measuring import lines
from planforge.styles import Style
from planforge.text.widths import width

#: Rules in eighths of a point: 0.35 mm, 0.25 mm, 0.35 mm (7.4.1).
_THICK, _THIN = 8, 6
#: What rules take of a page, in twips; how close lines come so that a long 版记 has a page, in per cent of the usual.
_RULES, _CLOSEST = 80, 67
_COPIES, _RECIPIENTS = "抄送：", "主送："


@dataclass(frozen=True, slots=True)
class Foot:
    """What the 版记 says: the document's own, and the recipients where page 1 has no room for them (7.3.2)."""

    content: Imprint
    recipients: str = ""


def imprint(foot: Foot, style: Style, new_page: bool = False) -> str:
    """The last paragraph of a file, with the 版记 anchored in it. What the document lacks is room to write in.

    A letter's 版记 has no rules and no printer (10.1); without copies and recipients it has none.
    """
    usual, most = stylesheet.imprint_line(style), style.page.depth - _RULES
    rows, taken = _table(foot, style)
    if not rows:
        return ""
    if taken * usual <= most:
        return _pinned(rows, taken * usual, style, new_page)
    fullest = most // (_CLOSEST * usual // 100)
    line = max(most // taken, most // fullest)
    rows, _ = _table(foot, style, line)
    return _pinned(rows, taken * line, style, new_page) if taken <= fullest else _flowing(rows, taken, line, style)


def _pinned(rows: Sequence[Row], lines_high: int, style: Style, new_page: bool) -> str:
    """A 版记 in a box at the page's foot; without its rules it is so high."""
    high = lines_high + len(rows) * 20
    # A table in a text box must be followed by a paragraph; this one takes no room.
    lined = table([style.page.measure], rows) + paragraph(stylesheet.SPACER, "", Layout(line=20))
    held = Box(lined, style.page.measure, high, "版记", "版记：抄送机关、印发机关和印发日期")
    return paragraph(stylesheet.SPACER, box(held), Layout(line=high, page_break=new_page))


def _flowing(rows: Sequence[Row], taken: int, line: int, style: Style) -> str:
    """A 版记 higher than a page goes on on the next one, as no box does; it begins where it ends at a page's foot."""
    most = style.page.depth - _RULES
    first = taken % (most // line) or most // line
    lined = table([style.page.measure], [replace(row, splits=True) for row in rows])
    above = paragraph(stylesheet.SPACER, "", Layout(line=most - first * line + 20, page_break=True))
    return above + lined + paragraph(stylesheet.SPACER, "", Layout(line=20))


def _table(foot: Foot, style: Style, line: int | None = None) -> tuple[list[Row], int]:
    """The table's rows, and how many lines of text they hold, at a pitch of their own if given (twips)."""
    return _rows(foot, style, line) if style.form == "文件" else _letter_rows(foot, style, line)


def _rows(foot: Foot, style: Style, line: int | None) -> tuple[list[Row], int]:
    copies, taken = _copies(foot, style, line)
    said, more = _printer(foot.content, style, line)
    printer = Cell(said, top=_THIN if copies else _THICK, bottom=_THICK)
    rows = [Row((Cell(copies, top=_THICK, bottom=_THIN),))] if copies else []
    return [*rows, Row((printer,))], taken + more


def _letter_rows(foot: Foot, style: Style, line: int | None) -> tuple[list[Row], int]:
    copies, taken = _copies(foot, style, line)
    named = foot.recipients or any(copy.value for copy in foot.content.copies)
    return ([Row((Cell(copies),))], taken) if named else ([], 0)


def _copies(foot: Foot, style: Style, line: int | None) -> tuple[str, int]:
    """`主送：…。` above `抄送：…。` without a rule between; a 抄送 that there is none of is left out beside others."""
    names = [copy.value for copy in foot.content.copies if copy.value]
    known = foot.recipients or foot.content.printer.value or foot.content.printed
    said = [_named(_RECIPIENTS, [foot.recipients], style, line)] if foot.recipients else []
    said += [_named(_COPIES, names, style, line)] if names or not known else []
    return "".join(words for words, _ in said), sum(taken for _, taken in said)


def _named(label: str, names: Sequence[str], style: Style, line: int | None) -> tuple[str, int]:
    """A label and names, turned-over lines aligned with the first one (7.4.2); and how many lines they take."""
    words = "，".join(names).rstrip("。") + "。" if names else ""
    hang = round(width(label) * style.imprint.size * 10)
    blank = style.imprint.size * 10
    layout = Layout(line=line, left=blank + hang, right=blank, hanging=hang)
    taken = lines.count(words, style.imprint, style.page.measure - 2 * blank - hang)
    return paragraph(stylesheet.IMPRINT, run(label + words, style.imprint), layout), taken


def _printer(content: Imprint, style: Style, line: int | None) -> tuple[str, int]:
    """Printer and date on one line, and how many lines they take: a long name turns over beside the date."""
    blank = style.imprint.size * 10
    layout = Layout(line=line, left=blank, right=blank, first=(0, 0), tabs=(Tab("right", style.page.measure - blank),))
    day = f"{date(content.printed)}印发"
    room = style.page.measure - 2 * blank - round((width(day) + 1) * blank)
    name = lines.broken(content.printer.value or BLANK_NAME, style.imprint, room)
    said = run("\n".join(name), style.imprint) + runs.tab(style.imprint) + run(day, style.imprint)
    return paragraph(stylesheet.IMPRINT, said, layout), len(name)
