"""What stands around the tasks: title, notice, preamble and imprint of the new year's plan."""

from __future__ import annotations

from dataclasses import replace

from planforge.lifecycle.draft.advance import Advance
from planforge.model import Document, Header, Imprint, Notice, Text


def next_frame(last: Document, advance: Advance) -> tuple[Document, tuple[str, ...]]:
    """Last year's document with all but its tasks moved on, and what its author must decide about that.

    Number and dates belong to the paper that was issued: they are left out, not guessed.
    """
    frame = replace(
        last,
        title=Text(advance.year_in(last.title.value)),
        year=advance.this,
        doc_number=Text(),
        issued=None,
        issued_text=Text(),
        preamble=Text(advance.words(last.preamble.value)),
        notice=_notice(last.notice, advance) if last.notice else None,
        attachments=tuple(replace(each, title=Text(advance.words(each.title.value))) for each in last.attachments),
        citations=(),  # the texts name them
        header=_header(last.header),
        imprint=Imprint(last.imprint.copies, last.imprint.printer),
        suppressions=(),
    )
    return frame, (*_undated(last), *(f"导语、通知：{words}" for words in advance.take_open()), *_tables(last))


def _notice(notice: Notice, advance: Advance) -> Notice:
    title = Text(advance.year_in(notice.title.value))
    return Notice(title, notice.recipients, Text(advance.words(notice.text.value)))


def _header(header: Header) -> Header:
    return replace(header, copy_number="")


def _undated(last: Document) -> tuple[str, ...]:
    dated = last.issued or last.issued_text.value
    known = [name for name, value in (("文号", last.doc_number.value), ("成文日期", dated)) if value]
    return (f"{'、'.join(known)}是上年那一份的，已删去，印发时再填",) if known else ()


def _tables(last: Document) -> tuple[str, ...]:
    found = [name for name, value in (("指标表", last.indicators), ("附件", last.attachments)) if value]
    return (f"{'、'.join(found)}照抄上年，数值和内容请逐项改定",) if found else ()
