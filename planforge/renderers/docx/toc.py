"""The table of contents (目录) between the notice and the plan: entries, dots, page numbers.

Its entries are the results of a TOC field, its numbers those of PAGEREF fields: right as they stand, brought up to date
by Word on demand (F9) and never asked about when the file is opened.
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import Text
from planforge.ooxml.parts import runs, stylesheet
from planforge.ooxml.parts.paragraphs import Layout, paragraph
from planforge.ooxml.xml import escape
from planforge.renderers.docx.body import Body, Heading
from planforge.renderers.docx.measuring import lines
from planforge.renderers.docx.paging.pages import Pages
from planforge.renderers.docx.title import on_new_page
from planforge.styles import Style

_TITLE = Text("目　录")
#: What an entry leaves free for dots and page number, in characters: where a number has no room, LibreOffice drops it.
_BESIDE = 4


def contents(setter: Body, pages: Pages) -> Iterator[str]:
    """A page of its own with an entry for every heading set; nothing where there are none."""
    headings, style = setter.headings, setter.style
    if not headings:
        return
    yield paragraph(stylesheet.SPACER, "", Layout(page_break=True))
    yield from on_new_page(_TITLE, style, setter.marks)
    last = len(headings) - 1
    for place, heading in enumerate(headings):
        start = runs.field_begin(_instruction(style), style.body) if place == 0 else ""
        end = runs.field_end(style.body) if place == last else ""
        sheet = stylesheet.sheets(style)[stylesheet.contents(heading.level)]
        entry = _entry(heading, str(pages.marks.get(heading.mark, 1)), sheet, style)
        # Word writes the stops on every entry, and viewers look for them there.
        yield paragraph(sheet.id, start + entry + end, Layout(tabs=sheet.layout.tabs))


def _instruction(style: Style) -> str:
    """The headings of those levels, those in line with their text too, as links and without numbers in a web view."""
    return f'TOC \\o "{min(style.contents)}-{max(style.contents)}" \\h \\z'


def _entry(heading: Heading, page: str, sheet: stylesheet.Sheet, style: Style) -> str:
    room = style.page.measure - (sheet.layout.left or 0) - _BESIDE * style.body.width
    words = "\n".join(lines.broken(heading.words, sheet.face, room, -(sheet.layout.hanging or 0)))
    number = runs.field(f"PAGEREF {heading.mark} \\h", page, style.body)
    inner = runs.run(words, sheet.face) + runs.tab(style.body) + number
    return f'<w:hyperlink w:anchor="{escape(heading.mark)}" w:history="1">{inner}</w:hyperlink>'
