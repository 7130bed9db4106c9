"""Page 1: what the mark may take, and a line pitch with which no signature stands alone on page 2.

GB/T 9704-2012 wants body text on page 1 (7.3.3) and forbids a page with nothing but seal and date; its own remedy is to
adjust the line pitch (7.3.5.3).
"""

from __future__ import annotations

import math

from planforge.model import Document, Text
from planforge.renderers._wording import addressed, paragraphs
from planforge.renderers.docx import mark, signature
from planforge.renderers.docx.title import title_lines
from planforge.renderers.docx.widths import width
from planforge.styles import Style

#: Lines of body text that page 1 keeps whatever stands above them.
_BODY_LINES = 2
#: How far a line pitch may be adjusted before it looks like a mistake.
_TIGHTEST, _WIDEST = 0.84, 1.4
_INDENT = 2


def room_for_mark(title: Text, recipients: Text, style: Style) -> int:
    """What page 1 leaves for the lines of the mark, in twips, when body text is to stand below the recipients."""
    below = _above_text(title, style) + (_recipient_lines(recipients, style) + _BODY_LINES) * style.line
    return style.page.depth - mark.height(style) - below


def pitch(document: Document, title: Text, recipients: Text, text: Text, style: Style) -> int:
    """The line pitch for recipients, text and signature of a notice, in twips.

    The profile's, unless the text would just fill page 1 and leave the signature alone on the next: then a tighter one
    that keeps it, or a wider one that takes a line of text along; the profile's again where neither looks right.
    """
    if style.form == "信函":
        return style.line
    mark_height = mark.mark_height(document, style, room_for_mark(title, recipients, style))
    free = style.page.depth - mark.height(style) - mark_height - _above_text(title, style)
    across = style.page.measure / style.body.width
    body = sum(math.ceil((width(line) + _INDENT) / across) for line in paragraphs(text))
    lines = _recipient_lines(recipients, style) + body
    ends = signature.lines(document, style)
    if not lines * style.line <= free < (lines + ends) * style.line:
        return style.line
    choices = [free / (lines + ends)] + ([free / (lines - 0.5)] if body > 1 else [])
    fitting = [choice for choice in choices if _TIGHTEST <= choice / style.line <= _WIDEST]
    return int(fitting[0]) if fitting else style.line


def _above_text(title: Text, style: Style) -> int:
    """The title and the blank line below it."""
    return len(title_lines(title, style)) * style.title_line + style.line


def _recipient_lines(recipients: Text, style: Style) -> int:
    return math.ceil(width(addressed(recipients)) * style.body.width / style.page.measure)
