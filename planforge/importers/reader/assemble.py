"""The reader's order of work: furniture out, lines joined, parts told apart, tree grown, document put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from planforge.importers.reader import (
    build,
    contents,
    decimals,
    faults,
    flat_cells,
    flat_indicators,
    furniture,
    head,
    header,
    headings,
    kinds,
    lines,
    lists,
    marks,
    markup,
    parts,
    plain,
    principles,
    subheads,
    tables,
    tail,
    tree,
    unfold,
)
from planforge.importers.reader.head import Foot, Head
from planforge.importers.reader.parts import Part, Parts
from planforge.model import (
    Attachment,
    Citation,
    Document,
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
from planforge.text.titles import kind_of, level_of, year_of


def read(layout: Layout) -> Reading:
    """The document that a file's paragraphs hold, and the faults of its source."""
    page = furniture.clear(unfold.unfold(marks.open_tables([markup.plain(p) for p in layout.paragraphs])))
    paragraphs, unread = flat_indicators.read(flat_cells.open_tables(page.paragraphs))
    divided = parts.divide(lines.join(decimals.mark(contents.drop(paragraphs))))
    own, body = _document(divided, page.facts)
    completed = outline.complete(replace(own, file=layout.file))
    mended = (
        *faults.find(completed),
        *faults.others(divided.others),
        *faults.unread(divided.foot),
        *faults.tables(body.tables),
        *faults.attached(completed),
        *faults.unattached(completed, divided.foot),
        *faults.undated(completed),
        *(faults.unnumbered(completed) if body.is_plain else ()),
    )
    return Reading(completed, (*layout.diagnostics, *unread, *mended))


#: 《方案》 stands for a document named before, in the words 以下简称.
_SHORT_NAME = re.compile(
    r"(?:总体|发展|专项|实施|工作|行动|试点|若干)?(?:方案|意见|规划|纲要|办法|条例|通知|要点|计划|决定|规定|细则|措施)"
)


@dataclass(frozen=True, slots=True)
class _Body:
    """What a run of paragraphs says; `tables` are those that list neither tasks nor indicators; `is_plain`: its items
    bear no numbers and are paragraphs as they stand."""

    preamble: Text
    sections: tuple[Section, ...]
    indicators: tuple[Indicator, ...]
    tables: tuple[Table, ...]
    is_plain: bool


def _document(divided: Parts, facts: dict[str, Text]) -> tuple[Document, _Body]:
    outer = head.read(divided.front)
    own = head.read(divided.body)
    if divided.title.value:
        own = _under_announced_title(divided, own)
    foot = head.read_foot(divided.foot)
    notice_foot = head.read_foot(divided.front[outer.length :])
    title = own.title if own.title.value else facts.get("title", Text()) if not divided.front else Text()
    said = kinds.read_date(facts["issued"].value) if "issued" in facts else None
    issued = notice_foot.issued or foot.issued or said or own.issued or outer.issued
    dated = next((part.dated for part in (notice_foot, foot, own, outer) if part.dated.value), Text())
    year = year_of(title.value) or year_of(outer.title.value) or (issued.year if issued else None)
    issuers = _issuers(outer, own, notice_foot, foot, facts)
    body = _body(divided.body[own.length :], year, title.value)
    number = next((n for n in (outer.doc_number, own.doc_number, facts.get("doc_number", Text())) if n.value), Text())
    document = Document(
        kind=kind_of(title.value),
        title=title,
        doc_number=number,
        issuers=issuers,
        issued=issued,
        issued_text=dated,
        year=year,
        level=next((level for name in (*issuers, title) if (level := level_of(name.value))), None),
        recipients=_without_colon(_first(outer.recipients, own.recipients, foot.recipients)),
        preamble=body.preamble,
        sections=body.sections,
        indicators=(*body.indicators, *_attached_indicators(divided.attachments, body.indicators)),
        citations=citations.merge(c for p in (*divided.front, *divided.body) for c in _cited(p, title)),
        notice=_notice(divided, outer, foot),
        attachments=tuple(_attachment(part, year) for part in (*divided.attachments, *divided.others)),
        imprint=foot.imprint,
        header=header.merged(
            header.read(divided.front, divided.front[outer.length :]), header.read(divided.body, divided.foot)
        ),
    )
    return document, body


