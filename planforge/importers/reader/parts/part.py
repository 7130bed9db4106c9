"""What stands where in a file."""

from __future__ import annotations

from dataclasses import dataclass

from planforge.model import Paragraph, Text


@dataclass(frozen=True, slots=True)
class Part:
    """An attachment: its title and what stands in it."""

    title: Text
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands where in a file.

    `front`: letterhead and notice, empty where the document stands alone; `title`: the inner document's, if a notice
    announces it; `body`: the document from its title on, without its foot; `foot`: signature, date and imprint;
    `others`: documents that follow in the same file.
    """

    front: tuple[Paragraph, ...]
    title: Text
    body: tuple[Paragraph, ...]
    foot: tuple[Paragraph, ...]
    attachments: tuple[Part, ...]
    others: tuple[Part, ...] = ()
