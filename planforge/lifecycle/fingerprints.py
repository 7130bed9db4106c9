"""Fingerprints of a document's parts and nodes as they are printed: do two versions say the same?

They leave out what printing may change, numbers and blanks, and stand in the Word files that are rendered, so that a
later version of the plan can be told from a file that somebody edited.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

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


def parts(document: Document) -> Mapping[str, str]:
    """The words of what stands around the tasks, by the names that `Document` gives them."""
    notice, imprint, header = document.notice, document.imprint, document.header
    return {
        "title": document.title.value,
        "doc_number": document.doc_number.value,
        "issuers": "、".join(issuer.value for issuer in document.issuers),
        "issued": document.issued.isoformat() if document.issued else "",
        "recipients": document.recipients.value,
        "preamble": document.preamble.value,
        "copy_number": header.copy_number,
        "secrecy": header.secrecy,
        "urgency": header.urgency,
        "signers": "、".join(header.signers),
        "note": header.note,
        "posts": "、".join(header.posts),
        "notice.title": notice.title.value if notice else "",
        "notice.recipients": notice.recipients.value if notice else "",
        "notice.text": notice.text.value if notice else "",
        "imprint.copies": "、".join(copy.value for copy in imprint.copies),
        "imprint.printer": imprint.printer.value,
        "imprint.printed": imprint.printed.isoformat() if imprint.printed else "",
    }


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