def _under_announced_title(divided: Parts, own: Head) -> Head:
    """The head of a document whose title the notice told: 文号, dates, recipients and （brackets） belong to it."""
    short = [i for i in range(own.length) if not _belongs_to_head(divided.body[i].text)]
    return replace(own, title=divided.title, length=short[0] if short else own.length)


def _belongs_to_head(line: Text) -> bool:
    value = line.value
    return bool(kinds.doc_number(line)) or kinds.is_date(value) or kinds.is_recipients(value) or value[:1] in "（("


def _issuers(outer: Head, own: Head, notice: Foot, foot: Foot, facts: dict[str, Text]) -> tuple[Text, ...]:
    """Who signs; else the letterhead, the title, or what the page says."""
    said = kinds.split_names(facts["issuers"]) if "issuers" in facts else ()
    named = (head.names_in_title(outer.title), head.names_in_title(own.title))
    marked = next((names for names in (outer.letterhead, own.letterhead) if names), ())
    fuller = next((names for names in named if _all_in(marked, names)), marked)
    return next((names for names in (notice.issuers, foot.issuers, fuller, *named, said) if names), ())


def _all_in(some: tuple[Text, ...], names: tuple[Text, ...]) -> bool:
    """Whether the title names all of the letterhead, which may show the first of a joint document alone."""
    return bool(some) and {name.value for name in some} <= {name.value for name in names}


def _body(paragraphs: Sequence[Paragraph], year: int | None, title: str = "") -> _Body:
    root = tree.grow(paragraphs)
    tables.grow(root, year)
    lists.close(root)
    headings.give(root)
    principles.divide(root)
    subheads.divide(root)
    tail.settle(root)
    is_plain = plain.divide(root, title)
    customs = build.customs_of([p.text for p in paragraphs], year)
    indicators = tables.take_indicators(root)
    preamble = Text.join([p for p in root.more if p.value], "\n")
    return _Body(preamble, build.sections(root, customs), indicators, tuple(tables.leftovers(root)), is_plain)


def _attached_indicators(parts: Sequence[Part], known: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """The indicators of attachments that are called so (主要指标表), but for those that the text lists as well."""
    named = {indicator.name.value for indicator in known}
    listed = (p.table for part in parts if "指标" in part.title.value for p in part.paragraphs if p.table)
    found = (indicator for table in listed for indicator in tables.indicators_in(table))
    return tuple(indicator for indicator in found if indicator.name.value not in named)


def _attachment(part: Part, year: int | None) -> Attachment:
    cells = tuple(p.table for p in part.paragraphs if p.table)
    raw = tuple(tuple(tuple(cell.value for cell in row) for row in table) for table in cells)
    body = _body([p for p in part.paragraphs if not p.table], year)
    text, sections = body.preamble, body.sections
    if text.value and not sections:
        sections = (Section(text=text, unnumbered=True, place=text.slice(0, 1)),)
    return Attachment(part.title, sections, raw, cells)


def _notice(divided: Parts, outer: Head, foot: Foot) -> Notice | None:
    if not divided.front:
        return None
    text = [p.text for p in divided.front[outer.length :] if kinds.is_sentence(p.text.value)]
    to = _without_colon(_first(outer.recipients, foot.recipients))
    return Notice(outer.title, to, Text.join(text, "\n"))


def _first(*texts: Text) -> Text:
    """The first of them that says anything."""
    return next((text for text in texts if text.value), Text())


def _without_colon(recipients: Text) -> Text:
    return recipients.slice(0, len(recipients.value.rstrip("：: ")))


def _cited(paragraph: Paragraph, title: Text) -> list[Citation]:
    """Documents that a paragraph names; the document itself, named by its notice, is none, nor is a short name."""
    texts = [cell for row in paragraph.table for cell in row] if paragraph.table else [paragraph.text]
    named = [c for text in texts for c in citations.find(text) if "《" in c.text.value]
    return [c for c in named if not _is_own(c, title.value) and not _SHORT_NAME.fullmatch(c.title)]


def _is_own(citation: Citation, title: str) -> bool:
    """Whether a title is the document's, or that of the notice which sends it out."""
    sent = re.fullmatch(r".*印发[〈《](.+)[〉》]的通知", citation.title) if citation.doc_number is None else None
    same = citations.same_title
    return same(citation.title, title) or (sent is not None and same(sent[1], title))
