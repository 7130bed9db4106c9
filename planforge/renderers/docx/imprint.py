"""版记: 抄送, 印发机关 and 印发日期 at the foot of the last page (GB/T 9704-2012, 7.4).

The rules and lines are a table in a text box that is pinned to the foot of the 版心; a paragraph of the box's height
holds its place in the text. docs/notes/docx.md tells why it is not a floating table or a frame.
"""

from __future__ import annotations

from planforge.model import Imprint
from planforge.ooxml import runs, stylesheet
from planforge.ooxml.boxes import Box, box
from planforge.ooxml.paragraphs import Layout, Tab, paragraph
from planforge.ooxml.runs import run
from planforge.ooxml.tables import Cell, Row, table
from planforge.renderers._wording import BLANK_NAME, date
from planforge.renderers.docx import lines
from planforge.renderers.docx.widths import width
from planforge.styles import Style

#: Rules in eighths of a point: 0.35 mm, 0.25 mm, 0.35 mm (7.4.1).
_THICK, _THIN = 8, 6
_COPIES = "抄送："


def imprint(content: Imprint, style: Style, new_page: bool = False) -> str:
    """The last paragraph of a file, with the 版记 anchored in it. What the document lacks is room to write in.

    A letter's 版记 is its 抄送 alone, without rules (10.1); without copies it has none.
    """
    rows, taken = _rows(content, style) if style.form == "文件" else _letter_rows(content, style)
    if not rows:
        return ""
    high = taken * stylesheet.imprint_line(style) + len(rows) * 20
    # A table in a text box must be followed by a paragraph; this one takes no room.
    lined = table([style.page.measure], rows) + paragraph(stylesheet.SPACER, "", Layout(line=20))
    pinned = Box(lined, style.page.measure, high, "版记", "版记：抄送机关、印发机关和印发日期")
    return paragraph(stylesheet.SPACER, box(pinned), Layout(line=high, page_break=new_page))


def _rows(content: Imprint, style: Style) -> tuple[list[Row], int]:
    """The table's rows, and how many lines of text they hold."""
    copies, taken = _copies(content, style)
    said, more = _printer(content, style)
    printer = Cell(said, top=_THIN if copies else _THICK, bottom=_THICK)
    rows = [Row((Cell(copies, top=_THICK, bottom=_THIN),))] if copies else []
    return [*rows, Row((printer,))], taken + more


def _letter_rows(content: Imprint, style: Style) -> tuple[list[Row], int]:
    copies, taken = _copies(content, style)
    return ([Row((Cell(copies),))], taken) if any(copy.value for copy in content.copies) else ([], 0)


def _copies(content: Imprint, style: Style) -> tuple[str, int]:
    """`抄送：…。`, turned-over lines aligned with the first name (7.4.2); left out where only the printer is known."""
    names = [copy.value for copy in content.copies if copy.value]
    if not names and (content.printer.value or content.printed):
        return "", 0
    words = "，".join(names).rstrip("。") + "。" if names else ""
    hang = round(width(_COPIES) * style.imprint.size * 10)
    blank = style.imprint.size * 10
    layout = Layout(left=blank + hang, right=blank, hanging=hang)
    taken = lines.count(words, style.imprint, style.page.measure - 2 * blank - hang)
    return paragraph(stylesheet.IMPRINT, run(_COPIES + words, style.imprint), layout), taken


def _printer(content: Imprint, style: Style) -> tuple[str, int]:
    """Printer and date on one line, and how many lines they take: a long name turns over beside the date."""
    blank = style.imprint.size * 10
    layout = Layout(left=blank, right=blank, first=(0, 0), tabs=(Tab("right", style.page.measure - blank),))
    day = f"{date(content.printed)}印发"
    room = style.page.measure - 2 * blank - round((width(day) + 1) * blank)
    name = lines.broken(content.printer.value or BLANK_NAME, style.imprint, room)
    said = run("\n".join(name), style.imprint) + runs.tab(style.imprint) + run(day, style.imprint)
    return paragraph(stylesheet.IMPRINT, said, layout), len(name)
