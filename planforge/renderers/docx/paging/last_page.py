"""The last page of a text: 附件说明 and signature have some of it above them (GB/T 9704-2012, 7.3.5.3)."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
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
#: Where the last paragraph turns over is counted in texts of so many paragraphs: in long ones programs differ by lines,
#: and in very long ones, where nothing is counted, it takes too long.
_COUNTED, _LONG = 100, 300
#: So many lines it has at least on the tail's page, and so many stay free below the tail: programs may differ by two.
_TURNED, _SPARE = 3, 2
#: A gap of so many lines at a page's foot is seen; to avoid it, lines come closer, down to so many per cent: below
#: that, the seals of two rows of joint issuers would touch (7.3.5.1).
_GAP, _TIGHTEST = 4, 90


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

    `taken` twips of page 1 are a letterhead's.
    """
    if not tail.lines:
        return list(text)
    *before, last = text
    line, joined = _end(text, tail, taken)
    end = [last if line is None else with_line(last, line), *tail.set(line)]
    return [*before, *(together(end) if joined else end)]


def _end(text: Sequence[str], tail: Tail, taken: int) -> tuple[int | None, bool]:
    """The pitch of the last paragraph and the tail, None for the usual one, and whether the two stay together.

    They do where a page holds both, unless the paragraph turns over to the tail's page by itself: moved as a whole it
    would leave a gap. One too long to stay together keeps its place: LibreOffice would move it to a page of its own,
    and then tear the tail.
    """
    style = tail.style
    fits = (_kept(text, style) + tail.lines) * style.line <= style.page.depth
    if fits and len(text) > _LONG:
        return None, True
    foot = flow.feet("".join(text), style, taken)
    if not fits:
        return _pitch(foot, tail), False
    if len(text) <= _COUNTED and _turns_over(foot(style.line), text, tail):
        return None, False
    return _tighter(foot, text, tail), True


def _turns_over(foot: int, text: Sequence[str], tail: Tail) -> bool:
    """Whether the last paragraph begins on the page before the tail's and has enough of its lines beside the tail."""
    turned = foot // tail.style.line
    fits = (turned + tail.lines + _SPARE) * tail.style.line <= tail.style.page.depth
    return _TURNED <= turned < _lines(text[-1], tail.style) and fits


def _tighter(foot: Callable[[int], int], text: Sequence[str], tail: Tail) -> int | None:
    """The widest pitch with which the last paragraph and the tail need not turn to the next page and leave a gap."""
    line, depth = tail.style.line, tail.style.page.depth
    gap = depth - foot(line) + _kept(text, tail.style) * line
    if foot(line) + tail.lines * line <= depth or gap < _GAP * line:
        return None
    tried = (line * per_cent // 100 for per_cent in range(99, _TIGHTEST - 1, -1))
    return next((each for each in tried if foot(each) + tail.lines * each <= depth), None)


def _kept(text: Sequence[str], style: Style) -> int:
    """How many lines the text's last paragraph takes and the headings that go with it."""
    heads = takewhile(_is_heading, reversed(text[:-1]))
    return sum(_lines(each, style) for each in (text[-1], *heads))


def _is_heading(paragraph: str) -> bool:
    return paragraph.startswith('<w:p><w:pPr><w:pStyle w:val="Heading')


def _lines(paragraph: str, style: Style) -> int:
    words = html.unescape(_TAG.sub("", paragraph))
    return lines.count(words, style.body, style.page.measure, 2 * style.body.width)


def _pitch(foot: Callable[[int], int], tail: Tail) -> int | None:
    """The pitch of the text's last paragraph and the tail, changed as little as lets both stand on one page."""
    tried = (line for _, line in sorted(pitches(tail.style)))
    fits = (line for line in tried if foot(line) + tail.lines * line <= tail.style.page.depth)
    line = next(fits, tail.style.line)
    return None if line == tail.style.line else line
