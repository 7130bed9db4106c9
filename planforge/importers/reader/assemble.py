"""The reader's order of work: furniture out, lines joined, parts told apart, tree grown, document put together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from planforge.importers.reader import faults, kinds, parts
from planforge.importers.reader.items import (
    attributes,
    build,
    headings,
    lists,
    part_lines,
    plain,
    principles,
    shared,
    stars,
    subheads,
    tail,
    tree,
)
from planforge.importers.reader.paragraphs import (
    contents,
    decimals,
    furniture,
    glued,
    lines,
    marks,
    markup,
    misread,
    page_numbers,
    stopless,
    unfold,
)
from planforge.importers.reader.parts import Part, Parts, header
from planforge.importers.reader.parts.frame import Frame
from planforge.importers.reader.parts.head import Head
from planforge.importers.reader.tables import captions, flat_cells, flat_indicators, spaced_cells, tables
from planforge.model import (
    Attachment,
    Citation,
    Diagnostic,
    Document,
    Header,
    Indicator,
    Layout,
    Notice,
    Paragraph,
    Reading,
    Section,
    Table,
    Text,
)
from planforge.text import citations, outline
from planforge.text.statements import years_of
from planforge.text.titles import kind_of, level_of


def read(layout: Layout) -> Reading:
    """The document that a file's paragraphs hold, and the faults of its source."""
    legible, misread_words = misread.mend(layout.paragraphs)
    opened = captions.lift(marks.open_tables(markup.read(legible)))
    whole = spaced_cells.open_tables(tuple(opened))
    page = furniture.clear(tuple(glued.part(unfold.unfold(whole))), layout.title)
    paragraphs, unread = flat_indicators.read(flat_cells.open_tables(page.paragraphs))
    divided = parts.divide(_lines(paragraphs))
    facts = {"mark": layout.mark, "own author" if layout.own else "author": layout.author, **page.facts}
    own, body = _document(divided, facts, may_be_plain=not layout.own)
    completed = outline.complete(replace(own, file=layout.file, header=replace(own.header, sealed=layout.sealed)))
    mended = _faults(completed, divided, body, page)
    return Reading(completed, (*layout.diagnostics, *faults.misread(misread_words), *unread, *mended))


def _faults(document: Document, divided: Parts, body: _Body, page: furniture.Page) -> tuple[Diagnostic, ...]:
    """What of the file was mended, or could not be read."""
    return (
        *faults.find(document),
        *faults.others(divided.others),
        *faults.unread(divided.foot),
        *faults.tables(body.tables),
        *faults.attached(document),
        *faults.unattached(document, divided.foot),
        *faults.undated(document),
        *faults.flattened(document),
        *faults.around(page.around),
        *faults.within(page.within),
        *(faults.unnumbered(document) if body.is_plain else ()),
    )


