"""The 印发通知 around a plan: the author's own, or written from a template that an office may replace."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from planforge.model import Document, Notice, Text
from planforge.renderers._letters import words_of, written

#: Kinds that are issued by a notice rather than by themselves.
_ISSUED_BY_NOTICE = frozenset({"work_plan", "programme", "scheme", "strategy"})
_TEMPLATE = "印发通知.j2"


def notice_of(document: Document, templates: Path | None = None) -> Notice | None:
    """The notice that issues the document; None when the document is issued by itself.

    `templates` is a folder whose `notice/印发通知.j2` replaces the shipped one. A notice without recipients has the
    document's. Raises InputError (Chinese) when a template can't be used.
    """
    if document.notice is not None:
        own = document.notice
        return replace(own, recipients=own.recipients if own.recipients.value else document.recipients)
    return _written(document, templates) if document.kind in _ISSUED_BY_NOTICE else None


def _written(document: Document, templates: Path | None) -> Notice:
    letter = written(_TEMPLATE, words_of(document), templates)
    return Notice(Text(letter.title), document.recipients, Text(letter.text))
