"""A title on its page: centred lines, and what keeps the text below on the page's lines (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.model import Text
from planforge.ooxml.parts import stylesheet
from planforge.ooxml.parts.paragraphs import PLAIN, Layout, paragraph
from planforge.ooxml.parts.runs import run
from planforge.renderers._wording import BLANK_NAME
from planforge.renderers.docx.measuring import shapes
from planforge.styles import Style

#: The least blank below a title, in tenths of a line.
_LEAST_BELOW = 6


def title(text: Text, style: Style, line: int | None = None) -> list[str]:
    """One paragraph, its lines broken by hand, so that the navigation pane and other programs see one title.

    `line` is the pitch of a page that is set tighter than usual; the title's follows.
    """
    layout = Layout(line=pitch(style, line)) if line else PLAIN
    return [_set(title_lines(text, style), style, layout)]


def pitch(style: Style, line: int) -> int:
    """The line pitch of a title above text at that pitch, in twips: tighter as the text is, never wider."""
    return min(style.title_line, style.title_line * line // style.line)


def on_new_page(text: Text, style: Style, across: int | None = None) -> list[str]:
    """A title with the blank lines above and below it that bring the text below back onto the page's 22 lines.

    `across` is the width of a 版心 that isn't the profile's upright one, in twips.
    """
    broken = title_lines(text, style, across)
    taken = style.line + len(broken) * style.title_line
    below = -(taken + _LEAST_BELOW * style.line // 10) % style.line + _LEAST_BELOW * style.line // 10
    return [_set(broken, style), paragraph(stylesheet.SPACER, "", Layout(line=below))]


def title_lines(text: Text, style: Style, across: int | None = None) -> list[str]:
    """The lines of a title in a 版心 so many twips wide; room to write in where there is none."""
    most = (across or style.page.measure) / style.title.width - 1
    return shapes.lines(text.value, most) or [BLANK_NAME]


def _set(lines: Sequence[str], style: Style, layout: Layout = PLAIN) -> str:
    return paragraph(stylesheet.TITLE, run("\n".join(lines), style.title), layout)
