"""A document as a Word file that is issued as it is (GB/T 9704-2012)."""

from __future__ import annotations

from pathlib import Path

from planforge.model import Document, Notice, Text
from planforge.ooxml import stylesheet, word
from planforge.ooxml.paragraphs import Layout, paragraph
from planforge.ooxml.properties import Properties
from planforge.ooxml.runs import run
from planforge.renderers._notice import notice_of
from planforge.renderers._wording import BLANK_NAME
from planforge.renderers.docx import body, imprint, mark, signature, title
from planforge.renderers.docx.widths import width
from planforge.styles import Style, load

FORMAT = "docx"
SUFFIX = ".docx"

#: Lines of body text that page 1 keeps whatever stands above them (7.3.3: 首页必须显示正文).
_BODY_ON_FIRST_PAGE = 2


def render(document: Document, style: Style | None = None, templates: Path | None = None) -> bytes:
    """The DOCX. `style` defaults to the standard's profile; `templates` is a folder that replaces shipped templates.

    The same document gives the same bytes. Raises InputError when a template can't be used.
    """
    style = style or load()
    notice = notice_of(document, templates)
    parts = _issued_by_notice(document, notice, style) if notice else _issued_by_itself(document, style)
    return word.file("".join((*parts, imprint.imprint(document.imprint, style))), style, _properties(document))


def _issued_by_notice(document: Document, notice: Notice, style: Style) -> list[str]:
    """The head, the notice and its signature; then the plan on a page of its own."""
    return [
        *_opening(document, notice.title, notice.recipients, style),
        *body.text(notice.text, style),
        *signature.signature(document, style),
        paragraph(stylesheet.SPACER, "", Layout(page_break=True)),
        *_title(document.title, style),
        paragraph(stylesheet.SPACER),
        *_body(document, style),
    ]


def _issued_by_itself(document: Document, style: Style) -> list[str]:
    return [
        *_opening(document, document.title, document.recipients, style),
        *_body(document, style),
    ]


def _opening(document: Document, heading: Text, recipients: Text, style: Style) -> list[str]:
    """The head of page 1 down to the recipients."""
    return [
        mark.header(document, style, _room_for_mark(heading, recipients, style)),
        *[paragraph(stylesheet.SPACER)] * 2,
        *_title(heading, style),
        paragraph(stylesheet.SPACER),
        paragraph(stylesheet.RECIPIENTS, run(_addressed(recipients), style.body)),
    ]


def _body(document: Document, style: Style) -> list[str]:
    setter = body.body_of(document, style)
    return [*body.text(document.preamble, style), *setter.nodes(document.sections)]


def _title(text: Text, style: Style) -> list[str]:
    """One paragraph, its lines broken by hand, so that the navigation pane and other programs see one title."""
    return [paragraph(stylesheet.TITLE, run("\n".join(_title_lines(text, style)), style.title))]


def _title_lines(text: Text, style: Style) -> list[str]:
    return title.lines(text.value, style.page.measure / style.title.width - 1) or [BLANK_NAME]


def _addressed(recipients: Text) -> str:
    return (recipients.value.strip().rstrip("：:") or BLANK_NAME) + "："


def _room_for_mark(heading: Text, recipients: Text, style: Style) -> int:
    """What page 1 leaves for the mark, in twips, when body text is to stand below the recipients."""
    across = style.page.measure / style.body.width
    lines = 1 + -int(-width(_addressed(recipients)) // across) + _BODY_ON_FIRST_PAGE
    below = len(_title_lines(heading, style)) * style.title_line + lines * style.line
    return style.page.depth - mark.height(style) - below


def _properties(document: Document) -> Properties:
    author = "、".join(issuer.value for issuer in document.issuers)
    return Properties(document.title.value, author, document.doc_number.value, document.issued)
