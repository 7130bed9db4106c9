"""A document as a Word file that is issued as it is (GB/T 9704-2012)."""

from __future__ import annotations

from pathlib import Path

from planforge.model import Document, Notice, Text
from planforge.ooxml import stylesheet, word
from planforge.ooxml.paragraphs import Layout, paragraph
from planforge.ooxml.properties import Properties
from planforge.ooxml.runs import run
from planforge.renderers._notice import notice_of
from planforge.renderers._parts import attachments_of
from planforge.renderers._wording import addressed
from planforge.renderers.docx import attachments, body, first_page, imprint, letter, mark, signature
from planforge.renderers.docx.title import on_new_page, title
from planforge.styles import Style, load

FORMAT = "docx"
SUFFIX = ".docx"


def render(document: Document, style: Style | None = None, templates: Path | None = None) -> bytes:
    """The DOCX. `style` defaults to the standard's profile; `templates` is a folder that replaces shipped templates.

    The same document gives the same bytes. Raises InputError when a template can't be used.
    """
    style = style or load()
    notice = notice_of(document, templates)
    parts = attachments_of(document, style.breakdown)
    setter = body.Body(style)
    main = [*_body(document, setter), *attachments.note(parts, style)]
    issued = _by_notice(document, notice, main, style) if notice else _by_itself(document, main, style)
    end = imprint.imprint(document.imprint, style)
    content = "".join((*issued, *attachments.pages(parts, setter), end))
    head = letter.letterhead(document, style) if style.form == "信函" else None
    return word.file(content, style, _properties(document), head)


def _by_notice(document: Document, notice: Notice, main: list[str], style: Style) -> list[str]:
    """The head, the notice and its signature; then the plan on a page of its own."""
    line = first_page.pitch(document, notice.title, notice.recipients, notice.text, style)
    return [
        *_opening(document, notice.title, notice.recipients, style, line),
        *body.text(notice.text, style, line, signed=True),
        *signature.signature(document, style, line),
        paragraph(stylesheet.SPACER, "", Layout(page_break=True)),
        *on_new_page(document.title, style),
        *main,
    ]


def _by_itself(document: Document, main: list[str], style: Style) -> list[str]:
    opening = _opening(document, document.title, document.recipients, style, style.line)
    return [*opening, *main, *signature.signature(document, style, style.line)]


def _opening(document: Document, heading: Text, recipients: Text, style: Style, line: int) -> list[str]:
    """The head of page 1 down to the recipients."""
    room = first_page.room_for_mark(heading, recipients, style)
    head = letter.opening(document, style) if style.form == "信函" else mark.opening(document, style, room)
    return [
        *head,
        *title(heading, style),
        paragraph(stylesheet.SPACER),
        paragraph(stylesheet.RECIPIENTS, run(addressed(recipients), style.body), Layout(line=line)),
    ]


def _body(document: Document, setter: body.Body) -> list[str]:
    return [*body.text(document.preamble, setter.style), *setter.nodes(document.sections)]


def _properties(document: Document) -> Properties:
    author = "、".join(issuer.value for issuer in document.issuers)
    return Properties(document.title.value, author, document.doc_number.value, document.issued)
