"""Which parts of a document speak of what is to be done; the others look back or describe."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import Document, Task


def looks_ahead(document: Document) -> Iterator[Task]:
    """All nodes of the sections that set goals or hand out work, in reading order."""
    for section in document.sections:
        if section.role != "background":
            yield from section.walk()
