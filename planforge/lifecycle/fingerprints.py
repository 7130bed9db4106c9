"""Fingerprints of a document's parts and nodes as they are printed: do two versions say the same?

They leave out what printing may change, numbers and blanks, and stand in the Word files that are rendered, so that a
later version of the plan can be told from a file that somebody edited.
"""

from __future__ import annotations

import hashlib
import re

from planforge.lifecycle.surroundings import parts
from planforge.model import Document, Task
from planforge.ooxml.parts.origin import Origin
from planforge.renderers._wording import closing_text, own_text

#: Hexadecimal digits: enough that of ten thousand nodes no two come to the same by chance.
_LENGTH = 10
_BLANK = re.compile(r"\s+")


def origin(document: Document, style: str) -> Origin:
    """What the Word file of a document remembers of it; `style` is the profile that it is set by."""
    said = parts(document)
    marks = {name: fingerprint(words) for name, words in said.items() if words}
    return Origin(style, marks, tuple(of_node(node) for node in nodes(document)))


def nodes(document: Document) -> tuple[Task, ...]:
    """All sections and tasks, those of the attachments behind those of the body."""
    attached = (node for part in document.attachments for node in part.walk())
    return (*document.walk(), *attached)


def of_node(node: Task) -> str:
    """The fingerprint of what is printed of a node itself."""
    return fingerprint("\n".join((node.heading.value, *own_text(node), *closing_text(node))))


def of_tree(node: Task) -> str:
    """The fingerprint of what is printed of a node and of all below it."""
    return fingerprint("\n".join(map(of_node, node.walk())))


def fingerprint(words: str) -> str:
    """The same for the same words, whatever blanks and line breaks are between them."""
    return hashlib.sha256(plain(words).encode()).hexdigest()[:_LENGTH]


def plain(words: str) -> str:
    """Words without blanks and line breaks."""
    return _BLANK.sub("", words)
