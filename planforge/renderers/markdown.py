"""A document as Markdown: the same words and markers as on paper, headings as headings, for reading and for diffs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from planforge.model import Document, Task
from planforge.renderers._notice import notice_of
from planforge.renderers._parts import attachments_of
from planforge.renderers._wording import addressed, closing_text, date, own_text, paragraphs, run_in
from planforge.styles import Style

FORMAT = "markdown"
SUFFIX = ".md"

#: What Markdown would read as its own: marks anywhere, and at the head of a line list numbers and the signs of blocks.
_MARKS = re.compile(r"([\\`*_\[\]<>&|~#])")
_BLOCK = re.compile(r"^(\s*)(?:(\d+)([.)])|([-+=]))")


def render(document: Document, style: Style | None = None, templates: Path | None = None) -> bytes:
    """UTF-8 Markdown; `style` says nothing here. Raises InputError when a template can't be used."""
    blocks = [*_front(document, templates), *_body(document), *_attachments(document)]
    return ("\n\n".join(block for block in blocks if block) + "\n").encode()


def _front(document: Document, templates: Path | None) -> Iterator[str]:
    """Issuers, number, and the notice where the document has one."""
    notice = notice_of(document, templates)
    yield _escape("　".join(issuer.value for issuer in document.issuers))
    yield _escape(document.doc_number.value)
    if notice:
        yield _heading(1, notice.title.value)
        yield _escape(addressed(notice.recipients))
        yield from map(_escape, paragraphs(notice.text))
        yield from _signature(document)
    yield _heading(1, document.title.value)
    if not notice:
        yield _escape(addressed(document.recipients)) if document.recipients.value else ""


def _body(document: Document) -> Iterator[str]:
    yield from map(_escape, paragraphs(document.preamble))
    yield from _nodes(document.sections, 1)
    if not notice_of(document):
        yield from _signature(document)


def _signature(document: Document) -> Iterator[str]:
    yield _escape("　".join(issuer.value for issuer in document.issuers))
    yield date(document.issued)


def _nodes(nodes: Iterable[Task], depth: int) -> Iterator[str]:
    for node in nodes:
        own = own_text(node)
        if node.heading.value and (node.tasks or not own or depth == 1):
            yield _heading(min(depth + 1, 6), node.marker + node.heading.value)
        else:
            own = [node.marker + run_in(node, own) + "".join(own[:1]), *own[1:]]
        yield from map(_escape, own)
        yield from _nodes(node.tasks, depth + 1)
        yield from map(_escape, closing_text(node))


def _attachments(document: Document) -> Iterator[str]:
    parts = attachments_of(document)
    for place, part in enumerate(parts, 1):
        yield _heading(1, f"附件{place if len(parts) > 1 else ''}　{part.title.value}")
        yield from _nodes(part.sections, 1)
        yield from map(_table, part.tables)


def _table(rows: Sequence[Sequence[str]]) -> str:
    count = max((len(row) for row in rows), default=0)
    lines = ["| " + " | ".join(_cell(text) for text in (*row, *[""] * (count - len(row)))) + " |" for row in rows]
    return "\n".join([*lines[:1], "|" + " --- |" * count, *lines[1:]]) if count else ""


def _cell(text: str) -> str:
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def _heading(rank: int, words: str) -> str:
    return f"{'#' * rank} {_cell(words)}" if words.strip() else ""


def _escape(line: str) -> str:
    """A line of text that Markdown shows as it is."""
    return _BLOCK.sub(lambda m: m[0][:-1] + "\\" + m[0][-1], _MARKS.sub(r"\\\1", line))
