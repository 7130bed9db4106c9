"""A title on its page: centred lines, and what keeps the text below on the page's lines (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.model import Text
from planforge.ooxml.characters import items
from planforge.ooxml.parts import stylesheet
from planforge.ooxml.parts.paragraphs import PLAIN, Layout, paragraph
from planforge.ooxml.parts.runs import run
from planforge.renderers._wording import BLANK_NAME
from planforge.renderers.docx.marks import Marks
from planforge.renderers.docx.measuring import shapes
from planforge.styles import Style

#: The least blank below a title, in tenths of a line.
_LEAST_BELOW = 6


def title(text: Text, style: Style, marks: Marks, line: int | None = None) -> list[str]:
    """One paragraph, its lines broken by hand, so that the navigation pane and other programs see one title.

    `marks` are the file's: one tells of every blank that a line ends in the place of. `line` is the pitch of a page
    that is set tighter than usual; the title's follows.
    """
    layout = Layout(line=pitch(style, line)) if line else PLAIN
    return [paragraph(stylesheet.TITLE, _runs(text, title_lines(text, style), style, marks), layout)]


def pitch(style: Style, line: int) -> int:
    """The line pitch of a title above text at that pitch, in twips: tighter as the text is, never wider."""
    return min(style.title_line, style.title_line * line // style.line)


def on_new_page(text: Text, style: Style, marks: Marks, across: int | None = None) -> list[str]:
    """A title, and the blank lines above and below it that bring the text below back onto the page's 22 lines.

    `marks` as for `title`; `across` is the width of a 版心 that isn't the profile's upright one, in twips.
    """
    broken = title_lines(text, style, across)
    taken = style.line + len(broken) * style.title_line
    below = -(taken + _LEAST_BELOW * style.line // 10) % style.line + _LEAST_BELOW * style.line // 10
    set_title = paragraph(stylesheet.TITLE, _runs(text, broken, style, marks))
    return [set_title, paragraph(stylesheet.SPACER, "", Layout(line=below))]


def title_lines(text: Text, style: Style, across: int | None = None) -> list[str]:
    """The lines of a title in a 版心 so many twips wide; room to write in where there is none."""
    most = (across or style.page.measure) / style.title.width - 1
    return shapes.lines(text.value, most) or [BLANK_NAME]


def _runs(text: Text, lines: Sequence[str], style: Style, marks: Marks) -> str:
    """The lines of a title, with a mark behind every break that stands in the place of a blank."""
    rest, said, runs = text.value.strip().removeprefix(lines[0]), lines[0], ""
    for line in lines[1:]:
        blank, _, rest = rest.partition(line)
        if blank:
            runs += run(f"{said}\n", style.title) + marks.around("", items.blank_name(blank, marks.turn))
        said = line if blank else f"{said}\n{line}"
    return runs + run(said, style.title)
