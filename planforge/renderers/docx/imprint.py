"""版记: 抄送, 印发机关 and 印发日期 at the foot of the last page (GB/T 9704-2012, 7.4).

The rules and lines are a table in a text box that is pinned to the foot of the 版心; a paragraph of the box's height
holds its place in the text. docs/notes/docx.md tells why it is not a floating table or a frame.
"""

from __future__ import annotations

from planforge.model import Imprint
from planforge.ooxml import runs, stylesheet
from planforge.ooxml.paragraphs import Layout, paragraph
from planforge.ooxml.runs import run
from planforge.ooxml.tables import Cell, Row, table
from planforge.renderers._wording import BLANK_NAME, date
from planforge.renderers.docx.widths import width
from planforge.styles import Style

#: Rules in eighths of a point: 0.35 mm, 0.25 mm, 0.35 mm (7.4.1).
_THICK, _THIN = 8, 6
_EMU = 635
_COPIES = "抄送："


def imprint(content: Imprint, style: Style) -> str:
    """The last paragraph of a file, with the 版记 anchored in it. What the document lacks is room to write in."""
    rows, lines = _rows(content, style)
    high = lines * stylesheet.imprint_line(style) + len(rows) * 20
    box = _anchored(table([style.page.measure], rows), style, high)
    return paragraph(stylesheet.SPACER, f"<w:r>{box}</w:r>", Layout(line=high))


def _rows(content: Imprint, style: Style) -> tuple[list[Row], int]:
    """The table's rows, and how many lines of text they hold."""
    copies, lines = _copies(content, style)
    printer = Cell(_printer(content, style), top=_THIN if copies else _THICK, bottom=_THICK)
    rows = [Row((Cell(copies, top=_THICK, bottom=_THIN),))] if copies else []
    return [*rows, Row((printer,))], lines + 1


def _copies(content: Imprint, style: Style) -> tuple[str, int]:
    """`抄送：…。`, turned-over lines aligned with the first name (7.4.2); left out where only the printer is known."""
    names = [copy.value for copy in content.copies if copy.value]
    if not names and (content.printer.value or content.printed):
        return "", 0
    words = "，".join(names).rstrip("。") + "。" if names else ""
    hang = round(width(_COPIES) * style.imprint.size * 10)
    blank = style.imprint.size * 10
    layout = Layout(left=blank + hang, right=blank, hanging=hang)
    room = (style.page.measure - 2 * blank - hang) / blank
    lines = max(1, -int(-width(words) * 1.02 // room))
    return paragraph(stylesheet.IMPRINT, run(_COPIES + words, style.imprint), layout), lines


def _printer(content: Imprint, style: Style) -> str:
    blank = style.imprint.size * 10
    layout = Layout(left=blank, right=blank, first=(0, 0), tabs=(("right", style.page.measure - blank),))
    words = run(content.printer.value or BLANK_NAME, style.imprint)
    day = run(f"{date(content.printed)}印发", style.imprint)
    return paragraph(stylesheet.IMPRINT, words + runs.tab(style.imprint) + day, layout)


def _anchored(content: str, style: Style, high: int) -> str:
    """A text box of the 版心's width on its foot: DrawingML, and VML for what reads only that."""
    # A table in a text box must be followed by a paragraph; this one takes no room.
    inner = f"<w:txbxContent>{content}{paragraph(stylesheet.SPACER, '', Layout(line=20))}</w:txbxContent>"
    return (
        '<mc:AlternateContent><mc:Choice Requires="wps">'
        f"<w:drawing>{_drawing(inner, style, high)}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{_vml(inner, style, high)}</w:pict></mc:Fallback></mc:AlternateContent>"
    )


def _drawing(inner: str, style: Style, high: int) -> str:
    size = f'cx="{style.page.measure * _EMU}" cy="{high * _EMU}"'
    return (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        '<wp:docPr id="1" name="版记" descr="版记：抄送机关、印发机关和印发日期"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx>{inner}</wps:txbx>"
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:noAutofit/></wps:bodyPr>'
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor>"
    )


def _vml(inner: str, style: Style, high: int) -> str:
    look = (
        f"position:absolute;width:{style.page.measure / 20:g}pt;height:{high / 20:g}pt;mso-position-horizontal:left;"
        "mso-position-horizontal-relative:margin;mso-position-vertical:bottom;mso-position-vertical-relative:margin"
    )
    return (
        f'<v:rect id="banji" alt="版记" style="{look}" filled="f" stroked="f">'
        f'<v:textbox inset="0,0,0,0">{inner}</v:textbox></v:rect>'
    )
