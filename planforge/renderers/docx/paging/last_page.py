"""The last page of a text: 附件说明 and signature have some of it above them (GB/T 9704-2012, 7.3.5.3)."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from planforge.model import Attachment, Document
from planforge.ooxml.parts.paragraphs import with_line, with_next
from planforge.renderers.docx import attachments, signature
from planforge.renderers.docx.measuring import lines
from planforge.renderers.docx.paging import flow
from planforge.renderers.docx.paging.first_page import pitches
from planforge.styles import Style

_TAG = re.compile(r"<[^>]+>")
#: Where the last paragraph turns over is counted in texts of so many paragraphs: in long ones programs differ by lines.
_COUNTED = 100
#: So many lines it has at least on the tail's page, and so many stay free below the tail: programs may differ by two.
_TURNED, _SPARE = 3, 2


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands below a text and isn't any: 附件说明 and, where a document is given, its signature.

    `line` is the signature's pitch, in twips.
    """

    parts: Sequence[Attachment]
    style: Style
    signed: Document | None = None
    line: int | None = None

    @property
    def lines(self) -> int:
        """How many lines it takes, blank ones included."""
        signed = signature.lines(self.signed, self.style) if self.signed else 0
        return attachments.note_lines(self.parts, self.style) + signed

    def set(self, line: int | None = None) -> list[str]:
        """Paragraphs of which none begins a page but the first, at that pitch if given."""
        note = attachments.note(self.parts, self.style, line)
        if self.signed is None:
            return together(note)
        signed = signature.signature(self.signed, self.style, line or self.line or self.style.line)
        return [*(with_next(each) for each in note), *signed]


def together(paragraphs: Sequence[str]) -> list[str]:
    """Paragraphs of which none begins a page but the first."""
    return [*(with_next(each) for each in paragraphs[:-1]), *paragraphs[-1:]]


def closed(text: Sequence[str], tail: Tail, taken: int = 0) -> list[str]:
    """The text and the tail, which has the last of the text's paragraphs, or some of it, on its page.

    The two stay together where a page holds both, unless the paragraph turns over to the tail's page by itself: moved
    as a whole it would leave a gap. One too long to stay together keeps its place: LibreOffice would move it to a page
    of its own, and then tear the tail. `taken` twips of page 1 are a letterhead's.
    """
    style = tail.style
    *before, last = text
    if not tail.lines:
        return list(text)
    if (_kept(text, style) + tail.lines) * style.line <= style.page.depth:
        goes_over = len(text) <= _COUNTED and _turns_over(text, tail, taken)
        return [*text, *tail.set()] if goes_over else [*before, *together([last, *tail.set()])]
    line = _pitch("".join(text), tail, taken)
    return [*text, *tail.set()] if line == style.line else [*before, with_line(last, line), *tail.set(line)]


def _turns_over(text: Sequence[str], tail: Tail, taken: int) -> bool:
    """Whether the last paragraph begins on the page before the tail's and has enough of its lines beside the tail."""
    line = tail.style.line
    turned = flow.feet("".join(text), tail.style, taken)(line) // line
    fits = (turned + tail.lines + _SPARE) * line <= tail.style.page.depth
    return _TURNED <= turned < _lines(text[-1], tail.style) and fits


def _kept(text: Sequence[str], style: Style) -> int:
    """How many lines the text's last paragraph takes and the headings that go with it."""
    heads = takewhile(_is_heading, reversed(text[:-1]))
    return sum(_lines(each, style) for each in (text[-1], *heads))


def _is_heading(paragraph: str) -> bool:
    return paragraph.startswith('<w:p><w:pPr><w:pStyle w:val="Heading')


def _lines(paragraph: str, style: Style) -> int:
    words = html.unescape(_TAG.sub("", paragraph))
    return lines.count(words, style.body, style.page.measure, 2 * style.body.width)


def _pitch(text: str, tail: Tail, taken: int) -> int:
    """The pitch of the text's last paragraph and the tail, changed as little as lets both stand on one page."""
    style = tail.style
    foot = flow.feet(text, style, taken)
    tried = (line for _, line in sorted(pitches(style)))
    return next((line for line in tried if foot(line) + tail.lines * line <= style.page.depth), style.line)
