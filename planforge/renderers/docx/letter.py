"""The 信函 form (GB/T 9704-2012, 10.1): the mark 30 mm below the paper's edge between red double rules 170 mm wide.

Mark and first rule stand in the first page's header, the second rule in its footer; page 1 has no number.
"""

from __future__ import annotations

from collections.abc import Sequence

from planforge.model import Document
from planforge.ooxml.parts import runs, stylesheet
from planforge.ooxml.parts.paragraphs import Layout, Rule, Tab, paragraph
from planforge.ooxml.parts.runs import run
from planforge.ooxml.parts.sections import Letterhead
from planforge.renderers._wording import BLANK_NAME, BLANK_NUMBER
from planforge.renderers.docx.mark import BASELINE, INK, fitted, in_lines
from planforge.renderers.docx.measuring.widths import needed
from planforge.styles import Face, Style

#: The mark's top below the paper's (30 mm), the rule below the mark (4 mm), the rules' width (170 mm), and the second
#: rule above the paper's foot (20 mm), in twips.
_MARK_TOP, _RULE_BELOW, _RULE_WIDTH, _RULE_FOOT = 1701, 227, 9638, 1134
#: Height of a double rule, in eighths of a point.
_WEIGHT = 24
#: LibreOffice leaves 5 mm between the text and a header or footer that has a rule, Word nothing (twips, both).
UNSURE = 600
_PITCH = 1.2
_EM_FOOT = 0.12
#: The number stands 7/8 of a 3号 character below the rule.
_NUMBER_BELOW = 0.875


def letterhead(document: Document, style: Style) -> Letterhead:
    """Header and footer of page 1. Joint letters carry the mark of the 主办机关 alone."""
    lines = _lines(document, style)
    face = _face(lines, style)
    above = round(face.size * 10 * (_PITCH * BASELINE - INK))
    rule = _rule("thickThinSmallGap", _to_rule(face), style)
    header = paragraph(stylesheet.MARK, run("\n".join(lines), face), Layout(line=_line(face))) + rule
    return Letterhead(header, _rule("thinThickSmallGap", 20, style), _MARK_TOP - above, _RULE_FOOT)


def height(document: Document, style: Style, line: int) -> int:
    """What the letterhead and the lines above the title take of page 1's 版心, in twips."""
    return overhang(document, style) + _gap(style) + len(_marked(document, style)) * style.line + 2 * line


def overhang(document: Document, style: Style) -> int:
    """How far the letterhead reaches into the 版心, in twips."""
    lines = _lines(document, style)
    face = _face(lines, style)
    foot = letterhead(document, style).top + len(lines) * _line(face) + _to_rule(face) + _WEIGHT * 20 // 8
    return max(0, foot - style.page.top)


def opening(document: Document, style: Style, line: int) -> list[str]:
    """The number on the right of line 1, 份号, 密级 and 紧急程度 on the left, two blank lines `line` twips high."""
    first, *others = _marked(document, style)
    number = runs.tab(style.body) + run(document.doc_number.value or BLANK_NUMBER, style.body)
    return [
        paragraph(stylesheet.SPACER, "", Layout(line=_gap(style))),
        paragraph(stylesheet.NUMBER, run(*first) + number, Layout("left", tabs=(Tab("right", style.page.measure),))),
        *(paragraph(stylesheet.SPACER, run(text, face)) for text, face in others),
        *[paragraph(stylesheet.SPACER, "", Layout(line=line))] * 2,
    ]


def _marked(document: Document, style: Style) -> list[tuple[str, Face]]:
    """份号, 密级 and 紧急程度 with their faces; one blank where there is none: the number stands beside the first."""
    said = document.header
    faces = ((said.copy_number, style.body), (said.secrecy, style.secrecy), (said.urgency, style.secrecy))
    return [(text, face) for text, face in faces if text] or [("", style.body)]


def _gap(style: Style) -> int:
    """From the rule to the line of the number."""
    inside = style.line * BASELINE - style.body.size * 10 * (1 - _EM_FOOT)
    return max(20, round(_NUMBER_BELOW * style.body.size * 10 - inside))


def _line(face: Face) -> int:
    return round(face.size * 10 * _PITCH)


def _to_rule(face: Face) -> int:
    """From the foot of the mark's line to the rule."""
    return max(20, round(_RULE_BELOW - (_line(face) * (1 - BASELINE) - face.size * 10 * _EM_FOOT)))


def _lines(document: Document, style: Style) -> list[str]:
    """The mark's words: the 主办机关."""
    return in_lines(next((issuer.value for issuer in document.issuers if issuer.value), BLANK_NAME), style)


def _face(lines: Sequence[str], style: Style) -> Face:
    return fitted(style, max(map(needed, lines)), style.mark.size)


def _rule(kind: str, line: int, style: Style) -> str:
    """A double rule below an empty line, centred on the paper, wider than the 版心."""
    beside = (style.page.width - _RULE_WIDTH) // 2
    rule = Rule(_WEIGHT, style.mark.colour, kind)
    layout = Layout(line=line, left=beside - style.page.left, right=beside - style.page.right, rule=rule)
    return paragraph(stylesheet.SPACER, "", layout)