def _lines(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs in full: no contents and page numbers among them, their numbers whole, cut ones joined."""
    return lines.join(stopless.mark(decimals.mark(page_numbers.drop(contents.drop(paragraphs)))))


#: 《方案》 stands for a document named before, in the words 以下简称.
_SHORT_NAME = re.compile(
    r"(?:国务院|国家|省|市|区|县)?(?:总体|发展|专项|实施|工作|行动|试点|若干)?"
    r"(?:方案|意见|规划|纲要|办法|条例|通知|要点|计划|决定|规定|细则|措施|指引|指南|名录|目录|标准|预案|清单)"
)


#: Certificates and forms have names, too, and are no documents.
_PAPER = re.compile(r".*(?:证|证书|通知书|承诺书|花名册|(?:申请|申报|登记|审批|报名|备案|评估|信息)表)")


@dataclass(frozen=True, slots=True)
class _Body:
    """What a run of paragraphs says; `tables` are those that list neither tasks nor indicators; `is_plain`: its items
    bear no numbers and are paragraphs as they stand."""

    preamble: Text
    sections: tuple[Section, ...]
    indicators: tuple[Indicator, ...]
    tables: tuple[Table, ...]
    is_plain: bool


def _document(divided: Parts, facts: Mapping[str, Text], *, may_be_plain: bool) -> tuple[Document, _Body]:
    """`may_be_plain`: the paragraphs of a document without numbers may be its items."""
    frame = Frame.of(divided, facts)
    framed = _framed(divided, frame)
    due = years_of(framed).targets
    body = _body(divided.body[frame.own.length :], frame.year, due, frame.title.value if may_be_plain else "")
    document = replace(
        framed,
        preamble=body.preamble,
        sections=body.sections,
        indicators=(*body.indicators, *_attached_indicators(divided.attachments, body.indicators)),
        citations=citations.merge(c for p in (*divided.front, *divided.body) for c in _cited(p, frame.title)),
        attachments=tuple(_attachment(part, frame.year, due) for part in (*divided.attachments, *divided.others)),
        unread=tuple(map(_first_cell, body.tables)),
    )
    return document, body


def _framed(divided: Parts, frame: Frame) -> Document:
    """What stands around the text of a document."""
    title, issuers = frame.title, frame.issuers
    return Document(
        kind=kind_of(title.value),
        title=title,
        doc_number=frame.doc_number,
        issuers=issuers,
        issued=frame.issued,
        issued_text=frame.dated,
        year=frame.year,
        level=next((level for name in (*issuers, title) if (level := level_of(name.value))), None),
        recipients=frame.recipients,
        notice=_notice(divided, frame),
        imprint=frame.foot.imprint,
        header=_header(divided, frame.outer),
    )


def _first_cell(table: Table) -> Text:
    """The first words of a table, which tell where it stands."""
    return next((cell for row in table for cell in row if cell.value.strip()), Text())


def _header(divided: Parts, outer: Head) -> Header:
    """What stands around the red mark of the notice, or of the document itself."""
    notice = header.read(divided.front, divided.front[outer.length :])
    return header.merged(notice, header.read(divided.body, divided.foot))


def _body(paragraphs: Sequence[Paragraph], year: int | None, due: int | None, title: str = "") -> _Body:
    """`year` is the one that time limits count from, targets are `due` in the other; a `title`: see `plain.divide`."""
    root = tree.grow(part_lines.mark(paragraphs))
    tables.grow(root, year)
    lists.close(root)
    attributes.fold(root)
    headings.give(root)
    principles.divide(root)
    stars.divide(root)
    subheads.divide(root)
    tail.settle(root)
    shared.lift(root)
    is_plain = plain.divide(root, title)
    customs = build.customs_of([p.text for p in paragraphs], year, due)
    indicators = tables.take_indicators(root)
    preamble = Text.join([p for p in root.more if p.value], "\n")
    return _Body(preamble, build.sections(root, customs), indicators, tuple(tables.leftovers(root)), is_plain)


def _attached_indicators(parts: Sequence[Part], known: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """The indicators of attachments that are called so (主要指标表), but for those that the text lists as well."""
    named = {indicator.name.value for indicator in known}
    listed = (p.table for part in parts if "指标" in part.title.value for p in part.paragraphs if p.table)
    found = (indicator for table in listed for indicator in tables.indicators_in(table))
    return tuple(indicator for indicator in found if indicator.name.value not in named)


def _attachment(part: Part, year: int | None, due: int | None) -> Attachment:
    cells = tuple(p.table for p in part.paragraphs if p.table)
    raw = tuple(tuple(tuple(cell.value for cell in row) for row in table) for table in cells)
    body = _body([p for p in part.paragraphs if not p.table], year, due)
    text, sections = body.preamble, body.sections
    if text.value and not sections:
        sections = (Section(text=text, unnumbered=True, place=text.slice(0, 1)),)
    return Attachment(part.title, sections, raw, cells)


def _notice(divided: Parts, frame: Frame) -> Notice | None:
    if not divided.front:
        return None
    below = (p.text for p in divided.front[frame.outer.length :])
    text = [line for line in below if kinds.is_sentence(line.value) and not kinds.is_recipients(line.value)]
    return Notice(frame.outer.title, frame.notice_recipients, Text.join(text, "\n"))


def _cited(paragraph: Paragraph, title: Text) -> list[Citation]:
    """Documents that a paragraph names; the document itself, named by its notice, is none, nor is a short name."""
    texts = [cell for row in paragraph.table for cell in row] if paragraph.table else [paragraph.text]
    named = [c for text in texts for c in citations.find(text) if "《" in c.text.value]
    others = [c for c in named if not _is_own(c, title.value)]
    return [c for c in others if c.doc_number or not (_SHORT_NAME.fullmatch(c.title) or _PAPER.fullmatch(c.title))]


def _is_own(citation: Citation, title: str) -> bool:
    """Whether a title is the document's, or that of the notice which sends it out."""
    sent = re.fullmatch(r".*印发[〈《](.+)[〉》]的通知", citation.title) if citation.doc_number is None else None
    same = citations.same_title
    return same(citation.title, title) or (sent is not None and same(sent[1], title))
