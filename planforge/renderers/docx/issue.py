"""A document put together as the pages that are issued: head, notice, table of contents, plan, attachments, 版记."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from planforge.model import Attachment, Document, Notice, Text
from planforge.ooxml.parts import stylesheet, word
from planforge.ooxml.parts.paragraphs import Layout, paragraph
from planforge.ooxml.parts.properties import Properties
from planforge.ooxml.parts.runs import run
from planforge.renderers._notice import notice_of
from planforge.renderers._parts import attachments_of
from planforge.renderers._wording import addressed, listed, paragraphs
from planforge.renderers.docx import attachments, body, ending, imprint, letter, mark, signature, toc
from planforge.renderers.docx.marks import Marks
from planforge.renderers.docx.paging import first_page, last_page, layout
from planforge.renderers.docx.paging.pages import Pages
from planforge.renderers.docx.title import on_new_page, title
from planforge.styles import Style


@dataclass(frozen=True, slots=True)
class Issue:
    """What is issued, and what is known of its pages so far.

    `title` and `recipients` are those of page 1; where there are too many of these, they are None and in the 版记.
    """

    document: Document
    style: Style
    notice: Notice | None
    parts: tuple[Attachment, ...]
    title: Text
    recipients: Text | None
    foot: imprint.Foot
    pages: Pages = field(default_factory=Pages)

    @classmethod
    def of(cls, document: Document, style: Style, templates: Path | None) -> Issue:
        notice = notice_of(document, templates)
        title, to = ((notice or document).title, (notice or document).recipients)
        parts = attachments_of(document, style.breakdown)
        if first_page.crowded(document, title, to, style):
            return cls(document, style, notice, parts, title, None, imprint.Foot(document.imprint, listed(to)))
        return cls(document, style, notice, parts, title, to, imprint.Foot(document.imprint))

    def file(self) -> bytes:
        """The Word file; what depends on page numbers is set when they are known."""
        where = self._imprint_place()
        if not (self.style.contents and self.notice):
            return self._set(where)
        return replace(self, pages=self._pages(where))._set(where)

    def _imprint_place(self) -> ending.Place:
        if self.style.form != "文件":
            return "in place"
        if self.style.imprint_even:
            return ending.place(lambda trial: self._pages(trial).count, attachments.last(self.parts) != "section")
        return "in place" if attachments.last(self.parts) == "text" else "next page"

    def _pages(self, where: ending.Place) -> Pages:
        return layout.pages(self._set(where), self.style, self._letterhead())

    def _letterhead(self) -> int:
        return letter.overhang(self.document, self.style) if self.style.form == "信函" else 0

    def _set(self, where: ending.Place) -> bytes:
        setter = body.Body(self.style)
        main = [*setter.preamble(paragraphs(self.document.preamble)), *setter.nodes(self.document.sections)]
        issued = self._by_notice(self.notice, main, setter) if self.notice else self._by_itself(main, setter)
        end = ending.ending(self.foot, self.style, where, attachments.last(self.parts))
        head = letter.letterhead(self.document, self.style) if self.style.form == "信函" else None
        sheets = attachments.Sheets(self.parts, self.style, head, ended=bool(end.content))
        content = "".join((*issued, *sheets.pages(setter), end.content))
        return word.file(content, self.style, _properties(self.document), head, end.section or sheets.last_section)

    def _by_notice(self, notice: Notice, main: Sequence[str], setter: body.Body) -> list[str]:
        """The head, the notice and its signature; then the plan on a page of its own."""
        said = paragraphs(notice.text)
        fit = self._fit(said, signature.lines(self.document, self.style))
        text = [
            *self._opening(fit, setter.marks),
            *body.text(said, self.style, fit.line, fit.joined, fit.spacing),
            *signature.signature(self.document, self.style, fit.line),
            *toc.contents(setter, self.pages),
            paragraph(stylesheet.SPACER, "", Layout(page_break=True)),
            *on_new_page(self.document.title, self.style, setter.marks),
            *main,
        ]
        return last_page.closed(text, last_page.Tail(self.parts, self.style), self._letterhead())

    def _by_itself(self, main: list[str], setter: body.Body) -> list[str]:
        """The head, the text, and the signature on the page of its last paragraph (此页无正文 is no way out)."""
        document = self.document
        if not document.sections:
            return self._as_letter(setter.marks)
        fit = self._fit([], 0)
        text = [*self._opening(fit, setter.marks), *main]
        tail = last_page.Tail(self.parts, self.style, document, fit.line)
        return last_page.closed(text, tail, self._letterhead())

    def _as_letter(self, marks: Marks) -> list[str]:
        """The head, a text of paragraphs alone, and what must not stand on a page without them."""
        document, style = self.document, self.style
        said = paragraphs(document.preamble)
        tail = last_page.Tail(self.parts, style, document)
        fit = self._fit(said, tail.lines)
        return [
            *self._opening(fit, marks),
            *body.text(said, style, fit.line, fit.joined, fit.spacing),
            *tail.set(fit.line),
        ]

    def _fit(self, said: Sequence[str], end: int) -> first_page.Fit:
        return first_page.fit(self.document, self.title, self.recipients, first_page.Said(said, end), self.style)

    def _opening(self, fit: first_page.Fit, marks: Marks) -> list[str]:
        """The head of page 1 down to the recipients."""
        style, document = self.style, self.document
        head = (
            letter.opening(document, style, fit.line)
            if style.form == "信函"
            else mark.opening(document, style, fit.room, fit.line)
        )
        said = "" if self.recipients is None else run(addressed(self.recipients), style.body)
        return [
            *head,
            *title(self.title, style, marks, fit.line),
            paragraph(stylesheet.SPACER, "", Layout(line=fit.line)),
            *([paragraph(stylesheet.RECIPIENTS, said, Layout(line=fit.line))] if said else []),
        ]


def _properties(document: Document) -> Properties:
    author = "、".join(issuer.value for issuer in document.issuers)
    return Properties(document.title.value, author, document.doc_number.value, document.issued)
